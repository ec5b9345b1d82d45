package fr.passerelle.ent.directory;

import fr.passerelle.ent.model.Coded;

/** Why an import, or a part of it, waits for a person. */
public enum DirectoryReason implements Coded {
    /** The school already has classes of a later year than the file's. Facts: {@code year}, {@code later}. */
    LATER_YEAR_KNOWN("ENT-250"),
    /** Known under these names with another birth date. Fact: {@code line}. */
    OTHER_BIRTH_DATE("ENT-251"),
    /** Known in this school under another family name. Fact: {@code line}. */
    OTHER_FAMILY_NAME("ENT-252"),
    /** The file gives the pupil more than once, each time differently. Fact: {@code line}. */
    LINES_DIFFER("ENT-253"),
    /** The pupil was erased on somebody's request. Fact: {@code line}. */
    ERASED_BEFORE("ENT-254"),
    /** Pupils of the school are not in the file. Fact: {@code count}. */
    DEPARTURES("ENT-255"),
    /** So are more than half of the school. Facts: {@code count}, {@code known}. */
    MASS_DEPARTURE("ENT-256"),
    /** So they are, but lines of the file were refused. Facts: {@code count}, {@code refused}. */
    DEPARTURES_OF_INCOMPLETE_FILE("ENT-257"),
    /** Another number of departures was agreed to. Facts: {@code count}, {@code agreed}. */
    OTHER_DEPARTURES_AGREED("ENT-258"),
    /** The file gives no known level for any pupil of a class. Fact: {@code name}. */
    CLASS_LEVEL_UNKNOWN("ENT-259");

    private final String code;

    DirectoryReason(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
