package fr.passerelle.app.cli;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a command answers, part by part and as soon as a part is known: facts, then tables. As JSON it is one object whose
 * parts are flushed one by one.
 */
abstract class Answer implements AutoCloseable {
    /** One fact. */
    abstract void fact(String name, @Nullable Object value);

    /** One table; an empty one is told too. */
    abstract void table(String name, Table table);

    @Override
    public void close() {}

    static Answer of(OutputFormat format, PrintWriter out, UnaryOperator<String> headings) {
        return switch (format) {
            case TABLE -> new Text(out, headings);
            case JSON -> new Json(out);
            case CSV -> new Csv(out);
        };
    }

    private static final class Text extends Answer {
        private final PrintWriter out;
        private final UnaryOperator<String> headings;

        private Text(PrintWriter out, UnaryOperator<String> headings) {
            this.out = out;
            this.headings = headings;
        }

        @Override
        void fact(String name, @Nullable Object value) {
            // The id comes first and alone, for scripts.
            out.println(name.equals("id") ? String.valueOf(value) : headings.apply(name) + " : " + shown(value));
        }

        @Override
        void table(String name, Table table) {
            if (table.rows().isEmpty()) {
                return;
            }
            List<List<String>> lines = new ArrayList<>();
            lines.add(table.columns().stream().map(headings).toList());
            table.rows().forEach(row -> lines.add(row.stream().map(Text::shown).toList()));
            List<Integer> widths =
                    new ArrayList<>(Collections.nCopies(table.columns().size(), 0));
            lines.forEach(line -> {
                for (int i = 0; i < line.size(); i++) {
                    widths.set(i, Math.max(widths.get(i), width(line.get(i))));
                }
            });
            lines.forEach(line -> out.println(padded(line, widths)));
        }

        private static String shown(@Nullable Object value) {
            return value == null ? "–" : value.toString();
        }

        private static int width(String text) {
            return text.codePointCount(0, text.length());
        }

        private static String padded(List<String> cells, List<Integer> widths) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < cells.size(); i++) {
                line.append(cells.get(i)).append(" ".repeat(widths.get(i) - width(cells.get(i)) + 2));
            }
            return line.toString().stripTrailing();
        }
    }

    private static final class Json extends Answer {
        private static final JsonMapper MAPPER = JsonMapper.builder().build();
        private final PrintWriter out;
        private final JsonGenerator json;

        private Json(PrintWriter out) {
            this.out = out;
            json = MAPPER.createGenerator(out);
            json.writeStartObject();
        }

        @Override
        void fact(String name, @Nullable Object value) {
            json.writeName(name);
            json.writePOJO(value);
            json.flush();
        }

        @Override
        void table(String name, Table table) {
            json.writeName(name);
            json.writeStartArray();
            for (List<@Nullable Object> row : table.rows()) {
                json.writeStartObject();
                for (int i = 0; i < row.size(); i++) {
                    json.writeName(table.columns().get(i));
                    json.writePOJO(row.get(i));
                }
                json.writeEndObject();
            }
            json.writeEndArray();
            json.flush();
        }

        @Override
        public void close() {
            json.writeEndObject();
            json.flush();
            out.println();
        }
    }

    private static final class Csv extends Answer {
        /** What a spreadsheet would take for a formula. */
        private static final Pattern FORMULA = Pattern.compile("^[=+\\-@\\t\\r]");

        private final PrintWriter out;
        private @Nullable Table last;

        private Csv(PrintWriter out) {
            this.out = out;
        }

        @Override
        void fact(String name, @Nullable Object value) {
            last = new Table(name).row(value);
        }

        @Override
        void table(String name, Table table) {
            last = table;
        }

        @Override
        public void close() {
            if (last == null) {
                return;
            }
            StringWriter text = new StringWriter();
            try (CsvWriter csv = CsvWriter.builder().build(text)) {
                csv.writeRecord(last.columns());
                last.rows()
                        .forEach(row ->
                                csv.writeRecord(row.stream().map(Csv::cell).toList()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            out.print(text);
            out.flush();
        }

        private static String cell(@Nullable Object value) {
            String text = value == null ? "" : String.format(Locale.ROOT, "%s", value);
            return FORMULA.matcher(text).find() ? "'" + text : text;
        }
    }
}
