package fr.passerelle.beneylu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.passerelle.ent.model.AudienceScope;
import fr.passerelle.ent.model.ClassId;
import fr.passerelle.ent.model.CommunicationKind;
import fr.passerelle.ent.model.LeisureCentreId;
import fr.passerelle.ent.model.Uai;
import fr.passerelle.ent.sandbox.FaultPlan.Kind;
import fr.passerelle.ent.spi.CheckResult;
import fr.passerelle.ent.spi.Content;
import fr.passerelle.ent.spi.Destination;
import fr.passerelle.ent.spi.EntAccount;
import fr.passerelle.ent.spi.Fault;
import fr.passerelle.ent.spi.PublishesByHand;
import fr.passerelle.ent.spi.PublishesCommunications;
import fr.passerelle.ent.spi.ReadsEngagement;
import fr.passerelle.ent.spi.Sighting;
import fr.passerelle.ent.spi.TargetAudience;
import fr.passerelle.ent.spi.TargetAudience.TargetClass;
import fr.passerelle.ent.spi.Work;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What a person publishes herself, and what can be said of an account that only tells who somebody is. */
class PartnerTest {
    private static final String PARTNER = "beneylu-partner";
    private static final Uai SCHOOL = new Uai("0771369V");
    private static final LeisureCentreId CENTRE = new LeisureCentreId("CL-TOURNELLES");

    private final AtTheSandbox ent = new AtTheSandbox();

    @AfterEach
    void close() {
        ent.close();
    }

    private static BeneyluPartnerConnector connector(EntAccount account) {
        return (BeneyluPartnerConnector) new BeneyluConnectorProvider().connector(account);
    }

    private CheckResult check(EntAccount account) {
        return connector(account).check(ent.session(account));
    }

    private static TargetAudience audience(AudienceScope scope) {
        List<TargetClass> classes = scope == AudienceScope.PLACE || scope == AudienceScope.CLASSES
                ? List.of(new TargetClass(ClassId.random(), "CM2 A"), new TargetClass(ClassId.random(), "CM2 B"))
                : List.of();
        return scope == AudienceScope.LEISURE_GROUPS
                ? new TargetAudience(CENTRE, "Centre de loisirs", scope, List.of(), List.of("Les grands"))
                : new TargetAudience(SCHOOL, "Les Tournelles", scope, classes, List.of());
    }

    @Test
    void an_account_is_checked_as_far_as_it_can_be_and_says_how_far() {
        assertThat(check(ent.accountWith(PARTNER, Map.of())))
                .isInstanceOfSatisfying(
                        CheckResult.Ready.class,
                        ready -> assertThat(ready.facts())
                                .containsEntry("authorize", "answers")
                                .containsEntry("publishing", "by hand")
                                .hasEntrySatisfying(
                                        "client-secret",
                                        said -> assertThat(said).startsWith("not verified")));
    }

    @Test
    void a_client_that_the_directory_does_not_know_is_a_wrong_setting() {
        assertThat(check(ent.accountWith(PARTNER, Map.of("client-id", "8_autre"))))
                .isEqualTo(new CheckResult.NotReady(new Fault.Misconfigured("credentials.client-id")));
    }

    @Test
    void a_directory_that_does_not_answer_is_not_a_wrong_setting() {
        ent.sandbox.faults(Plans.first(Kind.STATUS, "GET /oauth/v2/authorize"));
        assertThat(check(ent.accountWith(PARTNER, Map.of())))
                .isInstanceOfSatisfying(
                        CheckResult.NotReady.class,
                        notReady -> assertThat(notReady.fault()).isInstanceOf(Fault.Unreachable.class));
    }

    @ParameterizedTest
    @CsvSource({"client-id,passerelle", "scope,write", "redirect-uri,ici", "client-secret,' '"})
    void a_setting_of_the_wrong_shape_is_named(String setting, String value) {
        EntAccount account = ent.accountWith(PARTNER, Map.of(setting, value));
        assertThatThrownBy(() -> connector(account)).hasMessageContaining("credentials." + setting);
    }

