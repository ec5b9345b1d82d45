package fr.passerelle.app.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class SchoolCalendarTest {
    private static final String ZONE = """
            BEGIN:VCALENDAR
            VERSION:2.0
            PRODID:-//Exemple//Calendrier scolaire//FR
            BEGIN:VEVENT
            UID:noel@exemple
            DTSTAMP:20260701T000000Z
            DTSTART;VALUE=DATE:20261219
            DTEND;VALUE=DATE:20270104
            SUMMARY:Vacances de Noël - Zone C
            END:VEVENT
            BEGIN:VEVENT
            UID:rentree@exemple
            DTSTAMP:20260701T000000Z
            DTSTART;VALUE=DATE:20260901
            DTEND;VALUE=DATE:20260902
            SUMMARY:Rentrée scolaire des élèves - Zone C
            END:VEVENT
            BEGIN:VEVENT
            UID:conseil@exemple
            DTSTAMP:20260701T000000Z
            DTSTART:20261103T170000Z
            DTEND:20261103T190000Z
            SUMMARY:Conseil d'école
            END:VEVENT
            END:VCALENDAR
            """.replace("\n", "\r\n");

    private static SchoolCalendar read(String text) throws IOException {
        return SchoolCalendar.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void holidays_are_days_from_the_first_to_the_one_before_school_begins_again() throws Exception {
        SchoolCalendar calendar = read(ZONE);
        assertThat(calendar.isHoliday(LocalDate.of(2026, 12, 18))).isFalse();
        assertThat(calendar.isHoliday(LocalDate.of(2026, 12, 19))).isTrue();
        assertThat(calendar.isHoliday(LocalDate.of(2027, 1, 3))).isTrue();
        assertThat(calendar.isHoliday(LocalDate.of(2027, 1, 4))).isFalse();
    }

    @Test
    void neither_the_first_day_of_school_nor_a_meeting_is_a_holiday() throws Exception {
        assertThat(read(ZONE).holidays()).hasSize(1);
    }

    @Test
    void what_is_no_calendar_is_said_so() {
        for (String text : new String[] {"", "not a calendar", "BEGIN:VCALENDAR\r\n"}) {
            assertThatThrownBy(() -> read(text)).as(text).isInstanceOf(IOException.class);
        }
    }
}
