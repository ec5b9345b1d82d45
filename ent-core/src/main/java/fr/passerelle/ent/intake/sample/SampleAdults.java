package fr.passerelle.ent.intake.sample;

import fr.passerelle.ent.intake.sample.SampleSchool.SampleClass;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * The guardians of the invented pupils, who have their children's family name, and the teachers of the invented classes,
 * whose family names nobody else has: one family in five has one guardian, the others two; one class in four has two
 * teachers; the first teacher of a school leads it.
 */
final class SampleAdults {
    private static final int ONE_IN_ALONE = 5;
    private static final int ONE_IN_USAGE_NAMES = 20;
    private static final int ONE_IN_TWO_TEACHERS = 4;

    private final Random random;
    private final SampleNames names;

    /**
     * An invented guardian.
     *
     * @param usageName empty for most
     * @param children siblings, of one house
     */
    record SampleGuardian(
            boolean woman, String familyName, String usageName, String firstName, List<SamplePupil> children) {}

    /**
     * An invented teacher.
     *
     * @param usageName empty for most
     */
    record SampleTeacher(
            boolean woman, String familyName, String usageName, String firstName, boolean head, String className) {}

    SampleAdults(Random random, SampleNames names) {
        this.random = random;
        this.names = names;
    }

    /** Family by family, in the order in which their children come. */
    List<SampleGuardian> guardians(List<SamplePupil> pupils) {
        Map<String, List<SamplePupil>> families = new LinkedHashMap<>();
        pupils.forEach(pupil -> families.computeIfAbsent(pupil.familyName(), name -> new ArrayList<>())
                .add(pupil));
        List<SampleGuardian> guardians = new ArrayList<>();
        families.forEach((familyName, children) -> {
            boolean woman = random.nextBoolean();
            guardians.add(guardian(woman, familyName, children));
            if (random.nextInt(ONE_IN_ALONE) > 0) {
                guardians.add(guardian(!woman, familyName, children));
            }
        });
        return guardians;
    }

    private SampleGuardian guardian(boolean woman, String familyName, List<SamplePupil> children) {
        return new SampleGuardian(woman, familyName, usageName(), names.first(woman), List.copyOf(children));
    }

    /** Class by class. */
    List<SampleTeacher> teachers(SampleSchool school) {
        List<SampleTeacher> teachers = new ArrayList<>();
        for (SampleClass schoolClass : school.classes()) {
            int count = random.nextInt(ONE_IN_TWO_TEACHERS) == 0 ? 2 : 1;
            for (int i = 0; i < count; i++) {
                boolean woman = random.nextInt(5) > 0;
                teachers.add(new SampleTeacher(
                        woman,
                        names.family(),
                        usageName(),
                        names.first(woman),
                        teachers.isEmpty(),
                        schoolClass.name()));
            }
        }
        return teachers;
    }

    private String usageName() {
        return random.nextInt(ONE_IN_USAGE_NAMES) == 0 ? names.family() : "";
    }
}
