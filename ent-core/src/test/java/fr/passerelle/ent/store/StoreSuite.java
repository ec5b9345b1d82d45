package fr.passerelle.ent.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.passerelle.ent.model.Command;
import fr.passerelle.ent.model.CommandId;
import fr.passerelle.ent.model.CommandResult.Done;
import fr.passerelle.ent.model.CommandResult.Refused;
import fr.passerelle.ent.model.Feed;
import fr.passerelle.ent.model.Feed.Change;
import fr.passerelle.ent.model.History.Dated;
import fr.passerelle.ent.model.Personal;
import fr.passerelle.ent.model.SubjectId;
import fr.passerelle.ent.store.Note.NoteCommand.Add;
import fr.passerelle.ent.store.Note.NoteCommand.Forget;
import fr.passerelle.ent.store.Note.NoteCommand.Free;
import fr.passerelle.ent.store.Note.NoteCommand.Remind;
import fr.passerelle.ent.store.Note.NoteCommand.Write;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What every store does, whatever database it lies in; a database joins with a subclass of a few lines. */
abstract class StoreSuite extends StoreTestBase {
    @Test
    void a_command_is_answered_with_the_position_of_its_last_event() {
        assertThat(send(write("a"))).isEqualTo(new Done(1, false));
        assertThat(send(new Add("a", 3))).isEqualTo(new Done(4, false));
        assertThat(send(new Add("a", 0))).isEqualTo(new Done(4, false));
    }

    @Test
    void a_repeated_command_changes_nothing_and_is_answered_as_the_first_time() {
        CommandId id = new CommandId("form-17");
        tested.store().commands().send(id, write("a"));
        done(new Add("a", 2));

        assertThat(tested.store().commands().send(id, write("a"))).isEqualTo(new Done(1, true));
        tested.close();
        assertThat(tested.store().commands().send(id, write("b"))).isEqualTo(new Done(1, true));
        assertThat(tested.store().states().current(Note.FEATURE, "b").folder()).isEmpty();
    }

    @Test
    void a_refused_command_leaves_nothing_and_its_id_may_be_sent_again() {
        CommandId id = CommandId.random();
        done(write("a"));
        assertThat(tested.store().commands().send(id, write("a"))).isInstanceOf(Refused.class);
        assertThat(tested.store().commands().send(id, write("b"))).isEqualTo(new Done(2, false));
    }

    @Test
    void the_read_model_follows_and_survives_a_restart() {
        done(write("a"));
        await(done(new Add("a", 250)));
        assertThat(found("a").count()).isEqualTo(250);

        tested.close();

        assertThat(found("a").count()).isEqualTo(250);
        assertThat(tested.store().states().current(Note.FEATURE, "a")).isEqualTo(found("a"));
        await(done(new Add("a", 1)));
        assertThat(found("a").count()).isEqualTo(251);
    }

    @Test
    void history_tells_who_asked_where_somebody_said_so() {
        SubjectId somebody = SubjectId.random();
        done(write("a"));
        tested.store().commands().send(CommandId.random(), somebody, new Add("a", 2));

        assertThat(tested.store().history().of(Note.FEATURE, "a"))
                .extracting(Dated::by)
                .containsExactly(null, somebody, somebody);
        assertThat(tested.store().verify()).isEmpty();
    }

    @Test
    void nothing_is_found_where_nothing_happened() {
        assertThat(tested.store().states().find(Note.FEATURE, "none")).isEmpty();
        assertThat(tested.store().states().current(Note.FEATURE, "none").count())
                .isZero();
        assertThat(tested.store().states().nextDue(Note.FEATURE)).isEmpty();
        assertThat(tested.store().states().holder("key", "none")).isEmpty();
    }

    @Test
    void a_stream_tells_what_happened_and_when_oldest_first() {
        assertThat(tested.store().history().of(Note.FEATURE, "a")).isEmpty();
        done(write("a"));
        done(write("b"));
        done(new Add("a", 2));

        tested.close();

        List<Dated<Note.NoteEvent>> told = tested.store().history().of(Note.FEATURE, "a");
        assertThat(told)
                .extracting(dated -> dated.event().getClass().getSimpleName())
                .containsExactly("Written", "Added", "Added");
        assertThat(told).extracting(Dated::at).isSorted().doesNotContainNull();
    }

    @Test
    void states_are_listed_by_parent_and_group_oldest_stream_first() {
        done(new Write("c", "f1", "", List.of()));
        done(new Write("b", "f2", "", List.of()));
        done(new Write("a", "f1", "", List.of()));
        done(new Add("a", 1));
        await(done(new Add("c", 2)));

        assertThat(tested.store().states().under(Note.FEATURE, "f1"))
                .extracting(Note::count)
                .containsExactly(2, 1);
        assertThat(tested.store().states().inGroup(Note.FEATURE, "used"))
                .extracting(Note::count)
                .containsExactly(2, 1);
        assertThat(tested.store().states().all(Note.FEATURE))
                .extracting(Note::folder)
                .containsExactly("f1", "f2", "f1");
    }

