/**
 * The ground floor: the words that every other package shares.
 *
 * <p>Identifiers ({@link fr.passerelle.ent.model.Uai}, {@link fr.passerelle.ent.model.ClassId} …), school vocabulary
 * ({@link fr.passerelle.ent.model.Level}, {@link fr.passerelle.ent.model.SchoolYear}), what protects people
 * ({@link fr.passerelle.ent.model.Personal}) and the shape of a feature ({@link fr.passerelle.ent.model.Decider},
 * {@link fr.passerelle.ent.model.Feature}). It knows no other package of the project, no Axon, no database and no
 * clock.
 */
@NullMarked
package fr.passerelle.ent.model;

import org.jspecify.annotations.NullMarked;
