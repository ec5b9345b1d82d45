package fr.passerelle.ent.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;
import java.time.Month;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A school year, from 1 August to 31 July: classes are opened for one and pupils change class with it.
 *
 * @param firstYear the year in which it begins, 2000 to 2999
 */
public record SchoolYear(int firstYear) implements Comparable<SchoolYear> {
    private static final Pattern FORM = Pattern.compile("(\\d{4})-(\\d{4})");

    public SchoolYear {
        if (firstYear < 2000 || firstYear > 2999) {
            throw new IllegalArgumentException("A school year begins between 2000 and 2999.");
        }
    }

    /** The school year that a day belongs to; the summer's turn is on 1 August. */
    public static SchoolYear of(LocalDate day) {
        return new SchoolYear(day.getMonthValue() >= Month.AUGUST.getValue() ? day.getYear() : day.getYear() - 1);
    }

    /**
     * Reads {@code 2026-2027}.
     *
     * @throws IllegalArgumentException if the form is another or the years do not follow each other
     */
    @JsonCreator
    public static SchoolYear parse(String text) {
        Matcher matcher = FORM.matcher(text.strip());
        if (!matcher.matches() || Integer.parseInt(matcher.group(2)) != Integer.parseInt(matcher.group(1)) + 1) {
            throw new IllegalArgumentException("A school year is written like 2026-2027.");
        }
        return new SchoolYear(Integer.parseInt(matcher.group(1)));
    }

    @Override
    public int compareTo(SchoolYear other) {
        return Integer.compare(firstYear, other.firstYear);
    }

    /** The form that {@link #parse} reads. */
    @Override
    @JsonValue
    public String toString() {
        return firstYear + "-" + (firstYear + 1);
    }
}
