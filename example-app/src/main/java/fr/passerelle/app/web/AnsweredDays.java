package fr.passerelle.app.web;

import fr.passerelle.app.town.Town;
import fr.passerelle.ent.availability.Availability;
import fr.passerelle.ent.spi.AccountId;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How an account answered lately.
 *
 * @param days the last thirty, the oldest first
 */
record AnsweredDays(List<Day> days) {
    private static final int DAYS = 30;

    /**
     * One day, in UTC.
     *
     * @param asked how often; 0 where nobody asked, so that nothing is known of it
     * @param cause codes of what was wrong, most of it first, or null
     */
    record Day(
            LocalDate date,
            int asked,
            int answered,
            @Nullable String cause) {
        /** How it is drawn: nobody asked, it answered always, sometimes or never. */
        public String kind() {
            if (asked == 0) {
                return "unasked";
            }
            return answered == asked ? "all" : answered == 0 ? "none" : "some";
        }
    }

    static AnsweredDays of(Town town, AccountId account) {
        Map<LocalDate, Availability> known = town.passerelle().availability(account).stream()
                .collect(Collectors.toMap(day -> Objects.requireNonNull(day.day()), Function.identity()));
        LocalDate today = LocalDate.ofInstant(town.clock().instant(), ZoneOffset.UTC);
        List<Day> days = new ArrayList<>();
        for (LocalDate date = today.minusDays(DAYS - 1); !date.isAfter(today); date = date.plusDays(1)) {
            Availability day = known.get(date);
            days.add(day == null ? new Day(date, 0, 0, null) : new Day(date, day.asked(), day.answered(), cause(day)));
        }
        return new AnsweredDays(days);
    }

    private static @Nullable String cause(Availability day) {
        return day.faults().isEmpty()
                ? null
                : day.faults().entrySet().stream()
                        .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                        .map(Map.Entry::getKey)
                        .collect(Collectors.joining(", "));
    }

    public int asked() {
        return days.stream().mapToInt(Day::asked).sum();
    }

    public int answered() {
        return days.stream().mapToInt(Day::answered).sum();
    }

    /** Of a hundred questions, to one decimal; only where somebody asked. */
    public double percent() {
        return Math.floor(1000.0 * answered() / asked()) / 10;
    }

    /** The days on which somebody asked, the newest first. */
    public List<Day> known() {
        List<Day> known =
                new ArrayList<>(days.stream().filter(day -> day.asked > 0).toList());
        java.util.Collections.reverse(known);
        return known;
    }
}
