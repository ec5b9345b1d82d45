/**
 * How a communication reaches the ENTs: planned into items, one for each wall, and carried there step by step through
 * lost answers, refusals and restarts. The only room where anything is published on an ENT.
 */
@NullMarked
package fr.passerelle.ent.delivery;

import org.jspecify.annotations.NullMarked;
