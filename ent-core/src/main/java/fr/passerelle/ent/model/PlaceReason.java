package fr.passerelle.ent.model;

/** Why a command about a place or a class is refused. */
public enum PlaceReason implements Coded {
    /** The place is already registered. Fact: {@code place}. */
    PLACE_EXISTS("ENT-101"),
    /** No such place. Fact: {@code place}. */
    UNKNOWN_PLACE("ENT-102"),
    /** A name is empty or longer than 100 characters. */
    BAD_PLACE_NAME("ENT-103"),
    /** The school has an open class of that name in that year. Facts: {@code school}, {@code name}, {@code year}. */
    CLASS_EXISTS("ENT-104"),
    /** No such class, or it is closed. Fact: {@code class}. */
    UNKNOWN_CLASS("ENT-105"),
    /** The name of a class or group is empty or longer than 60 characters. */
    BAD_CLASS_NAME("ENT-106"),
    /** A class without a level. */
    CLASS_WITHOUT_LEVEL("ENT-107");

    private final String code;

    PlaceReason(String code) {
        this.code = code;
    }

    /** Whether a place cannot be called that: empty, or longer than 100 characters. */
    public static boolean badPlaceName(String name) {
        return name.isBlank() || name.strip().length() > 100;
    }

    /** Whether a class or group cannot be called that: empty, or longer than 60 characters. */
    public static boolean badGroupName(String name) {
        return name.isBlank() || name.strip().length() > 60;
    }

    @Override
    public String code() {
        return code;
    }
}
