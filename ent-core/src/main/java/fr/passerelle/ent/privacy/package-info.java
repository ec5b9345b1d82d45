/**
 * What protects people: every subject's data key, wrapped by the master key and kept apart from the store; sealing,
 * opening and erasing {@link fr.passerelle.ent.model.Personal} values. It knows neither the store nor any SQL.
 */
@NullMarked
package fr.passerelle.ent.privacy;

import org.jspecify.annotations.NullMarked;
