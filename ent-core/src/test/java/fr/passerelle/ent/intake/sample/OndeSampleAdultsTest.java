package fr.passerelle.ent.intake.sample;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.ent.intake.Guardians;
import fr.passerelle.ent.intake.Guardians.Child;
import fr.passerelle.ent.intake.Guardians.Guardian;
import fr.passerelle.ent.intake.OndeKind;
import fr.passerelle.ent.intake.OndeReader;
import fr.passerelle.ent.intake.Roster;
import fr.passerelle.ent.intake.Roster.Pupil;
import fr.passerelle.ent.intake.RosterFile;
import fr.passerelle.ent.intake.Teachers;
import fr.passerelle.ent.intake.Teachers.Teacher;
import fr.passerelle.ent.intake.sample.OndeSample.SampleFile;
import fr.passerelle.ent.intake.sample.SampleSchool.SampleClass;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class OndeSampleAdultsTest {
    private static final List<SampleFile> FILES = OndeSample.files(OndeSample.DEFAULT_SEED);

    @Test
    void the_same_seed_gives_the_same_bytes_on_every_machine() throws NoSuchAlgorithmException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        FILES.subList(3, 9).forEach(file -> digest.update(file.content()));
        assertThat(HexFormat.of().formatHex(digest.digest()))
                .as("approved once: files, screenshots and transcripts made from the sample rely on it")
                .isEqualTo("8de10f42b72c9de90b42f1921cdd3915ca5891c315e298ae99d4cb949606fbf9");
    }

    @Test
    void each_school_has_three_files_in_the_order_in_which_they_are_imported() {
        assertThat(FILES)
                .extracting(SampleFile::name)
                .containsExactly(
                        "0771369V-CSVExtraction-eleves.csv",
                        "0770409B-CSVExtraction-eleves.csv",
                        "0770420N-CSVExtraction-eleves.csv",
                        "0771369V-CSVExtraction-enseignants.csv",
                        "0770409B-CSVExtraction-enseignants.csv",
                        "0770420N-CSVExtraction-enseignants.csv",
                        "0771369V-CSVExtraction-responsables.csv",
                        "0770409B-CSVExtraction-responsables.csv",
                        "0770420N-CSVExtraction-responsables.csv");
        assertThat(FILES).extracting(SampleFile::kind).isSorted().contains(OndeKind.values());
        assertThat(FILES).allSatisfy(file -> {
            RosterFile.Export export = read(file);
            assertThat(export.kind()).isEqualTo(file.kind());
            assertThat(export.findings()).isEmpty();
        });
    }

    @Test
    void every_line_says_that_it_is_fictional() {
        for (SampleFile file : FILES) {
            List<String> lines = List.of(new String(file.content(), ISO_8859_1).split("\r\n"));
            assertThat(lines.subList(1, lines.size()))
                    .allSatisfy(line -> assertThat(line).contains("FICTIVILLE", "(données fictives)"));
        }
    }

    @Test
    void a_school_has_one_head_and_a_class_one_teacher_or_two() {
        for (SampleFile file : FILES.subList(3, 6)) {
            List<Teacher> teachers = ((Teachers) read(file)).teachers();
            assertThat(teachers).filteredOn(Teacher::head).hasSize(1);
            for (SampleClass schoolClass : file.school().classes()) {
                assertThat(teachers)
                        .filteredOn(teacher -> schoolClass.name().equals(teacher.classes()))
                        .hasSizeBetween(1, 2);
            }
        }
    }

    @Test
    void nobody_has_a_teachers_family_name() {
        Set<String> names = new HashSet<>();
        for (SampleFile file : FILES.subList(3, 6)) {
            ((Teachers) read(file))
                    .teachers()
                    .forEach(teacher ->
                            assertThat(names.add(teacher.familyName())).isTrue());
        }
        assertThat(names).hasSizeGreaterThanOrEqualTo(24);
        for (SampleFile file : List.of(FILES.get(0), FILES.get(1), FILES.get(2))) {
            ((Roster) read(file))
                    .pupils()
                    .forEach(pupil ->
                            assertThat(names).doesNotContain(pupil.familyName(), String.valueOf(pupil.usageName())));
        }
    }

    @Test
    void guardians_share_their_childrens_name_and_siblings_their_guardians() {
        for (int school = 0; school < 3; school++) {
            List<Pupil> pupils = ((Roster) read(FILES.get(school))).pupils();
            List<Guardian> guardians = ((Guardians) read(FILES.get(6 + school))).guardians();
            assertThat(guardians)
                    .allSatisfy(guardian -> assertThat(guardian.children())
                            .as("all pupils of that family name")
                            .containsExactlyElementsOf(pupils.stream()
                                    .filter(pupil -> pupil.familyName().equals(guardian.familyName()))
                                    .map(pupil -> new Child(pupil.familyName(), pupil.firstName(), pupil.className()))
                                    .toList()));
            assertThat(guardians.stream().map(Guardian::familyName).collect(Collectors.toSet()))
                    .isEqualTo(pupils.stream().map(Pupil::familyName).collect(Collectors.toSet()));
            assertThat(guardians)
                    .extracting(guardian -> guardian.familyName() + " " + guardian.firstName())
                    .doesNotHaveDuplicates();
            assertThat(guardians)
                    .filteredOn(guardian -> guardian.usageName() != null)
                    .hasSizeGreaterThan(3);
        }
    }

    private static RosterFile.Export read(SampleFile file) {
        return (RosterFile.Export) OndeReader.read(file.content(), file.school().school(), OndeSample.YEAR);
    }
}
