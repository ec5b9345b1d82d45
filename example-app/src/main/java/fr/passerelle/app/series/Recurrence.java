package fr.passerelle.app.series;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * The days on which a text appears. Pure.
 *
 * @param days of the week; at least one
 * @param first the earliest day
 * @param last the latest day, itself included
 */
public record Recurrence(Set<DayOfWeek> days, LocalDate first, LocalDate last) {
    /** Most days of one series: a school year of one day a week, and some more. */
    public static final int MOST = 60;

    public Recurrence {
        days = Set.copyOf(days);
        if (days.isEmpty()) {
            throw new IllegalArgumentException("On which days?");
        }
    }

    /** In their order, without holidays; at most {@link #MOST} and one more, by which somebody sees that it is too many. */
    public List<LocalDate> on(SchoolCalendar calendar) {
        return last.isBefore(first)
                ? List.of()
                : first.datesUntil(last.plusDays(1))
                        .filter(day -> days.contains(day.getDayOfWeek()) && !calendar.isHoliday(day))
                        .limit(MOST + 1L)
                        .toList();
    }
}
