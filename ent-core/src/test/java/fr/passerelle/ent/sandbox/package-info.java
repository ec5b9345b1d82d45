/**
 * What the stand-ins of all ENTs share: a server on this machine with faults, late writes, a clock and an administration.
 *
 * <p>A stand-in extends {@link fr.passerelle.ent.sandbox.Sandbox} and says what its platform answers; its state and routes
 * are its own. The server needs nothing but the JDK and Jackson.
 */
@NullMarked
package fr.passerelle.ent.sandbox;

import org.jspecify.annotations.NullMarked;
