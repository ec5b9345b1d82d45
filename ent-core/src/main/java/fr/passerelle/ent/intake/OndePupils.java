package fr.passerelle.ent.intake;

import fr.passerelle.ent.intake.Roster.Pupil;
import fr.passerelle.ent.model.Level;
import fr.passerelle.ent.model.SchoolYear;
import fr.passerelle.ent.model.Uai;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The lines of ONDE's file of pupils: family name, usage name, first name, birth date, level and class. */
final class OndePupils extends OndeLines {
    private static final int OLDEST_PUPIL_YEARS = 20;
    private static final List<DateTimeFormatter> DATES = List.of(
            DateTimeFormatter.ofPattern("uuuu-MM-dd").withResolverStyle(ResolverStyle.STRICT),
            DateTimeFormatter.ofPattern("dd/MM/uuuu").withResolverStyle(ResolverStyle.STRICT));

    private final SchoolYear year;
    private final List<Pupil> pupils = new ArrayList<>();

    OndePupils(SchoolYear year) {
        this.year = year;
    }

    @Override
    List<Column> columns(List<String> keys) throws WrongFile {
        return each(OndeField.of(OndeKind.PUPILS), keys);
    }

    @Override
    RosterFile.Export roster(Uai school, SchoolYear year, String fileHash) throws WrongFile {
        if (pupils.isEmpty()) {
            throw new WrongFile(IntakeReason.NO_PUPIL);
        }
        return new Roster(school, year, fileHash, pupils, findings());
    }

    @Override
    void take(OndeCells cells) {
        String family = cells.name(cells.at(OndeField.FAMILY_NAME));
        String usage = cells.nameOrNone(cells.at(OndeField.USAGE_NAME));
        String first = cells.name(cells.at(OndeField.FIRST_NAME));
        LocalDate birth = birthDate(cells, cells.at(OndeField.BIRTH_DATE));
        String className = cells.className(cells.at(OndeField.CLASS));
        if (cells.refused() || family == null || first == null || birth == null) {
            return;
        }
        Level level = OndeLevels.parse(cells.text(cells.at(OndeField.LEVEL)));
        if (level == null) {
            cells.note(IntakeReason.UNKNOWN_LEVEL);
        }
        if (className == null) {
            cells.note(IntakeReason.WITHOUT_CLASS);
        }
        pupils.add(new Pupil(cells.line(), family, usage, first, birth, level, className));
    }

    private @Nullable LocalDate birthDate(OndeCells cells, int cell) {
        String text = cells.text(cell);
        if (text.isEmpty()) {
            cells.refuse(cell, IntakeReason.MISSING_VALUE);
            return null;
        }
        LocalDate date = date(text);
        if (date == null) {
            cells.refuse(cell, IntakeReason.BAD_DATE);
        } else if (date.getYear() > year.firstYear() || date.getYear() < year.firstYear() - OLDEST_PUPIL_YEARS) {
            cells.refuse(Finding.of(cells.line(), IntakeReason.IMPLAUSIBLE_DATE, "year", year));
        }
        return date;
    }

    private static @Nullable LocalDate date(String text) {
        for (DateTimeFormatter form : DATES) {
            try {
                return LocalDate.parse(text, form);
            } catch (DateTimeParseException e) {
                // The other form may fit.
            }
        }
        return null;
    }
}
