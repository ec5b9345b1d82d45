package fr.passerelle.ent.intake.sample;

import fr.passerelle.ent.intake.sample.SampleSchool.SampleClass;
import fr.passerelle.ent.model.Level;
import fr.passerelle.ent.model.SchoolYear;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Fills the classes of one sample school: most pupils are alone of their family, about one in ten has an older
 * or younger sibling some levels away, and each school has three pairs of twins.
 */
final class SampleFamilies {
    private static final int TWINS = 3;
    private static final int ONE_IN_TWINS = 20;
    private static final int ONE_IN_SIBLINGS = 10;
    private static final int ONE_IN_USAGE_NAMES = 20;
    private static final int ONE_IN_A_YEAR_LATE = 30;

    private final SampleSchool school;
    private final SchoolYear year;
    private final Random random;
    private final SampleNames names;
    private int houses;

    private record Seat(Level level, String className) {}

    SampleFamilies(SampleSchool school, SchoolYear year, Random random, SampleNames names) {
        this.school = school;
        this.year = year;
        this.random = random;
        this.names = names;
    }

    /** Class by class, as many as the classes have. */
    List<SamplePupil> pupils() {
        List<SamplePupil> pupils = new ArrayList<>();
        int twins = 0;
        for (Seat seat : seats()) {
            SamplePupil before = pupils.isEmpty() ? null : pupils.get(pupils.size() - 1);
            SamplePupil sibling = random.nextInt(ONE_IN_SIBLINGS) == 0 ? siblingFor(seat, pupils) : null;
            if (before != null
                    && before.level() == seat.level
                    && twins < TWINS
                    && alone(before, pupils)
                    && random.nextInt(ONE_IN_TWINS) == 0) {
                pupils.add(pupil(seat, before, before.birthDate()));
                twins++;
            } else {
                pupils.add(pupil(seat, sibling, birthDate(seat.level)));
            }
        }
        return pupils;
    }

    /** Where several levels share a class, each has its part of it. */
    private List<Seat> seats() {
        List<Seat> seats = new ArrayList<>();
        for (SampleClass schoolClass : school.classes()) {
            int levels = schoolClass.levels().size();
            for (int i = 0; i < schoolClass.pupils(); i++) {
                seats.add(new Seat(schoolClass.levels().get(i * levels / schoolClass.pupils()), schoolClass.name()));
            }
        }
        return seats;
    }

    /** Three levels apart, so that even with a year lost more than a year lies between two births. */
    private @Nullable SamplePupil siblingFor(Seat seat, List<SamplePupil> pupils) {
        List<SamplePupil> fitting = pupils.stream()
                .filter(pupil -> seat.level != Level.ULIS && pupil.level() != Level.ULIS)
                .filter(pupil -> Math.abs(age(pupil.level()) - age(seat.level)) >= 3)
                .filter(pupil -> alone(pupil, pupils))
                .toList();
        return fitting.isEmpty() ? null : fitting.get(random.nextInt(fitting.size()));
    }

    private static boolean alone(SamplePupil pupil, List<SamplePupil> pupils) {
        return pupils.stream()
                        .filter(other -> other.familyName().equals(pupil.familyName()))
                        .count()
                == 1;
    }

    private SamplePupil pupil(Seat seat, @Nullable SamplePupil sibling, LocalDate birthDate) {
        boolean girl = random.nextBoolean();
        String first = names.first(girl);
        while (sibling != null && first.equals(sibling.firstName())) {
            first = names.first(girl);
        }
        return new SamplePupil(
                sibling == null ? names.family() : sibling.familyName(),
                random.nextInt(ONE_IN_USAGE_NAMES) == 0 ? names.family() : "",
                first,
                girl,
                birthDate,
                sibling == null ? ++houses : sibling.house(),
                seat.level,
                seat.className);
    }

    /** Children enter a level in the calendar year of an age; the youngest must be two when school begins. */
    private LocalDate birthDate(Level level) {
        int age = level == Level.ULIS ? 7 + random.nextInt(4) : age(level);
        boolean late = level.compareTo(Level.CP) >= 0 && random.nextInt(ONE_IN_A_YEAR_LATE) == 0;
        int day = 1 + random.nextInt(level == Level.TPS ? 240 : 365);
        return LocalDate.ofYearDay(year.firstYear() - age - (late ? 1 : 0), day);
    }

    private static int age(Level level) {
        return switch (level) {
            case TPS -> 2;
            case PS -> 3;
            case MS -> 4;
            case GS -> 5;
            case CP -> 6;
            case CE1 -> 7;
            case CE2 -> 8;
            case CM1 -> 9;
            case CM2, ULIS, UPE2A -> 10;
        };
    }
}
