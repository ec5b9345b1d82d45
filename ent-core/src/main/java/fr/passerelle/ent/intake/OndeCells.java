package fr.passerelle.ent.intake;

import fr.passerelle.ent.model.PlaceReason;
import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One line of an ONDE file. Every wrong cell is told, not only the first. Texts come in Unicode form NFC, stripped, their
 * inner blanks single.
 */
final class OndeCells {
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern LETTER = Pattern.compile("\\p{L}");
    /** Two bytes of UTF-8 read as windows-1252 look like this: a file written in two encodings. */
    private static final Pattern TWO_ENCODINGS = Pattern.compile("[ÂÃ]\\P{ASCII}");

    private static final Pattern NOT_IN_A_CLASS_NAME = Pattern.compile("[\\p{C}\uFFFD<>]");
    private static final Pattern NOT_IN_A_NAME = Pattern.compile("[\\p{C}\uFFFD<>\"=;@]");

    private final OndeTable.Line line;
    private final List<OndeField> fields;
    private final List<Finding> findings;
    private boolean refused;

    /**
     * @param fields of every cell, in order
     * @param findings where to tell
     */
    OndeCells(OndeTable.Line line, List<OndeField> fields, List<Finding> findings) {
        this.line = line;
        this.fields = fields;
        this.findings = findings;
    }

    /** Where the line begins in the file, from 1. */
    int line() {
        return line.number();
    }

    /** Whether a cell was refused, and with it the line. */
    boolean refused() {
        return refused;
    }

    /** The number of the cell of a field, the first where it stands several times. */
    int at(OndeField field) {
        return fields.indexOf(field);
    }

    /** How many cells there are. */
    int count() {
        return fields.size();
    }

    /** A name that must be there; null once it was refused. */
    @Nullable
    String name(int cell) {
        if (text(cell).isEmpty()) {
            return refuse(cell, IntakeReason.MISSING_VALUE);
        }
        return nameOrNone(cell);
    }

    /** A name, or null where there is none or once it was refused. */
    @Nullable
    String nameOrNone(int cell) {
        String name = text(cell);
        if (name.isEmpty()) {
            return null;
        }
        if (!LETTER.matcher(name).find() || hasBadCharacters(cell, NOT_IN_A_NAME)) {
            return refuse(cell, IntakeReason.BAD_CHARACTERS);
        }
        return name.length() > OndeReader.MAX_NAME ? tooLong(cell, OndeReader.MAX_NAME) : name;
    }

    /** The name of a class, or null where there is none or once it was refused. */
    @Nullable
    String className(int cell) {
        String name = classNames(cell);
        return name == null || !PlaceReason.badGroupName(name) ? name : tooLong(cell, 60);
    }

    /** The names of one class or several, or null where there is none or once they were refused. */
    @Nullable
    String classNames(int cell) {
        String names = text(cell);
        if (names.isEmpty()) {
            return null;
        }
        if (hasBadCharacters(cell, NOT_IN_A_CLASS_NAME)) {
            return refuse(cell, IntakeReason.BAD_CHARACTERS);
        }
        return names.length() > OndeReader.MAX_NAME ? tooLong(cell, OndeReader.MAX_NAME) : names;
    }

    /** A cell's text; empty where there is none. */
    String text(int cell) {
        String composed = Normalizer.normalize(line.cells().get(cell), Normalizer.Form.NFC);
        return BLANKS.matcher(composed).replaceAll(" ").strip();
    }

    /** Refuses a cell, and with it the line. */
    @Nullable
    String refuse(int cell, IntakeReason reason) {
        refuse(Finding.of(line.number(), reason, "field", fields.get(cell).heading()));
        return null;
    }

    /** Refuses the line. */
    void refuse(Finding finding) {
        refused = true;
        findings.add(finding);
    }

    /** Remarks on the line, which is kept. */
    void note(IntakeReason reason) {
        findings.add(Finding.of(line.number(), reason));
    }

    private boolean hasBadCharacters(int cell, Pattern forbidden) {
        return forbidden.matcher(text(cell)).find()
                || TWO_ENCODINGS.matcher(line.cells().get(cell)).find();
    }

    private @Nullable String tooLong(int cell, int limit) {
        refuse(new Finding(
                line.number(),
                IntakeReason.VALUE_TOO_LONG,
                Map.of("field", fields.get(cell).heading(), "limit", Integer.toString(limit))));
        return null;
    }
}
