package fr.passerelle.ent.intake;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The columns of ONDE's files that are read, each by the headings under which it is known. */
enum OndeField {
    FAMILY_NAME(OndeKind.PUPILS, "Nom Elève", "nomdefamilleeleve", "nomdefamille", "nom"),
    USAGE_NAME(OndeKind.PUPILS, "Nom d'usage Elève", "nomdusage", "nomusageeleve", "nomusage"),
    FIRST_NAME(OndeKind.PUPILS, "Prénom Elève", "prenom"),
    BIRTH_DATE(OndeKind.PUPILS, "Date naissance", "datedenaissance", "neele", "nele"),
    LEVEL(OndeKind.PUPILS, "Niveau"),
    CLASS(OndeKind.PUPILS, "Classe", "libelleclasse", "classeouregroupement"),

    TEACHER_FAMILY_NAME(OndeKind.TEACHERS, "Nom", "nomdefamille"),
    TEACHER_USAGE_NAME(OndeKind.TEACHERS, "Nom usage", "nomdusage"),
    TEACHER_FIRST_NAME(OndeKind.TEACHERS, "Prénom"),
    HEAD(OndeKind.TEACHERS, "Directeur"),
    TAUGHT_CLASS(OndeKind.TEACHERS, "Classe", "classes"),

    GUARDIAN_FAMILY_NAME(OndeKind.GUARDIANS, "Nom responsable", "nomdefamilleresponsable"),
    GUARDIAN_USAGE_NAME(OndeKind.GUARDIANS, "Nom usage responsable", "nomdusageresponsable"),
    GUARDIAN_FIRST_NAME(OndeKind.GUARDIANS, "Prénom responsable"),
    CHILD_FAMILY_NAME(OndeKind.GUARDIANS, "Nom de famille enfant"),
    CHILD_FIRST_NAME(OndeKind.GUARDIANS, "Prénom enfant"),
    CHILD_CLASS(OndeKind.GUARDIANS, "Classes enfants", "classeenfant");

    private final OndeKind kind;
    private final String heading;

    @SuppressWarnings("ImmutableEnumChecker") // Made by Stream.toList, which nothing can change.
    private final List<String> keys;

    OndeField(OndeKind kind, String heading, String... otherKeys) {
        this.kind = kind;
        this.heading = heading;
        this.keys = Stream.concat(Stream.of(OndeHeadings.key(heading)), Arrays.stream(otherKeys))
                .toList();
    }

    /** The columns of one of the files. */
    static List<OndeField> of(OndeKind kind) {
        return Arrays.stream(values()).filter(field -> field.kind == kind).toList();
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
