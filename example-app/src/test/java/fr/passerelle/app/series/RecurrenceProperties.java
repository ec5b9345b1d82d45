package fr.passerelle.app.series;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.app.series.SchoolCalendar.Holiday;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class RecurrenceProperties {
    private static final LocalDate SEPTEMBER = LocalDate.of(2026, 9, 1);

    @Provide
    Arbitrary<Set<DayOfWeek>> weeks() {
        return Arbitraries.of(DayOfWeek.class).set().ofMinSize(1).ofMaxSize(7);
    }

    @Property
    void every_day_is_wanted_in_order_within_its_bounds_and_no_holiday_and_none_is_left_out(
            @ForAll("weeks") Set<DayOfWeek> week,
            @ForAll @IntRange(max = 300) int first,
            @ForAll @IntRange(min = -5, max = 50) int length,
            @ForAll @IntRange(max = 320) int holiday,
            @ForAll @IntRange(min = 2, max = 20) int holidays) {
        LocalDate from = SEPTEMBER.plusDays(first);
        LocalDate last = from.plusDays(length);
        Holiday free = new Holiday(SEPTEMBER.plusDays(holiday), SEPTEMBER.plusDays(holiday + holidays));
        SchoolCalendar calendar = new SchoolCalendar(List.of(free));
        List<LocalDate> days = new Recurrence(week, from, last).on(calendar);

        assertThat(days).isSorted().doesNotHaveDuplicates();
        for (LocalDate day = from.minusDays(8); day.isBefore(last.plusDays(9)); day = day.plusDays(1)) {
            boolean wanted = week.contains(day.getDayOfWeek())
                    && !day.isBefore(from)
                    && !day.isAfter(last)
                    && (day.isBefore(free.from()) || !day.isBefore(free.until()));
            assertThat(days.contains(day)).as(day.toString()).isEqualTo(wanted);
        }
    }
}
