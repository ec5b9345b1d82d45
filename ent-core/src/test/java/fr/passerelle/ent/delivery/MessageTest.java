package fr.passerelle.ent.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.ent.communication.Audience;
import fr.passerelle.ent.delivery.Item.Status;
import fr.passerelle.ent.delivery.PaperConnector.Manner;
import fr.passerelle.ent.delivery.PaperEnt.Mishap;
import fr.passerelle.ent.delivery.PaperEnt.Post;
import fr.passerelle.ent.model.CommunicationId;
import fr.passerelle.ent.model.CommunicationKind;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** What a profile declares of one kind holds for that kind alone; files go along or are refused by name. */
class MessageTest {
    private static final Duration DAYS = Duration.ofDays(30);

    private final DeliveryWorld world = new DeliveryWorld(1, Manner.DRAFTS);
    private final Audience cm2 = Audience.ofClasses(world.classes.get(0));

    private ItemView view(CommunicationId id) {
        return world.engine().desk().items(id).get(0);
    }

    private Post onlyPost() {
        assertThat(world.ent.all()).hasSize(1);
        return world.ent.all().get(0);
    }

    @Test
    void files_go_along_with_their_names_and_what_they_show() {
        CommunicationId id = world.message("Sortie", cm2, "devant le musée", "à midi");
        world.run();
        assertThat(view(id).word()).isEqualTo(Word.PUBLISHED);
        assertThat(onlyPost().files)
                .containsExactly("plan.txt (le chemin): devant le musée", "plan.txt (null): à midi");
        assertThat(onlyPost().published).isTrue();
    }

    @Test
    void the_staff_is_reached_by_the_kind_that_declares_it() {
        CommunicationId id = world.message("Réunion", Audience.staffOnly());
        world.run();
        assertThat(view(id).destination()).isEqualTo("Personnel");
        assertThat(view(id).word()).isEqualTo(Word.PUBLISHED);
    }

    @Test
    void files_that_the_kind_does_not_carry_are_refused_by_name_before_any_request() {
        CommunicationId blog = world.publish("Sortie", CommunicationKind.BLOG, cm2, "un plan");
        CommunicationId many = world.message("Sortie", cm2, "a", "b", "c");
        CommunicationId large = world.message("Sortie", cm2, "x".repeat(21));
        CommunicationId heavy = world.message("Sortie", cm2, "x".repeat(16), "y".repeat(15));
        world.run();

        assertThat(view(blog).sentence(Locale.ENGLISH))
                .hasValue("Papier (drafts) carries no such attachments with this kind of communication (blog): nothing"
                        + " was sent. (ENT-422)");
        for (CommunicationId id : new CommunicationId[] {blog, many, large, heavy}) {
            assertThat(view(id).word()).isEqualTo(Word.REFUSED);
            assertThat(world.item(id).fault()).isNotNull().extracting("code").isEqualTo("ENT-422");
            assertThat(world.item(id).known().declined()).isTrue();
        }
        assertThat(world.ent.requests()).isEmpty();
    }

    @Test
    void a_file_that_cannot_be_read_back_stops_its_message_before_anything_is_sent() {
        CommunicationId id = world.message("Sortie", cm2, "un plan");
        var files = new java.util.HashMap<>(world.vault.files);
        world.vault.files.clear();
        world.run();
        assertThat(view(id).word()).isEqualTo(Word.REFUSED);
        assertThat(view(id).sentence(Locale.FRENCH))
                .hasValueSatisfying(sentence -> assertThat(sentence).endsWith("(ENT-423)"));
        assertThat(world.ent.requests()).isEmpty();

        // A backup is restored, and a person tries again.
        world.vault.files.putAll(files);
        world.engine().desk().retry(view(id).item());
        world.run();
        assertThat(view(id).word()).isEqualTo(Word.PUBLISHED);
    }

    @Test
    void a_message_that_is_sent_is_not_corrected_and_can_still_be_taken_back() {
        CommunicationId id = world.message("Sortie jeudi", cm2);
        world.run();
        int requests = world.ent.requests().size();
        world.correct(id, "Sortie vendredi");
        world.run();

        assertThat(view(id).sentence(Locale.FRENCH))
                .hasValueSatisfying(sentence -> assertThat(sentence).endsWith("(ENT-416)"));
        assertThat(view(id).shown()).isEqualTo(1);
        assertThat(world.ent.requests()).hasSize(requests);
        assertThat(onlyPost().content.title()).isEqualTo("Sortie jeudi");

        world.withdraw(id);
        world.run();
        assertThat(view(id).word()).isEqualTo(Word.WITHDRAWN);
        assertThat(world.ent.all()).isEmpty();
    }

    @Test
    void a_correction_that_comes_before_it_is_sent_is_what_is_sent() {
        CommunicationId id = world.message("Sortie jeudi", cm2);
        world.ent.during(() -> world.correct(id, "Sortie vendredi"));
        world.run();

        assertThat(onlyPost().content.title()).isEqualTo("Sortie vendredi");
        assertThat(view(id).word()).isEqualTo(Word.PUBLISHED);
        assertThat(view(id).shown()).isEqualTo(2);
    }

    @Test
    void a_correction_that_comes_while_it_is_sent_is_refused_as_declared() {
        CommunicationId id = world.message("Sortie jeudi", cm2);
        world.ent.next(Mishap.NONE, Mishap.NONE, Mishap.UNREACHABLE);
        world.run();
        world.clock.advanceTo(world.engine().nextDue().orElseThrow());
        world.ent.during(() -> world.correct(id, "Sortie vendredi"));
        world.runUntilSettled(DAYS);

        assertThat(onlyPost().content.title()).isEqualTo("Sortie jeudi");
        assertThat(world.item(id).status()).isEqualTo(Status.REFUSED);
        assertThat(view(id).shown()).isEqualTo(1);
    }

    @Test
    void a_lost_answer_is_looked_for_even_when_the_words_are_no_longer_known() {
        CommunicationId id = world.message("Sortie jeudi", cm2, "un plan");
        world.ent.next(Mishap.CUT_AFTER);
        world.ent.during(() -> world.correct(id, "Sortie vendredi"));
        world.run();
        assertThat(world.ent.requests())
                .extracting(request -> request.substring(0, request.indexOf(' ')))
                .containsExactly("create", "resolve", "share", "send");
        assertThat(onlyPost().content.title()).isEqualTo("Sortie vendredi");
        assertThat(onlyPost().files).containsExactly("plan.txt (le chemin): un plan");
    }

    @Test
    void each_kind_has_its_own_settle_horizon() {
        CommunicationId id = world.message("Sortie", cm2);
        world.ent.next(Mishap.CUT_BEFORE);
        var lost = world.clock.instant();
        world.run();
        assertThat(world.item(id).pending())
                .satisfies(pending -> assertThat(pending.settledBy())
                        .isEqualTo(lost.plus(PaperConnector.SETTLES_WITHIN.multipliedBy(2))));
    }
}
