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
    /** The person was erased on somebody's request. Fact: {@code line}. */
    ERASED_BEFORE("ENT-254"),
    /** People of the school are not in the file. Fact: {@code count}. */
    DEPARTURES("ENT-255"),
    /** So are more than half of the pupils, teachers or guardians of the school. Facts: {@code count}, {@code known}. */
    MASS_DEPARTURE("ENT-256"),
    /** So they are, but lines of the file were refused. Facts: {@code count}, {@code refused}. */
    DEPARTURES_OF_INCOMPLETE_FILE("ENT-257"),
    /** Another number of departures was agreed to. Facts: {@code count}, {@code agreed}. */
    OTHER_DEPARTURES_AGREED("ENT-258"),
    /** The file gives no known level for any pupil of a class. Fact: {@code name}. */
    CLASS_LEVEL_UNKNOWN("ENT-259"),
    /** The school has an adult of these names, or the file several. Fact: {@code line}. */
    SAME_NAMES("ENT-260"),
    /** A guardian of one of these children has the same first name and another family name. Fact: {@code line}. */
    OTHER_GUARDIAN_NAME("ENT-261"),
    /** A teacher of the school has the same first name and another family name. Fact: {@code line}. */
    OTHER_TEACHER_NAME("ENT-262"),
    /** No child of a guardian is known at the school: she is not taken. Fact: {@code line}. */
    GUARDIAN_WITHOUT_CHILD("ENT-263"),
    /** The school has no such pupil. Facts: {@code line}, {@code child}, from 1. */
    CHILD_UNKNOWN("ENT-264"),
    /** The school has several such pupils. Facts: {@code line}, {@code child}, from 1. */
    CHILD_UNCLEAR("ENT-265"),
    /** The school has no such class in that year. Facts: {@code line}, {@code name}. */
    CLASS_UNKNOWN("ENT-266");

    private final String code;

    DirectoryReason(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
