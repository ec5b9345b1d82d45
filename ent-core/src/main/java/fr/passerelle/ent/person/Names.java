package fr.passerelle.ent.person;

import fr.passerelle.ent.model.Personal;
import org.jspecify.annotations.Nullable;

/**
 * What somebody is called, sealed under their own key.
 *
 * @param family the name at birth
 * @param usage the name used instead, or null
 * @param first the first name
 */
public record Names(Personal<String> family, @Nullable Personal<String> usage, Personal<String> first) {}
