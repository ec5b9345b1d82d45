package fr.passerelle.ent.intake;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.ent.intake.Guardians.Child;
import fr.passerelle.ent.intake.Guardians.Guardian;
import fr.passerelle.ent.intake.OndeFile.Encoding;
import fr.passerelle.ent.intake.Teachers.Teacher;
import fr.passerelle.ent.model.SchoolYear;
import fr.passerelle.ent.model.Uai;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class OndeAdultsProperties {
    private static final Uai TOURNELLES = new Uai("0771369V");
    private static final SchoolYear YEAR = new SchoolYear(2026);

    @Property(tries = 200)
    void teachers_printed_in_any_form_are_read_back(
            @ForAll("teachers") List<Teacher> teachers, @ForAll("forms") OndeFile form) {
        Teachers read = (Teachers) read(form.printTeachers(teachers));
        assertThat(read.teachers()).map(OndeAdultsProperties::withoutLine).isEqualTo(teachers);
        assertThat(read.findings()).isEmpty();
    }

    @Property(tries = 200)
    void guardians_printed_in_any_form_are_read_back(
            @ForAll("guardians") List<Guardian> guardians, @ForAll("forms") OndeFile form) {
        Guardians read = (Guardians) read(form.printGuardians(guardians));
        assertThat(read.guardians()).map(OndeAdultsProperties::withoutLine).isEqualTo(guardians);
        assertThat(read.findings()).isEmpty();
    }

    @Property(tries = 100)
    void the_order_of_columns_does_not_matter_but_for_which_child_is_first(
            @ForAll("guardians") List<Guardian> guardians,
            @ForAll("teachers") List<Teacher> teachers,
            @ForAll("forms") OndeFile form,
            @ForAll Random random) {
        List<List<String>> rows = new ArrayList<>(List.of(OndeFile.TEACHER_HEADINGS));
        teachers.forEach(teacher -> rows.add(form.cells(teacher)));
        assertThat(((Teachers) read(form.printRows(shuffled(rows, OndeFile.TEACHER_HEADINGS.size(), 0, random))))
                        .teachers())
                .map(OndeAdultsProperties::withoutLine)
                .isEqualTo(teachers);

        List<List<String>> lines = new ArrayList<>(List.of(OndeFile.guardianHeadings(3)));
        guardians.forEach(guardian -> lines.add(form.cells(guardian, 3)));
        int own = OndeFile.GUARDIAN_HEADINGS.size();
        assertThat(((Guardians) read(form.printRows(shuffled(lines, own, 3, random)))).guardians())
                .map(OndeAdultsProperties::withoutLine)
                .isEqualTo(guardians);
    }

    /** The first columns in any order, and in each block of children the same other order. */
    private static List<List<String>> shuffled(List<List<String>> rows, int own, int blocks, Random random) {
        List<Integer> order = new ArrayList<>(IntStream.range(0, own).boxed().toList());
        Collections.shuffle(order, random);
        int width = OndeFile.CHILD_HEADINGS.size();
        for (int block = 0; block < blocks; block++) {
            List<Integer> inBlock =
                    new ArrayList<>(IntStream.range(0, width).boxed().toList());
            Collections.shuffle(inBlock, random);
            int from = own + block * width;
            inBlock.forEach(column -> order.add(from + column));
        }
        return rows.stream().map(row -> order.stream().map(row::get).toList()).toList();
    }

    @Property(tries = 200)
    void any_bytes_are_read_or_refused(
            @ForAll byte[] noise, @ForAll("guardians") List<Guardian> guardians, @ForAll Random random) {
        byte[] file = OndeFile.USUAL.printGuardians(guardians);
        for (byte value : noise) {
            file[random.nextInt(file.length)] = value;
        }
        if (OndeReader.read(file, TOURNELLES, YEAR) instanceof Guardians read) {
            assertThat(read.guardians()).isNotEmpty();
        }
    }

    @Provide
    Arbitrary<List<Teacher>> teachers() {
        return Combinators.combine(
                        name(),
                        name().injectNull(0.8),
                        name(),
                        Arbitraries.of(true, false),
                        Arbitraries.of("CM2 B", "CM1-CM2", "CP A, CE1 A").injectNull(0.2))
                .as((family, usage, first, head, classes) -> new Teacher(0, family, usage, first, head, classes))
                .list()
                .ofMinSize(1)
                .ofMaxSize(5);
    }

    @Provide
    Arbitrary<List<Guardian>> guardians() {
        Arbitrary<List<Child>> children = Combinators.combine(
                        name(), name(), Arbitraries.of("CM2 B", "CM1-CM2").injectNull(0.2))
                .as(Child::new)
                .list()
                .ofMaxSize(3);
        return Combinators.combine(name(), name().injectNull(0.8), name(), children)
                .as((family, usage, first, theirs) -> new Guardian(0, family, usage, first, theirs))
                .list()
                .ofMinSize(1)
                .ofMaxSize(5);
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

    private static Arbitrary<String> name() {
        Arbitrary<String> word = Arbitraries.strings()
                .withChars("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyzÀÉÈÊËÎÏÔÙÛÜÇÑàéèêëîïôùûüçñ")
                .ofMinLength(1)
                .ofMaxLength(8);
        return Combinators.combine(word, Arbitraries.of("", " ", "-", "'"), word)
                .as((first, between, second) -> first + between + second);
    }

    private static RosterFile read(byte[] file) {
        RosterFile read = OndeReader.read(file, TOURNELLES, YEAR);
        assertThat(read).isInstanceOf(RosterFile.Export.class);
        return read;
    }

    private static Teacher withoutLine(Teacher teacher) {
        return new Teacher(
                0, teacher.familyName(), teacher.usageName(), teacher.firstName(), teacher.head(), teacher.classes());
    }

    private static Guardian withoutLine(Guardian guardian) {
        return new Guardian(0, guardian.familyName(), guardian.usageName(), guardian.firstName(), guardian.children());
    }
}
