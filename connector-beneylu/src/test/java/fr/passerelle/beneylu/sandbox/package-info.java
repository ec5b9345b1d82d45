/**
 * A stand-in for Beneylu School, for the demo and the tests: it follows the protocol's rules, as the platform's published
 * code of 2018 shows them, with state of its own; schools and people are invented.
 *
 * <p>{@link fr.passerelle.beneylu.sandbox.BeneyluSandbox} is the door. {@code DirectoryRoutes} and {@code PartnerRoutes}
 * are the directory (the origin that asks for passwords), all other routes the application under {@code /ent}.
 */
@NullMarked
package fr.passerelle.beneylu.sandbox;

import org.jspecify.annotations.NullMarked;
