package fr.passerelle.ent.intake;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.ent.intake.OndeFile.Encoding;
import fr.passerelle.ent.intake.Roster.Pupil;
import fr.passerelle.ent.model.Level;
import fr.passerelle.ent.model.SchoolYear;
import fr.passerelle.ent.model.Uai;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class OndePupilsProperties {
    private static final Uai TOURNELLES = new Uai("0771369V");
    private static final SchoolYear YEAR = new SchoolYear(2026);

    @Property(tries = 300)
    void what_is_printed_in_any_form_is_read_back(
            @ForAll("pupils") List<Pupil> pupils, @ForAll("forms") OndeFile form) {
        Roster roster = read(form.print(pupils));
        assertThat(withoutLines(roster.pupils())).isEqualTo(withoutLines(pupils));
        assertThat(roster.complete()).isTrue();
    }

    @Property(tries = 100)
    void the_order_of_columns_does_not_matter(
            @ForAll("pupils") List<Pupil> pupils, @ForAll("forms") OndeFile form, @ForAll Random random) {
        List<Integer> order = new ArrayList<>();
        for (int column = 0; column < OndeFile.HEADINGS.size(); column++) {
            order.add(column);
        }
        Collections.shuffle(order, random);
        List<List<String>> rows = new ArrayList<>();
        rows.add(order.stream().map(OndeFile.HEADINGS::get).toList());
        pupils.forEach(
                pupil -> rows.add(order.stream().map(form.cells(pupil)::get).toList()));
        assertThat(withoutLines(read(form.printRows(rows)).pupils())).isEqualTo(withoutLines(pupils));
    }

    @Property(tries = 300)
    void any_bytes_are_read_or_refused(
            @ForAll byte[] noise, @ForAll("pupils") List<Pupil> pupils, @ForAll Random random) {
        byte[] file = OndeFile.USUAL.print(pupils);
        for (byte value : noise) {
            file[random.nextInt(file.length)] = value;
        }
        RosterFile read = OndeReader.read(file, TOURNELLES, YEAR);
        if (read instanceof Roster roster) {
            assertThat(roster.pupils()).isNotEmpty();
        }
    }

    @Provide
    Arbitrary<List<Pupil>> pupils() {
        Arbitrary<String> word = Arbitraries.strings()
                .withChars("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyzÀÉÈÊËÎÏÔÙÛÜÇÑàéèêëîïôùûüçñ")
                .ofMinLength(1)
                .ofMaxLength(8);
        Arbitrary<String> name = Combinators.combine(word, Arbitraries.of("", " ", "-", "'"), word)
                .as((first, between, second) -> first + between + second);
        Arbitrary<LocalDate> born = Arbitraries.longs()
                .between(
                        LocalDate.of(2010, 1, 1).toEpochDay(),
                        LocalDate.of(2024, 12, 31).toEpochDay())
                .map(LocalDate::ofEpochDay);
        Arbitrary<String> className = Combinators.combine(Arbitraries.of("CM1", "CP", "PS-MS", "Les \"Petits\""), name)
                .as((level, rest) -> level + " " + rest);
        return Combinators.combine(
                        name, name.injectNull(0.8), name, born, Arbitraries.of(Level.class), className.injectNull(0.1))
                .as((family, usage, first, birth, level, schoolClass) ->
                        new Pupil(1, family, usage, first, birth, level, schoolClass))
                .list()
                .ofMinSize(1)
                .ofMaxSize(6);
    }

    @Provide
    Arbitrary<OndeFile> forms() {
        return Combinators.combine(
                        Arbitraries.of(Encoding.class),
                        Arbitraries.of("\r\n", "\n", "\r"),
                        Arbitraries.of(true, false),
                        Arbitraries.of(true, false))
                .as(OndeFile::new);
    }

    private static Roster read(byte[] file) {
        RosterFile read = OndeReader.read(file, TOURNELLES, YEAR);
        assertThat(read).isInstanceOf(Roster.class);
        return (Roster) read;
    }

    private static List<List<Object>> withoutLines(List<Pupil> pupils) {
        return pupils.stream()
                .map(pupil -> Arrays.<Object>asList(
                        pupil.familyName(),
                        pupil.usageName(),
                        pupil.firstName(),
                        pupil.birthDate(),
                        pupil.level(),
                        pupil.className()))
                .toList();
    }
}
