package fr.passerelle.app;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.ent.intake.OndeKind;
import fr.passerelle.ent.intake.sample.OndeSample;
import fr.passerelle.ent.intake.sample.OndeSample.SampleFile;
import fr.passerelle.ent.intake.sample.SampleSchool;
import fr.passerelle.ent.store.ByteSearch;
import fr.passerelle.one.sandbox.OneSandbox;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** Not one family name of the pupils lies in the store, in what commands said or in what was logged. */
class NoNameTest {
    @TempDir
    private Path directory;

    /** Every pupil's, as the files have them; families have brothers and sisters. */
    private static List<String> familyNames() {
        return OndeSample.files(OndeSample.DEFAULT_SEED).stream()
                .filter(file -> file.kind() == OndeKind.PUPILS)
                .map(SampleFile::content)
                .map(bytes -> new String(bytes, StandardCharsets.ISO_8859_1))
                .flatMap(text -> text.lines().skip(1))
                .map(line -> line.substring(1, line.indexOf("\";")))
                .toList();
    }

    @Test
    void no_family_name_of_the_820_pupils_is_in_any_file_that_is_kept() throws Exception {
        List<String> pupils = familyNames();
        String[] names = pupils.stream().distinct().toArray(String[]::new);
        assertThat(pupils).hasSize(820);
        assertThat(names).hasSizeGreaterThan(700);
        try (OneSandbox one = OneSandbox.start(0)) {
            Desk desk = Desk.at(directory, one);
            desk.run("sample", "onde", "--out", "onde").ended(0);
            for (SampleSchool school : SampleSchool.ALL) {
                String id = school.school().value();
                desk.run("place", "add", id, "--name", school.name(), "--kind", kind(school))
                        .ended(0);
                desk.run("import", "onde", Desk.roster(id), "--place", id, "--output", "json")
                        .ended(0);
                desk.run("import", "onde", Desk.roster(id), "--place", id, "--apply")
                        .ended(0);
            }
            // What follows goes through a web app of its own process, whose log is searched too.
            Desk.Child serve = desk.start(Main.class, "serve", "--port", "0");
            try (serve) {
                Awaitility.await()
                        .atMost(Duration.ofMinutes(1))
                        .until(() -> Files.exists(desk.store().resolve("serve.json")));
                desk.write("texte.txt", "Bon anniversaire à la famille " + names[0] + " !");
                desk.run(
                                "communicate",
                                "--place",
                                Desk.TOURNELLES,
                                "--class",
                                "CM2 B",
                                "--title",
                                "Pour " + names[1],
                                "--body",
                                "texte.txt")
                        .ended(0);
                // A file's name must fit whatever locale the machine has.
                String plain = Arrays.stream(names)
                        .filter(name -> name.matches("[A-Z]+"))
                        .findFirst()
                        .orElseThrow();
                String note = "absence-" + plain + ".txt";
                desk.write(note, "Absence dans la famille " + names[2]);
                desk.run(
                                "communicate",
                                "--place",
                                Desk.TOURNELLES,
                                "--class",
                                "CM2 B",
                                "--kind",
                                "message",
                                "--title",
                                "Absence",
                                "--body",
                                "texte.txt",
                                "--attach",
                                note)
                        .ended(0);
                assertThat(one.objects().messages().get(0).attachments().get(0).name())
                        .isEqualTo(note);
                desk.run("status", "--output", "json").ended(0);
                openPages(desk, serve, names[0]);
                desk.run("backup", "copie").ended(0);
                assertThat(one.objects().posts().get(0).html()).contains(names[0]);
            }

            int files = 0;
            for (Path place : List.of(desk.store(), desk.said(), directory.resolve("copie"))) {
                assertThat(ByteSearch.inAnotherProcess(place, names)).isEmpty();
                files += count(place);
            }
            List<String> found = new ArrayList<>(ByteSearch.inAnotherProcess(directory.resolve("onde"), names));
            long distinct =
                    found.stream().map(hit -> hit.split(" ", 3)[1]).distinct().count();
            assertThat(distinct).isEqualTo(names.length);
            System.out.printf(
                    "%d family names of %d pupils: none in %d files of store, backup and output; all %d in the ONDE files%n",
                    names.length, pupils.size(), files, distinct);
        }
    }

    /** What a person at the school looks at: the start, a communication, a place, a class with its pupils. */
    private static void openPages(Desk desk, Desk.Child serve, String name) throws Exception {
        String address = JsonMapper.builder()
                .build()
                .readTree(Files.readString(desk.store().resolve("serve.json")))
                .path("address")
                .asString();
        Matcher welcome = Pattern.compile("http://\\S+/welcome/\\S+").matcher(serve.err());
        assertThat(welcome.find()).as("the link of the first start").isTrue();
        Guest town = new Guest(address).comesIn(welcome.group());
        town.page(linked(town.page("/"), "/communications/"));
        String place = town.page("/places/" + Desk.TOURNELLES);
        assertThat(town.page(linked(place, "/classes/"))).contains(name);
    }

    private static String linked(String page, String begin) {
        Matcher link = Pattern.compile("href=\"(" + begin + "[^\"?]+)").matcher(page);
        assertThat(link.find()).as(begin).isTrue();
        return link.group(1);
    }

    private static String kind(SampleSchool school) {
        return school.kind().name().toLowerCase(java.util.Locale.ROOT);
    }

    private static int count(Path place) throws java.io.IOException {
        try (Stream<Path> files = Files.walk(place)) {
            return (int) files.filter(java.nio.file.Files::isRegularFile).count();
        }
    }
}
