package fr.passerelle.lilie;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.ent.model.AudienceScope;
import fr.passerelle.ent.model.ClassId;
import fr.passerelle.ent.model.CommunicationKind;
import fr.passerelle.ent.model.Uai;
import fr.passerelle.ent.sandbox.FaultPlan;
import fr.passerelle.ent.sandbox.FaultPlan.Kind;
import fr.passerelle.ent.sandbox.FaultPlan.Rule;
import fr.passerelle.ent.spi.CheckResult;
import fr.passerelle.ent.spi.ConnectorDescriptor;
import fr.passerelle.ent.spi.ConnectorDescriptor.Attaching;
import fr.passerelle.ent.spi.ConnectorDescriptor.Publishing;
import fr.passerelle.ent.spi.ConnectorDescriptor.Withdrawal;
import fr.passerelle.ent.spi.Destination;
import fr.passerelle.ent.spi.EntAccount;
import fr.passerelle.ent.spi.EntConnectorProvider;
import fr.passerelle.ent.spi.Fault;
import fr.passerelle.ent.spi.ReadsEngagement;
import fr.passerelle.ent.spi.ReadsReplies;
import fr.passerelle.ent.spi.TargetAudience;
import fr.passerelle.ent.spi.TargetAudience.TargetClass;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an account says of itself, and what it claims. */
class CheckTest {
    private static final Uai TOURNELLES = new Uai("0771369V");

    private final AtLilie lilie = new AtLilie();

    @AfterEach
    void close() {
        lilie.close();
    }

    private CheckResult check(Map<String, String> other) {
        EntAccount account = lilie.accountWith(other);
        return AtLilie.connector(account).check(lilie.session(account));
    }

    private Fault fault(Map<String, String> other) {
        return ((CheckResult.NotReady) check(other)).fault();
    }

    @Test
    void with_a_schools_number_its_functions_are_read() {
        assertThat(check(Map.of()))
                .isEqualTo(new CheckResult.Ready(
                        Map.of("schools", "3", "classes", "24", "recipients", "72", "functions", "6")));
        assertThat(lilie.sandbox.requests()).extracting("route").containsExactly(AtLilie.FUNCTIONS);
    }

    @Test
    void a_number_that_no_school_has_is_a_wrong_setting() {
        assertThat(fault(Map.of("check-school", "99"))).isEqualTo(new Fault.Misconfigured("check-school"));
    }

    @Test
    void without_a_number_only_being_heard_is_said() {
        assertThat(((CheckResult.Ready) check(Map.of("check-school", ""))).facts())
                .containsEntry("answered", "200")
                .doesNotContainKey("functions");
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 500})
    void without_a_number_a_server_may_miss_it(int status) {
        lilie.sandbox.faults(FaultPlan.of(1, new Rule(Kind.STATUS, null, 0, Set.of(1), 0, status, null)));
        assertThat(((CheckResult.Ready) check(Map.of("check-school", ""))).facts())
                .containsEntry("answered", String.valueOf(status));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1"})
    void a_wrong_password_or_path_is_found_with_and_without_a_number(String school) {
        assertThat(fault(Map.of("check-school", school, "password", "faux")))
                .isEqualTo(new Fault.SignInNeeded(Fault.SignInNeeded.Why.REVOKED));
        assertThat(fault(Map.of("check-school", school, "scolarite-path", "/rien")))
                .isEqualTo(new Fault.Misconfigured("scolarite-path"));
        assertThat(fault(Map.of("check-school", school, "porteur", "AUTRE")))
                .isEqualTo(new Fault.Forbidden("wsprofilsetab"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1"})
    void a_login_page_is_no_answer(String school) {
        lilie.sandbox.faults(FaultPlan.of(1, Rule.nth(Kind.HTML_LOGIN_200, AtLilie.FUNCTIONS, 1)));
        assertThat(fault(Map.of("check-school", school)))
                .isEqualTo(new Fault.ContractBroken("/:module/wsprofilsetab", "JSON", "text/html; charset=utf-8"));
    }

    @Test
    void a_garbled_list_is_no_list() {
        lilie.sandbox.faults(FaultPlan.of(1, Rule.nth(Kind.GARBAGE, AtLilie.FUNCTIONS, 1)));
        assertThat(fault(Map.of())).isInstanceOf(Fault.ContractBroken.class);
    }

    @Test
    void the_service_loader_finds_it() {
        assertThat(ServiceLoader.load(EntConnectorProvider.class))
                .filteredOn(provider -> provider.id().equals("lilie"))
                .singleElement()
                .satisfies(provider -> assertThat(provider.profiles()).containsExactly("openent-ng", "eliot-2015"));
    }

    @Test
    void the_descriptor_claims_what_is_done_and_names_what_is_not() {
        EliotConnector connector = AtLilie.connector(lilie.account());
        ConnectorDescriptor descriptor = connector.descriptor();

        assertThat(descriptor.maturity()).isEqualTo(ConnectorDescriptor.Maturity.RECONSTRUCTED);
        assertThat(descriptor.publishes()).hasSize(1);
        Publishing messages = descriptor.publishes(CommunicationKind.MESSAGE).orElseThrow();
        assertThat(messages.scopes()).containsExactlyInAnyOrder(AudienceScope.PLACE, AudienceScope.CLASSES);
        assertThat(messages.edits()).isFalse();
        assertThat(messages.withdrawal()).isEqualTo(Withdrawal.NONE);
        assertThat(messages.attachments()).isEqualTo(Attaching.NONE);
        assertThat(descriptor.settings())
                .filteredOn(setting -> setting.secret())
                .extracting("name")
                .containsExactly("username", "password", "requester", "recipients");
        assertThat(connector).isNotInstanceOf(ReadsEngagement.class).isNotInstanceOf(ReadsReplies.class);
        for (String word : List.of("news", "Pièces jointes", "retrait", "Centres de loisirs", "ni comptés ni lus")) {
            assertThat(descriptor.gaps()).anyMatch(gap -> gap.contains(word));
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = AudienceScope.class,
            names = {"PLACE", "CLASSES"})
    void a_message_goes_to_each_class(AudienceScope scope) {
        ClassId cm2 = ClassId.random();
        ClassId unlisted = ClassId.random();
        assertThat(destinations(
                        CommunicationKind.MESSAGE,
                        scope,
                        new TargetClass(cm2, "CM2 A"),
                        new TargetClass(unlisted, "CM2 Z")))
                .containsExactly(
                        new Destination(TOURNELLES, "message/class/" + cm2, "CM2 A"),
                        new Destination(TOURNELLES, "message/class/" + unlisted, "CM2 Z"));
        assertThat(destinations(CommunicationKind.NEWS, scope, new TargetClass(cm2, "CM2 A")))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = AudienceScope.class,
            names = {"STAFF", "LEISURE_GROUPS"})
    void an_audience_that_nobody_is_named_for_is_not_widened(AudienceScope scope) {
        assertThat(destinations(CommunicationKind.MESSAGE, scope)).isEmpty();
    }

    private List<Destination> destinations(CommunicationKind kind, AudienceScope scope, TargetClass... classes) {
        return AtLilie.connector(lilie.account())
                .destinations(
                        kind, new TargetAudience(TOURNELLES, "Les Tournelles", scope, List.of(classes), List.of()));
    }
}