    @Test
    void a_profile_that_is_not_spoken_is_refused_by_name() {
        EntAccount account = ent.account();
        EntAccount other = new EntAccount(
                account.id(),
                "beneylu",
                "beneylu-v4",
                account.baseUrl(),
                account.origins(),
                true,
                account.places(),
                account.credentials(),
                null);
        assertThatThrownBy(() -> new BeneyluConnectorProvider().connector(other))
                .hasMessageContaining("beneylu-v3 or beneylu-partner");
    }

    @Test
    void it_writes_and_counts_nothing() {
        BeneyluPartnerConnector connector = connector(ent.accountWith(PARTNER, Map.of()));
        assertThat((Object) connector)
                .isNotInstanceOf(PublishesCommunications.class)
                .isNotInstanceOf(ReadsEngagement.class);
        assertThat(connector.descriptor().publishes()).isEmpty();
        assertThat(connector.descriptor().gaps()).isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource(CommunicationKind.class)
    void a_person_is_handed_one_text_for_each_class_and_only_what_is_declared(CommunicationKind kind) {
        for (String profile : List.of(PARTNER, AtTheSandbox.V3)) {
            EntAccount account = ent.accountWith(profile, Map.of());
            var connector = new BeneyluConnectorProvider().connector(account);
            for (AudienceScope scope : AudienceScope.values()) {
                boolean declared = connector.descriptor().byHand(kind, scope)
                        || connector
                                .descriptor()
                                .publishes(kind)
                                .filter(line -> line.scopes().contains(scope))
                                .isPresent();
                List<Destination> destinations = ((PublishesByHand) connector).destinations(kind, audience(scope));
                assertThat(destinations.isEmpty())
                        .as("%s %s %s", profile, kind, scope)
                        .isEqualTo(!declared);
                if (declared) {
                    assertThat(destinations)
                            .extracting(Destination::name)
                            .isEqualTo(
                                    switch (scope) {
                                        case PLACE, CLASSES -> List.of("CM2 A", "CM2 B");
                                        case STAFF -> List.of("Personnel");
                                        case LEISURE_GROUPS -> List.of("Les grands");
                                    });
                }
            }
        }
    }

    @Test
    void what_is_to_be_pasted_carries_the_reference_and_nobody_can_look() {
        BeneyluPartnerConnector connector = connector(ent.accountWith(PARTNER, Map.of()));
        Content content = new Content(CommunicationKind.BLOG, "Sortie", "<p>Jeudi.</p>", "l'école");
        assertThat(connector.render(content, "7K3F-9Q2M-XW4T").html())
                .isEqualTo("<p>Jeudi.</p><p><em>De la part de l'école · réf. 7K3F-9Q2M-XW4T</em></p>");
        assertThat(connector.writingPage(CommunicationKind.BLOG, Item.CM2_B)).isEqualTo("/");
        Work work = new Work(Work.Verb.PUBLISH, 1, Item.CM2_B, "7K3F-9Q2M-XW4T", content, Map.of());
        assertThat(connector.look(ent.session(), work)).isEqualTo(new Sighting.CannotLook());
        assertThat(ent.sandbox.requests()).isEmpty();
    }

    @Test
    void messages_of_version_3_and_all_that_a_leisure_centre_writes_are_for_a_person_too() {
        BeneyluConnector connector = AtTheSandbox.connector(ent.account());
        assertThat(connector.writingPage(CommunicationKind.MESSAGE, Item.CM2_B)).isEqualTo("/ent/goto/MESSAGING");
        Destination group = new Destination(CENTRE, "blog/group/Les grands", "Les grands");
        assertThat(connector.writingPage(CommunicationKind.BLOG, group)).isEqualTo("/ent/goto/MESSAGING");
    }
}
