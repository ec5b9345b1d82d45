package fr.passerelle.ent.intake;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The columns of ONDE's file of pupils that are read, each by the headings under which it is known. */
enum OndeField {
    FAMILY_NAME("Nom Elève", "nomdefamilleeleve", "nomdefamille", "nom"),
    USAGE_NAME("Nom d'usage Elève", "nomdusage", "nomusageeleve", "nomusage"),
    FIRST_NAME("Prénom Elève", "prenom"),
    BIRTH_DATE("Date naissance", "datedenaissance", "neele", "nele"),
    LEVEL("Niveau"),
    CLASS("Classe", "libelleclasse", "classeouregroupement");

    private final String heading;

    @SuppressWarnings("ImmutableEnumChecker") // Made by Stream.toList, which nothing can change.
    private final List<String> keys;

    OndeField(String heading, String... otherKeys) {
        this.heading = heading;
        this.keys = Stream.concat(Stream.of(OndeHeadings.key(heading)), Arrays.stream(otherKeys))
                .toList();
    }

    /** As ONDE writes it, for people. */
    String heading() {
        return heading;
    }

    /** The normalised headings that mean this column, the surest first. */
    List<String> keys() {
        return keys;
    }
}
