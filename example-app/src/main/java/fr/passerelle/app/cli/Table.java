package fr.passerelle.app.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows under named columns. A cell is a text, a number, a truth value or null. */
final class Table {
    private final List<String> columns;
    private final List<List<@Nullable Object>> rows = new ArrayList<>();

    /** @param columns stable names for programs; people read {@code column.NAME} of the texts */
    Table(String... columns) {
        this.columns = List.of(columns);
    }

    /** Adds a row, in the order of the columns. */
    Table row(@Nullable Object... cells) {
        if (cells.length != columns.size()) {
            throw new IllegalArgumentException("A row has as many cells as there are columns.");
        }
        rows.add(Arrays.asList(cells));
        return this;
    }

    List<String> columns() {
        return columns;
    }

    List<List<@Nullable Object>> rows() {
        return rows;
    }
}
