package fr.passerelle.ent.intake.sample;

import static fr.passerelle.ent.model.Level.CE1;
import static fr.passerelle.ent.model.Level.CE2;
import static fr.passerelle.ent.model.Level.CM1;
import static fr.passerelle.ent.model.Level.CM2;
import static fr.passerelle.ent.model.Level.CP;
import static fr.passerelle.ent.model.Level.GS;
import static fr.passerelle.ent.model.Level.MS;
import static fr.passerelle.ent.model.Level.PS;
import static fr.passerelle.ent.model.Level.TPS;
import static fr.passerelle.ent.model.Level.ULIS;

import fr.passerelle.ent.model.Level;
import fr.passerelle.ent.model.Uai;
import fr.passerelle.ent.school.SchoolKind;
import java.util.List;

/**
 * A pilot school as the sample shows it: the school is real, its classes and pupils are invented.
 *
 * @param classes in order of age
 */
public record SampleSchool(Uai school, String name, SchoolKind kind, List<SampleClass> classes) {
    public SampleSchool {
        classes = List.copyOf(classes);
    }

    /**
     * A class of a sample school.
     *
     * @param name unique in its school, for example {@code CM2 B}
     * @param levels in order of age
     * @param pupils how many
     */
    public record SampleClass(String name, List<Level> levels, int pupils) {
        public SampleClass {
            levels = List.copyOf(levels);
        }
    }

    /** The three pilot schools: 24 classes, 820 pupils. */
    public static final List<SampleSchool> ALL = List.of(
            new SampleSchool(
                    new Uai("0771369V"),
                    "Les Tournelles",
                    SchoolKind.PRIMARY,
                    List.of(
                            of("PS A", 35, PS),
                            of("MS A", 35, MS),
                            of("GS A", 35, GS),
                            of("CP A", 35, CP),
                            of("CE1 A", 34, CE1),
                            of("CE2 A", 34, CE2),
                            of("CM1 A", 34, CM1),
                            of("CM1-CM2", 34, CM1, CM2),
                            of("CM2 A", 34, CM2),
                            of("CM2 B", 34, CM2))),
            new SampleSchool(
                    new Uai("0770409B"),
                    "Arcades Fleuries",
                    SchoolKind.ELEMENTARY,
                    List.of(
                            of("CP A", 33, CP),
                            of("CE1 A", 33, CE1),
                            of("CE2 A", 33, CE2),
                            of("CM1 A", 32, CM1),
                            of("CM2 A", 32, CM2),
                            of("ULIS", 12, ULIS))),
            new SampleSchool(
                    new Uai("0770420N"),
                    "Docteur Roux",
                    SchoolKind.PRIMARY,
                    List.of(
                            of("TPS-PS", 37, TPS, PS),
                            of("MS-GS", 38, MS, GS),
                            of("CP A", 38, CP),
                            of("CE1 A", 38, CE1),
                            of("CE2 A", 38, CE2),
                            of("CM1 A", 38, CM1),
                            of("CM2 A", 37, CM2),
                            of("CM2 B", 37, CM2))));

    private static SampleClass of(String name, int pupils, Level... levels) {
        return new SampleClass(name, List.of(levels), pupils);
    }
}
