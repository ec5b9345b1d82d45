/**
 * Reads the files that schools export into a {@link fr.passerelle.ent.intake.RosterFile}: pure, capped, and never more
 * than the columns that are needed.
 */
@NullMarked
package fr.passerelle.ent.intake;

import org.jspecify.annotations.NullMarked;
