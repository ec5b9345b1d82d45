package fr.passerelle.ent.intake.sample;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.ent.intake.OndeReader;
import fr.passerelle.ent.intake.Roster;
import fr.passerelle.ent.intake.Roster.Pupil;
import fr.passerelle.ent.intake.sample.OndeSample.SampleFile;
import fr.passerelle.ent.intake.sample.SampleSchool.SampleClass;
import fr.passerelle.ent.model.Level;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OndeSampleTest {
    private static final List<SampleFile> FILES =
            OndeSample.files(OndeSample.DEFAULT_SEED).subList(0, 3);

    @Test
    void the_same_seed_gives_the_same_bytes_on_every_machine() throws NoSuchAlgorithmException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        FILES.forEach(file -> digest.update(file.content()));
        assertThat(HexFormat.of().formatHex(digest.digest()))
                .as("approved once: files, screenshots and transcripts made from the sample rely on it")
                .isEqualTo("4d3678bcef397e7c07ceb773839faf6accefdbbb53c8f497dd03de7bd41a7ebe");
        assertThat(OndeSample.files(1).get(0).content())
                .isNotEqualTo(FILES.get(0).content());
    }

    @Test
    void three_schools_hold_820_pupils_in_24_classes() {
        assertThat(SampleSchool.ALL)
                .extracting(school -> school.school().value())
                .containsExactly("0771369V", "0770409B", "0770420N");
        assertThat(SampleSchool.ALL.stream().flatMap(school -> school.classes().stream()))
                .hasSize(24);
        assertThat(FILES.stream().mapToInt(file -> roster(file).pupils().size()))
                .containsExactly(344, 175, 301);
    }

    @Test
    void a_file_looks_as_onde_writes_it() {
        SampleFile file = FILES.get(0);
        assertThat(file.name()).isEqualTo("0771369V-CSVExtraction-eleves.csv");
        List<String> lines = List.of(new String(file.content(), ISO_8859_1).split("\r\n", -1));
        assertThat(lines.get(0))
                .isEqualTo("\"Nom Elève\";\"Nom d'usage Elève\";\"Prénom Elève\";\"Date naissance\";\"Sexe\";"
                        + "\"Adresse1\";\"Cp1\";\"Commune1\";\"Pays1\";\"Adresse2\";\"Cp2\";\"Commune2\";\"Pays2\";"
                        + "\" Cycle\";\"Niveau\";\"Classe\";\"Attestation fournie\";\"Autorisations associations\";"
                        + "\"Autorisations photos\";\"Décision de passage\"");
        assertThat(lines.get(lines.size() - 1)).isEmpty();
        assertThat(lines.subList(1, lines.size() - 1))
                .hasSize(344)
                .allSatisfy(line -> assertThat(line).contains("FICTIVILLE", "(données fictives)"));
    }

    @Test
    void every_file_is_read_without_a_finding_and_fills_the_classes_of_the_table() {
        for (SampleFile file : FILES) {
            Roster roster = roster(file);
            assertThat(roster.findings()).isEmpty();
            for (SampleClass schoolClass : file.school().classes()) {
                List<Pupil> pupils = roster.pupils().stream()
                        .filter(pupil -> schoolClass.name().equals(pupil.className()))
                        .toList();
                assertThat(pupils).hasSize(schoolClass.pupils());
                assertThat(new TreeSet<>(pupils.stream().map(Pupil::level).toList()))
                        .containsExactlyElementsOf(schoolClass.levels());
            }
        }
    }

    @Test
    void a_family_name_is_long_unique_and_no_part_of_another() {
        Set<String> names = new HashSet<>();
        everybody().forEach(pupil -> names.add(pupil.familyName()));
        everybody().stream()
                .map(Pupil::usageName)
                .filter(Objects::nonNull)
                .forEach(usage -> assertThat(names.add(usage)).as(usage).isTrue());
        assertThat(names)
                .hasSizeGreaterThan(750)
                .allSatisfy(name -> assertThat(name).hasSizeGreaterThanOrEqualTo(7));
        List<String> all = List.copyOf(names);
        for (String name : all) {
            assertThat(all).filteredOn(other -> other.contains(name)).containsExactly(name);
        }
        assertThat(all.stream().filter(name -> !name.matches("\\p{ASCII}*")).count())
                .as("names with an accent, which leak in other bytes in another encoding")
                .isGreaterThan(100);
    }

    @Test
    void siblings_share_a_name_and_a_school_and_only_twins_a_birth_date() {
        Map<String, List<Pupil>> families = new HashMap<>();
        int twins = 0;
        for (SampleFile file : FILES) {
            Map<String, List<Pupil>> ofSchool = new HashMap<>();
            roster(file)
                    .pupils()
                    .forEach(pupil -> ofSchool.computeIfAbsent(pupil.familyName(), name -> new java.util.ArrayList<>())
                            .add(pupil));
            assertThat(families.keySet()).doesNotContainAnyElementsOf(ofSchool.keySet());
            families.putAll(ofSchool);
        }
        for (List<Pupil> family : families.values()) {
            assertThat(family).hasSizeLessThanOrEqualTo(2);
            if (family.size() == 2) {
                Pupil one = family.get(0);
                Pupil other = family.get(1);
                assertThat(one.firstName()).isNotEqualTo(other.firstName());
                boolean together = one.birthDate().equals(other.birthDate());
                twins += together ? 1 : 0;
                assertThat(together
                                || Math.abs(one.birthDate().toEpochDay()
                                                - other.birthDate().toEpochDay())
                                        > 300)
                        .isTrue();
            }
        }
        assertThat(twins).isEqualTo(9);
        assertThat(families.values().stream()
                        .filter(family -> family.size() == 2)
                        .count())
                .as("siblings, twins included")
                .isBetween(50L, 90L);
    }

    @Test
    void birth_dates_fit_the_levels() {
        assertThat(everybody()).allSatisfy(pupil -> {
            int age = OndeSample.YEAR.firstYear() - pupil.birthDate().getYear();
            if (pupil.level() == Level.ULIS) {
                assertThat(age).isBetween(7, 12);
            } else {
                int usual = List.of(Level.values()).indexOf(pupil.level()) + 2;
                assertThat(age).isBetween(usual, usual + 1);
            }
        });
    }

    @Test
    void files_are_written_into_a_new_directory(@TempDir Path directory) throws IOException {
        List<Path> written = OndeSample.write(directory.resolve("a/b"), OndeSample.DEFAULT_SEED);
        assertThat(written).hasSize(9);
        assertThat(Files.readAllBytes(written.get(2))).isEqualTo(FILES.get(2).content());
    }

    private static List<Pupil> everybody() {
        return FILES.stream().flatMap(file -> roster(file).pupils().stream()).toList();
    }

    private static Roster roster(SampleFile file) {
        return (Roster) OndeReader.read(file.content(), file.school().school(), OndeSample.YEAR);
    }
}
