package fr.passerelle.ent.intake;

import fr.passerelle.ent.model.Coded;

/** What can be wrong with an exported file or one of its lines. No sentence quotes a cell: it may hold a name. */
public enum IntakeReason implements Coded {
    /** The file is empty. */
    EMPTY_FILE("ENT-210", Reach.FILE),
    /** Fact: {@code limit}, in megabytes. */
    FILE_TOO_LARGE("ENT-211", Reach.FILE),
    /** Fact: {@code limit}, in lines. */
    TOO_MANY_LINES("ENT-212", Reach.FILE),
    /** A workbook or an archive. */
    SPREADSHEET("ENT-213", Reach.FILE),
    /** HTML or XML, often a sign-in page saved under the file's name. */
    WEB_PAGE("ENT-214", Reach.FILE),
    /** A picture, a PDF or anything else that is no text. */
    NOT_TEXT("ENT-215", Reach.FILE),
    /** Columns separated by commas or tabs. */
    WRONG_SEPARATOR("ENT-216", Reach.FILE),
    /** Fact: {@code heading}, as ONDE writes it. */
    MISSING_HEADING("ENT-219", Reach.FILE),
    /** Fact: {@code heading}, as ONDE writes it. */
    HEADING_TWICE("ENT-220", Reach.FILE),
    /** The file stops in the middle of a line. Fact: {@code line}. */
    TRUNCATED("ENT-221", Reach.FILE),
    /** No line gives a pupil. */
    NO_PUPIL("ENT-222", Reach.FILE),
    /** No line gives a guardian. */
    NO_GUARDIAN("ENT-223", Reach.FILE),
    /** No line gives a teacher. */
    NO_TEACHER("ENT-224", Reach.FILE),

    /** A quotation mark is missing or too many, which a cell over {@link OndeReader#MAX_CELL} characters also shows. */
    BROKEN_QUOTES("ENT-230", Reach.LINE),
    /** Facts: {@code expected}, {@code got}. */
    WRONG_COLUMNS("ENT-231", Reach.LINE),
    /** The last line has no line end and might stop within a name. */
    CUT_LINE("ENT-232", Reach.LINE),
    /** Fact: {@code field}. */
    MISSING_VALUE("ENT-233", Reach.LINE),
    /** Control or replacement characters, or text in two encodings. Fact: {@code field}. */
    BAD_CHARACTERS("ENT-234", Reach.LINE),
    /** Facts: {@code field}, {@code limit}. */
    VALUE_TOO_LONG("ENT-235", Reach.LINE),
    /** Neither of the two forms, or a day that does not exist. */
    BAD_DATE("ENT-236", Reach.LINE),
    /** Nobody born then is a pupil in this school year. Fact: {@code year}. */
    IMPLAUSIBLE_DATE("ENT-237", Reach.LINE),

    /** Fact: {@code column}, from 1. */
    UNKNOWN_HEADING("ENT-240", Reach.NOTE),
    /** The pupil is kept without a level. */
    UNKNOWN_LEVEL("ENT-241", Reach.NOTE),
    /** The pupil is kept without a class. */
    WITHOUT_CLASS("ENT-242", Reach.NOTE),
    /** The file says neither yes nor no; she is kept as a teacher. */
    UNKNOWN_HEAD("ENT-243", Reach.NOTE);

    private enum Reach {
        FILE,
        LINE,
        NOTE
    }

    private final String code;
    private final Reach reach;

    IntakeReason(String code, Reach reach) {
        this.code = code;
        this.reach = reach;
    }

    @Override
    public String code() {
        return code;
    }

    /** Whether the line that it is said of is left out; otherwise it is only a remark. */
    public boolean refusesLine() {
        return reach == Reach.LINE;
    }
}
