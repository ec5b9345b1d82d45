package fr.passerelle.app.series;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.List;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;

/**
 * The holidays of a school year, as the Ministry publishes them for each zone (iCalendar, RFC 5545). Without a file every day
 * counts, and whoever asks is told so.
 *
 * @param holidays in which nothing appears
 */
public record SchoolCalendar(List<Holiday> holidays) {
    /** Nothing is known. */
    public static final SchoolCalendar NONE = new SchoolCalendar(List.of());

    /** Shorter ones are marks such as the day on which school begins. */
    private static final int SHORTEST_DAYS = 2;

    /**
     * Days on which there is no school.
     *
     * @param from the first of them
     * @param until the first day after
     */
    public record Holiday(LocalDate from, LocalDate until) {
        boolean has(LocalDate day) {
            return !day.isBefore(from) && day.isBefore(until);
        }
    }

    public SchoolCalendar {
        holidays = List.copyOf(holidays);
    }

    /** Whether anything is known. */
    public boolean isKnown() {
        return !holidays.isEmpty();
    }

    /** Whether a day is one of a holiday. */
    public boolean isHoliday(LocalDate day) {
        return holidays.stream().anyMatch(holiday -> holiday.has(day));
    }

    /**
     * Reads a calendar's events of whole days.
     *
     * @throws IOException if it cannot be read, or is no calendar
     */
    public static SchoolCalendar read(InputStream file) throws IOException {
        Calendar calendar;
        try {
            calendar = new CalendarBuilder().build(file);
        } catch (ParserException | RuntimeException noCalendar) {
            throw new IOException("It is no calendar.", noCalendar);
        }
        List<Holiday> holidays = new ArrayList<>();
        for (VEvent event : calendar.<VEvent>getComponents("VEVENT")) {
            Temporal from = event.getDateTimeStart() == null
                    ? null
                    : event.getDateTimeStart().getDate();
            Temporal until = event.getDateTimeEnd() == null
                    ? null
                    : event.getDateTimeEnd().getDate();
            if (from instanceof LocalDate first
                    && until instanceof LocalDate after
                    && !first.plusDays(SHORTEST_DAYS).isAfter(after)) {
                holidays.add(new Holiday(first, after));
            }
        }
        return new SchoolCalendar(holidays);
    }
}
