package fr.passerelle.ent.directory;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.ent.directory.PlanEntry.LevelsToChange;
import fr.passerelle.ent.directory.PlanEntry.PupilToChange;
import fr.passerelle.ent.intake.Roster;
import fr.passerelle.ent.intake.Roster.Pupil;
import fr.passerelle.ent.intake.sample.OndeSample;
import fr.passerelle.ent.intake.sample.OndeSample.SampleFile;
import fr.passerelle.ent.model.CommandId;
import fr.passerelle.ent.model.CommandResult;
import fr.passerelle.ent.model.Personal;
import fr.passerelle.ent.person.MatchKeys;
import fr.passerelle.ent.person.Person;
import fr.passerelle.ent.person.PersonCommand.ErasePerson;
import fr.passerelle.ent.privacy.MasterKey;
import fr.passerelle.ent.privacy.Vault;
import fr.passerelle.ent.school.School;
import fr.passerelle.ent.school.SchoolCommand.RegisterSchool;
import fr.passerelle.ent.schoolclass.SchoolClass;
import fr.passerelle.ent.store.JdbcSubjectKeys;
import fr.passerelle.ent.store.Store;
import fr.passerelle.ent.store.StoreLocation;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sample's smallest school on a real store: names sealed, read model behind the events, an erasure. */
class OndeImportStoreTest {
    private static final InstantSource TIME = InstantSource.fixed(Instant.parse("2026-11-24T08:00:00Z"));
    private static final List<SampleFile> FILES = OndeSample.files(OndeSample.DEFAULT_SEED);
    private static final SampleFile ARCADES = FILES.get(1);
    private static final SampleFile TEACHERS = FILES.get(4);
    private static final SampleFile GUARDIANS = FILES.get(7);

    @Test
    void the_sample_goes_in_changes_and_forgets(@TempDir Path directory) throws IOException {
        try (var keys = JdbcSubjectKeys.file(directory.resolve("keys/keys.db"), TIME)) {
            Vault vault = new Vault(keys, MasterKey.file(directory.resolve("keys/master")));
            try (Store store = Store.open(
                    new StoreLocation.File(directory.resolve("data/passerelle.db")),
                    List.of(School.FEATURE, SchoolClass.FEATURE, Person.FEATURE),
                    List.of(),
                    vault,
                    TIME)) {
                store.commands()
                        .send(
                                CommandId.random(),
                                new RegisterSchool(
                                        ARCADES.school().school(),
                                        ARCADES.school().name(),
                                        ARCADES.school().kind()));
                OndeImport imports = new OndeImport(store.commands(), store.states(), vault);

                ImportReport first = imports.apply(prepare(imports, ARCADES.content()));
                assertThat(first.refused()).isEmpty();
                assertThat(first.opened()).isEqualTo(6);
                assertThat(first.added()).isEqualTo(175);
                assertThat(first.visible()).isTrue();

                PreparedImport.Ready again = prepare(imports, ARCADES.content());
                assertThat(again.plan().isEmpty()).isTrue();
                assertThat(again.plan().unchanged()).isEqualTo(175);

                String text = new String(ARCADES.content(), StandardCharsets.ISO_8859_1);
                byte[] otherClass = text.replaceFirst("\"CM2 A\"", "\"CM1 A\"").getBytes(StandardCharsets.ISO_8859_1);
                PreparedImport.Ready moved = prepare(imports, otherClass);
                assertThat(moved.plan().entries(PupilToChange.class)).hasSize(1);
                assertThat(moved.plan().entries(LevelsToChange.class)).hasSize(1);
                assertThat(moved.plan().entries()).hasSize(2);

                for (SampleFile file : List.of(TEACHERS, GUARDIANS)) {
                    ImportReport adults = imports.apply(prepare(imports, file.content()));
                    assertThat(adults.refused()).isEmpty();
                    assertThat(adults.plan().entries()).hasSize(adults.added());
                    assertThat(adults.visible()).isTrue();
                    RosterPlan known = prepare(imports, file.content()).plan();
                    assertThat(known.isEmpty()).isTrue();
                    assertThat(known.unchanged()).isEqualTo(adults.added());
                }

                Pupil pupil = ((Roster) again.roster()).pupils().get(0);
                erase(store, vault, pupil);
                RosterPlan afterwards = prepare(imports, ARCADES.content()).plan();
                assertThat(afterwards.entries())
                        .containsExactly(new PlanEntry.Unclear(pupil.line(), DirectoryReason.ERASED_BEFORE, List.of()));
                assertThat(afterwards.unchanged()).isEqualTo(174);
                assertThat(prepare(imports, GUARDIANS.content()).plan().entries(PlanEntry.LeftOut.class))
                        .as("who was erased is found by nobody's line")
                        .isNotEmpty()
                        .allSatisfy(
                                entry -> assertThat(entry.refusal().reason()).isEqualTo(DirectoryReason.CHILD_UNKNOWN));
            }
        }
    }

    private static PreparedImport.Ready prepare(OndeImport imports, byte[] file) throws IOException {
        return (PreparedImport.Ready) imports.prepare(
                new ByteArrayInputStream(file), ARCADES.school().school(), OndeSample.YEAR, Decisions.NONE);
    }

    private static void erase(Store store, Vault vault, Pupil pupil) {
        MatchKeys match = new Recogniser(vault).keys(pupil.familyName(), pupil.firstName(), pupil.birthDate());
        String id = store.states().holder(Person.MATCH_CLAIM, match.exact()).orElseThrow();
        Person person = store.states().current(Person.FEATURE, id);
        assertThat(person.match()).isInstanceOf(Personal.Sealed.class);
        var known = Objects.requireNonNull(person.person());
        vault.erase(known.subject(), match.exact());
        CommandResult erased = store.commands().send(CommandId.random(), new ErasePerson(known));
        assertThat(erased).isInstanceOf(CommandResult.Done.class);
        assertThat(store.states().awaitPosition(((CommandResult.Done) erased).position(), Duration.ofSeconds(5)))
                .isTrue();
    }
}
