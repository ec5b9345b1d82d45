package fr.passerelle.ent.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.ent.communication.Attachment;
import fr.passerelle.ent.communication.Audience;
import fr.passerelle.ent.communication.CommunicationCommand.WriteCommunication;
import fr.passerelle.ent.communication.CommunicationReason;
import fr.passerelle.ent.delivery.PaperConnector.Manner;
import fr.passerelle.ent.delivery.PreviewDesk.Answer;
import fr.passerelle.ent.delivery.PreviewDesk.Preview;
import fr.passerelle.ent.model.AttachmentId;
import fr.passerelle.ent.model.ClassId;
import fr.passerelle.ent.model.CommandId;
import fr.passerelle.ent.model.CommunicationId;
import fr.passerelle.ent.model.CommunicationKind;
import fr.passerelle.ent.model.Personal;
import fr.passerelle.ent.model.PlaceReason;
import fr.passerelle.ent.schoolclass.SchoolClassCommand.CloseClass;
import fr.passerelle.ent.spi.Rendering;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is shown before anything is written is what will be: the same ways, the same text, the same reasons. */
class PreviewDeskTest {
    private final DeliveryWorld world = new DeliveryWorld(2, Manner.DIRECT);

    PreviewDeskTest() {
        world.connect(DeliveryWorld.account("hand", DeliveryWorld.SCHOOL), new HandConnector());
    }

    private Answer look(CommunicationKind kind, String title, ClassId... classes) {
        return world.engine()
                .previews()
                .of(new WriteCommunication(
                        CommunicationId.random(),
                        DeliveryWorld.SCHOOL,
                        null,
                        Audience.ofClasses(classes),
                        kind,
                        title,
                        "<p>Jeudi.</p><script>alert(1)</script>"));
    }

    private List<Preview> previews(CommunicationKind kind, ClassId... classes) {
        return ((Answer.Seen) look(kind, " Sortie  au musée ", classes)).previews();
    }

    private static Rendering shown(Preview preview) {
        return Objects.requireNonNull(preview.rendering());
    }

    @Test
    void every_account_shows_where_it_will_stand_and_the_text_as_it_will_be() {
        Set<Class<?>> before = world.streams.kindsOfEvents();
        assertThat(previews(CommunicationKind.BLOG, world.classes.get(0), world.classes.get(1)))
                .satisfiesExactly(
                        direct -> {
                            assertThat(direct.byHand()).isFalse();
                            assertThat(direct.destinations()).containsExactly("CM2 A", "CM2 B");
                            assertThat(shown(direct).title()).isEqualTo("Sortie au musée");
                            assertThat(direct.declined()).isEmpty();
                        },
                        hand -> {
                            assertThat(hand.byHand()).isTrue();
                            assertThat(shown(hand).html())
                                    .isEqualTo("<p>Jeudi.</p><p>" + PreviewDesk.SAMPLE_REFERENCE + "</p>");
                        });
        assertThat(world.ent.requests()).isEmpty();
        assertThat(world.streams.kindsOfEvents()).isEqualTo(before);
    }

    @Test
    void what_an_account_will_not_show_is_said_with_the_reason_that_the_planner_will_give() {
        world.streams.send(CommandId.random(), new CloseClass(world.classes.get(1)));
        assertThat(previews(CommunicationKind.BLOG, world.classes.get(0), world.classes.get(1)))
                .allSatisfy(preview -> {
                    assertThat(preview.destinations()).containsExactly("CM2 A");
                    assertThat(preview.declined())
                            .containsExactly(FaultNote.of(PlaceReason.UNKNOWN_CLASS, "class", world.classes.get(1)));
                });
        assertThat(previews(CommunicationKind.NEWS, world.classes.get(0))).allSatisfy(preview -> {
            assertThat(preview.rendering()).isNull();
            assertThat(preview.declined()).extracting(FaultNote::code).containsExactly("ENT-414");
        });
    }

    @Test
    void files_go_along_or_are_declined_as_the_planner_will() {
        CommunicationId id = CommunicationId.random();
        Attachment file = new Attachment(
                new AttachmentId("%064x".formatted(7)), Personal.of(id.subject(), "plan.txt"), "text/plain", 20);
        for (CommunicationKind kind : List.of(CommunicationKind.MESSAGE, CommunicationKind.BLOG)) {
            WriteCommunication draft = new WriteCommunication(
                    id,
                    DeliveryWorld.SCHOOL,
                    null,
                    Audience.ofClasses(world.classes.get(0)),
                    kind,
                    "Sortie",
                    "",
                    List.of(file.saying("le chemin")));
            Preview direct = ((Answer.Seen) world.engine().previews().of(draft))
                    .previews()
                    .get(0);
            if (kind == CommunicationKind.MESSAGE) {
                assertThat(shown(direct).title()).isEqualTo("Sortie");
                assertThat(direct.declined()).isEmpty();
            } else {
                assertThat(direct.rendering()).isNull();
                assertThat(direct.declined()).extracting(FaultNote::code).containsExactly("ENT-422");
            }
        }
    }

    @Test
    void what_could_not_be_written_is_refused_as_writing_would_be() {
        assertThat(((Answer.Refused) look(CommunicationKind.BLOG, " ", world.classes.get(0)))
                        .refusal()
                        .reason())
                .isEqualTo(CommunicationReason.TITLE_MISSING);
        assertThat(((Answer.Refused) look(CommunicationKind.BLOG, "Sortie"))
                        .refusal()
                        .reason())
                .isEqualTo(CommunicationReason.AUDIENCE_EMPTY);
    }

    @Test
    void a_connector_that_fails_to_show_it_does_not_hide_the_others() {
        world.connect(DeliveryWorld.account("broken", DeliveryWorld.SCHOOL), new BrokenConnector());
        assertThat(previews(CommunicationKind.BLOG, world.classes.get(0)))
                .extracting(preview -> preview.rendering() == null)
                .containsExactlyInAnyOrder(true, false, false);
    }
}
