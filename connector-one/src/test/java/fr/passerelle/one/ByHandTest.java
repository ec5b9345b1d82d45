package fr.passerelle.one;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.ent.model.AudienceScope;
import fr.passerelle.ent.model.ClassId;
import fr.passerelle.ent.model.CommunicationKind;
import fr.passerelle.ent.model.LeisureCentreId;
import fr.passerelle.ent.model.Uai;
import fr.passerelle.ent.sandbox.FaultPlan;
import fr.passerelle.ent.sandbox.FaultPlan.Kind;
import fr.passerelle.ent.sandbox.FaultPlan.Rule;
import fr.passerelle.ent.spi.Content;
import fr.passerelle.ent.spi.Destination;
import fr.passerelle.ent.spi.Fault;
import fr.passerelle.ent.spi.Sighting;
import fr.passerelle.ent.spi.TargetAudience;
import fr.passerelle.ent.spi.TargetAudience.TargetClass;
import fr.passerelle.ent.spi.Work;
import fr.passerelle.ent.spi.Work.Verb;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a person publishes on ONE's own pages is found again by its reference. */
class ByHandTest {
    private static final String MARKER = "7K3F-9Q2M-XW4T";
    private static final Content FIRST = content("Sortie", "<p>Jeudi</p>");
    private static final Content SECOND = content("Sortie reportée", "<p>Vendredi</p>");

    private final AtTheSandbox one = new AtTheSandbox();
    private final OneConnector connector = AtTheSandbox.connector(one.account());

    @AfterEach
    void close() {
        one.close();
    }

    private static Content content(String title, String html) {
        return new Content(CommunicationKind.BLOG, title, html, "Les Tournelles");
    }

    private Work work(Verb verb, Content content) {
        return new Work(verb, 1, Item.CM2_B, MARKER, content, Map.of());
    }

    private Sighting look(Verb verb, Content content) {
        return connector.look(one.session(), work(verb, content));
    }

    /** A person pastes what she was given; the connector's own steps are as good a hand as any. */
    private void paste() {
        one.item(Item.CM2_B, MARKER).saying(FIRST.title(), FIRST.html()).publish();
    }

    @Test
    void it_is_seen_once_it_is_there_and_corrections_only_once_they_are() {
        assertThat(look(Verb.PUBLISH, FIRST)).isEqualTo(new Sighting.NotSeen());
        paste();
        assertThat(look(Verb.PUBLISH, FIRST))
                .isInstanceOfSatisfying(
                        Sighting.Seen.class, seen -> assertThat(seen.ref()).startsWith("/blog/id/"));
        assertThat(look(Verb.EDIT, SECOND)).isEqualTo(new Sighting.NotSeen());
        one.sandbox
                .people()
                .rewritePost(
                        one.sandbox.objects().posts().get(0).id(),
                        SECOND.title(),
                        connector.render(SECOND, MARKER).html());
        assertThat(look(Verb.EDIT, SECOND)).isInstanceOf(Sighting.Seen.class);
        one.sandbox.people().deletePost(one.sandbox.objects().posts().get(0).id());
        assertThat(look(Verb.WITHDRAW, SECOND)).isEqualTo(new Sighting.NotSeen());
    }

    @Test
    void looking_writes_nothing() {
        paste();
        int before = one.sandbox.requests().size();
        look(Verb.PUBLISH, FIRST);
        assertThat(one.sandbox.requests().subList(before, one.sandbox.requests().size()))
                .allMatch(request -> request.route().startsWith("GET "));
    }

    @Test
    void a_look_that_fails_says_so() {
        one.sandbox.faults(FaultPlan.of(1, Rule.percent(Kind.STATUS, 100)));
        assertThat(look(Verb.PUBLISH, FIRST))
                .isInstanceOfSatisfying(
                        Sighting.Failed.class,
                        failed -> assertThat(failed.fault()).isInstanceOf(Fault.Unreachable.class));
    }

    @Test
    void liaison_words_are_for_a_person_only_and_cannot_be_looked_for() {
        TargetAudience audience = new TargetAudience(
                new Uai("0771369V"),
                "Les Tournelles",
                AudienceScope.CLASSES,
                List.of(new TargetClass(ClassId.random(), "CM2 B")),
                List.of());
        assertThat(connector.descriptor().publishes(CommunicationKind.LIAISON)).isEmpty();
        List<Destination> destinations = connector.destinations(CommunicationKind.LIAISON, audience);
        assertThat(destinations).extracting(Destination::name).containsExactly("CM2 B");
        assertThat(connector.writingPage(CommunicationKind.LIAISON, destinations.get(0)))
                .isEqualTo("/schoolbook");
        Content word = new Content(CommunicationKind.LIAISON, "Piscine", "<p>Jeudi</p>", "Les Tournelles");
        assertThat(connector.look(
                        one.session(), new Work(Verb.PUBLISH, 1, destinations.get(0), MARKER, word, Map.of())))
                .isEqualTo(new Sighting.CannotLook());
        assertThat(one.sandbox.requests()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = CommunicationKind.class,
            names = {"NEWS", "BLOG", "MESSAGE"})
    void a_leisure_centre_s_people_publish_themselves_for_their_groups_all_or_their_staff(CommunicationKind kind) {
        assertThat(named(kind, AudienceScope.LEISURE_GROUPS, "Les petits", "Les grands"))
                .containsExactly("Les petits", "Les grands");
        assertThat(named(kind, AudienceScope.PLACE)).containsExactly("Centre de loisirs des Tournelles");
        assertThat(named(kind, AudienceScope.STAFF)).containsExactly("Personnel");
    }

    private List<String> named(CommunicationKind kind, AudienceScope scope, String... groups) {
        TargetAudience audience = new TargetAudience(
                new LeisureCentreId("CL-TOURNELLES"),
                "Centre de loisirs des Tournelles",
                scope,
                List.of(),
                List.of(groups));
        assertThat(connector.descriptor().byHand(kind, audience.declaredAs())).isTrue();
        return connector.destinations(kind, audience).stream()
                .map(Destination::name)
                .toList();
    }
}
