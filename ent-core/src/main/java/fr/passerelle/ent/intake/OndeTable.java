package fr.passerelle.ent.intake;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.CharArrayReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An ONDE export as a table: separator {@code ;}, double quotes, lines ended by CRLF, LF or CR. Cells of columns that
 * nobody asks for never become text.
 *
 * <p>A line whose quotes are broken is told and left out; reading goes on with the line of text after its first one.
 */
final class OndeTable {
    private static final int MAX_LINES = OndeReader.MAX_LINES;
    private static final int MAX_CELL = OndeReader.MAX_CELL;

    private final char[] text;
    private final Reader to;
    private final boolean ended;
    private int columns;
    private int records;
    private int @Nullable [] slots;

    /** Who wants the table. */
    interface Reader {
        /**
         * Takes the first line and says what is wanted of the others.
         *
         * @return for each wanted cell, in order, its column from 0
         */
        List<Integer> headings(List<String> headings) throws WrongFile;

        /** How many cells a line must have, once the headings are known; those after it may be left out. */
        int leastColumns();

        /** Takes a line. Lines without any content are not told. */
        void line(Line line) throws WrongFile;

        /** Hears of a line that cannot be taken. */
        void broken(Finding finding);
    }

    /**
     * A line that has the cells it must have, and none beyond the headings.
     *
     * @param number of its first line of text, from 1
     * @param cells the wanted ones, in the order asked for; empty where the line leaves them out
     * @param cut whether it may stop in the middle: the last line, without a line end
     */
    record Line(int number, List<String> cells, boolean cut) {
        @Override
        public String toString() {
            return "Line[" + number + "]";
        }
    }

    private record Row(int number, int columns, boolean blank, List<String> cells) {
        @Override
        public String toString() {
            return "Row[" + number + "]";
        }
    }

    private OndeTable(String text, Reader to) {
        this.text = text.toCharArray();
        this.to = to;
        this.ended = text.endsWith("\n") || text.endsWith("\r");
    }

    static void read(String text, Reader to) throws WrongFile {
        new OndeTable(text, to).read();
    }

    private void read() throws WrongFile {
        int from = 0;
        int linesBefore = 0;
        while (from < text.length) {
            Rows rows = new Rows();
            Row pending = null;
            try (CsvReader<Row> reader = CsvReader.builder()
                    .fieldSeparator(';')
                    .allowUnclosedQuote(false)
                    .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .maxBufferSize(2 * MAX_CELL)
                    .build(rows, new CharArrayReader(text, from, text.length - from))) {
                for (Row row : reader) {
                    take(pending, linesBefore, false);
                    pending = row;
                    if (slots == null) {
                        take(row, linesBefore, false);
                        pending = null;
                    }
                }
                take(pending, linesBefore, !ended);
                return;
            } catch (CsvParseException broken) {
                take(pending, linesBefore, false);
                int number = linesBefore + rows.begunAt();
                from = startOfLine(from, number - linesBefore + 1);
                linesBefore = number;
                skip(number, from);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void skip(int number, int next) throws WrongFile {
        count();
        if (next >= text.length && !ended) {
            throw new WrongFile(IntakeReason.TRUNCATED, "line", number);
        }
        if (slots == null) {
            throw new WrongFile(IntakeReason.MISSING_HEADING, "heading", OndeField.FAMILY_NAME.heading());
        }
        to.broken(Finding.of(number, IntakeReason.BROKEN_QUOTES));
    }

    private void take(@Nullable Row row, int linesBefore, boolean cut) throws WrongFile {
        if (row == null || row.blank) {
            return;
        }
        int number = linesBefore + row.number;
        if (slots == null) {
            columns = row.columns;
            slots = slots(to.headings(row.cells));
            return;
        }
        count();
        if (cut && row.columns < columns) {
            throw new WrongFile(IntakeReason.TRUNCATED, "line", number);
        }
        if (row.columns >= to.leastColumns() && row.columns <= columns) {
            to.line(new Line(number, row.cells, cut));
        } else {
            to.broken(new Finding(
                    number,
                    IntakeReason.WRONG_COLUMNS,
                    Map.of("expected", Integer.toString(columns), "got", Integer.toString(row.columns))));
        }
    }

    private void count() throws WrongFile {
        if (++records > MAX_LINES) {
            throw new WrongFile(IntakeReason.TOO_MANY_LINES, "limit", MAX_LINES);
        }
    }

    private int[] slots(List<Integer> wanted) {
        int[] slots = new int[columns];
        Arrays.fill(slots, -1);
        for (int slot = 0; slot < wanted.size(); slot++) {
            slots[wanted.get(slot)] = slot;
        }
        return slots;
    }

    /** Where a line of text begins, counted from 1 at an offset; the end of the text where there is none. */
    private int startOfLine(int offset, int line) {
        int at = offset;
        for (int current = 1; current < line && at < text.length; current++) {
            while (at < text.length && text[at] != '\n' && text[at] != '\r') {
                at++;
            }
            boolean two = at + 1 < text.length && text[at] == '\r' && text[at + 1] == '\n';
            at = Math.min(text.length, at + (two ? 2 : 1));
        }
        return at;
    }

    /** Turns the wanted cells into text, all of them as long as the headings are not known. */
    private final class Rows extends AbstractBaseCsvCallbackHandler<Row> {
        private List<String> cells = new ArrayList<>();
        private boolean blank = true;

        int begunAt() {
            return (int) getStartingLineNumber();
        }

        @Override
        protected void handleBegin(long startingLineNumber) {
            int wanted = slots == null
                    ? 0
                    : (int) Arrays.stream(slots).filter(slot -> slot >= 0).count();
            cells = new ArrayList<>(Collections.nCopies(wanted, ""));
            blank = true;
        }

        @Override
        protected void handleField(int index, char[] buffer, int offset, int length, boolean quoted) {
            if (length > MAX_CELL) {
                throw new CsvParseException("A cell is too long.");
            }
            for (int i = offset; blank && i < offset + length; i++) {
                blank = Character.isWhitespace(buffer[i]);
            }
            if (slots == null) {
                cells.add(new String(buffer, offset, length));
            } else if (index < slots.length && slots[index] >= 0) {
                cells.set(slots[index], new String(buffer, offset, length));
            }
        }

        @Override
        protected Row buildRecord() {
            return new Row(begunAt(), getFieldCount(), blank, List.copyOf(cells));
        }
    }
}
