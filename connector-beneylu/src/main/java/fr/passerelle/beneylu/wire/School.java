package fr.passerelle.beneylu.wire;

import org.jspecify.annotations.Nullable;

/** The school of the class that a session stands in; Beneylu leaves out a code that nobody filled in. */
public record School(@Nullable String uai) {}
