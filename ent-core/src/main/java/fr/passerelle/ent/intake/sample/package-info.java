/**
 * Invented files of the three pilot schools, in the exact form of ONDE's exports. It stands in the core because the
 * command line, the sandboxes of the connectors and every module's tests speak of the same schools and classes.
 */
@NullMarked
package fr.passerelle.ent.intake.sample;

import org.jspecify.annotations.NullMarked;