    @Test
    void due_states_come_longest_due_first_and_only_when_due() {
        Instant noon = Instant.parse("2026-11-24T12:00:00Z");
        for (String id : List.of("a", "b", "c", "d")) {
            done(new Write(id, id, "", List.of()));
        }
        done(new Remind("a", noon));
        done(new Remind("b", noon.minusSeconds(60)));
        done(new Remind("c", noon.plusSeconds(60)));
        done(new Remind("d", noon.minusSeconds(90)));
        await(done(new Remind("d", null)));

        assertThat(tested.store().states().due(Note.FEATURE, noon, 10))
                .extracting(Note::folder)
                .containsExactly("b", "a");
        assertThat(tested.store().states().due(Note.FEATURE, noon, 1))
                .extracting(Note::folder)
                .containsExactly("b");
        assertThat(tested.store().states().nextDue(Note.FEATURE)).contains(noon.minusSeconds(60));
    }

    @Test
    void a_key_has_one_holder_until_it_is_released() {
        done(new Write("a", "f", "k", List.of()));

        assertThat(send(new Write("b", "f", "k", List.of()))).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.refusal().reason()).isEqualTo(Note.TAKEN);
            assertThat(refused.refusal().facts()).containsEntry("holder", "a");
        });
        assertThat(tested.store().states().current(Note.FEATURE, "b").folder()).isEmpty();
        assertThat(tested.store().states().holder("key", "k")).contains("a");

        done(new Free("a"));
        assertThat(tested.store().states().holder("key", "k")).isEmpty();
        done(new Write("b", "f", "k", List.of()));
        assertThat(tested.store().states().holder("key", "k")).contains("b");
    }

    @Test
    void personal_values_come_back_sealed_and_open_until_their_subject_is_erased() {
        SubjectId alba = SubjectId.random();
        SubjectId noe = SubjectId.random();
        await(done(
                new Write("a", "f", "", List.of(Personal.of(alba, "Alba Vérité"), Personal.of(noe, "Noé Lumière")))));

        assertThat(found("a").authors()).hasOnlyElementsOfType(Personal.Sealed.class);
        assertThat(tested.store().states().current(Note.FEATURE, "a")).isEqualTo(found("a"));
        assertThat(tested.vault().openAll(found("a").authors()))
                .containsExactly(Personal.of(alba, "Alba Vérité"), Personal.of(noe, "Noé Lumière"));

        tested.vault().erase(alba, null);

        assertThat(tested.vault().openAll(found("a").authors()))
                .containsExactly(new Personal.Erased<>(alba), Personal.of(noe, "Noé Lumière"));
    }

    @Test
    void data_of_an_erased_subject_is_refused() {
        SubjectId subject = SubjectId.random();
        done(new Write("a", "f", "", List.of(Personal.of(subject, "Alba"))));
        tested.vault().erase(subject, null);
        done(new Forget("a"));

        assertThat(send(new Write("b", "f", "", List.of(Personal.of(subject, "Alba")))))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.refusal().reason().code()).isEqualTo("ENT-535"));
        assertThat(tested.store().states().current(Note.FEATURE, "b").folder()).isEmpty();
    }

    @Test
    void changes_are_told_in_order_once_the_read_model_has_them() throws InterruptedException {
        BlockingQueue<Change> told = new LinkedBlockingQueue<>();
        done(write("before"));
        await(1);
        Feed.Subscription subscription = tested.store().feed().subscribe(change -> {
            assertThat(tested.store().states().find(Note.FEATURE, change.id())).isPresent();
            told.add(change);
            throw new IllegalStateException("a listener that fails is called again");
        });
        done(write("a"));
        done(new Add("a", 3));
        for (long position = 2; position <= 5; position++) {
            Change change = Objects.requireNonNull(told.poll(10, TimeUnit.SECONDS));
            assertThat(change.position()).isEqualTo(position);
            assertThat(change.id()).isEqualTo("a");
            assertThat(((Note) change.state()).count()).isEqualTo(position - 2);
        }
        subscription.close();
        await(done(new Add("a", 1)));
        assertThat(told).isEmpty();
    }

    @Test
    void a_listener_may_send_commands() throws InterruptedException {
        BlockingQueue<Long> answered = new LinkedBlockingQueue<>();
        tested.store().feed().subscribe(change -> {
            if (change.position() == 1) {
                answered.add(done(new Add("a", 1)));
            }
        });
        done(write("a"));
        assertThat(answered.poll(10, TimeUnit.SECONDS)).isEqualTo(2);
    }

    @Test
    void a_command_that_no_feature_answers_is_the_callers_mistake() {
        assertThatThrownBy(() -> send(new Command() {}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("No feature answers");
    }
}
