package fr.passerelle.one;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.passerelle.ent.model.AudienceScope;
import fr.passerelle.ent.model.ClassId;
import fr.passerelle.ent.model.CommunicationKind;
import fr.passerelle.ent.model.Sentences;
import fr.passerelle.ent.model.Uai;
import fr.passerelle.ent.spi.CheckResult;
import fr.passerelle.ent.spi.ConnectorDescriptor;
import fr.passerelle.ent.spi.ConnectorDescriptor.Publishing;
import fr.passerelle.ent.spi.ConnectorDescriptor.Withdrawal;
import fr.passerelle.ent.spi.Content;
import fr.passerelle.ent.spi.Destination;
import fr.passerelle.ent.spi.EntAccount;
import fr.passerelle.ent.spi.EntConnectorProvider;
import fr.passerelle.ent.spi.Fault;
import fr.passerelle.ent.spi.Next;
import fr.passerelle.ent.spi.Outcome;
import fr.passerelle.ent.spi.Secret;
import fr.passerelle.ent.spi.StoresFiles;
import fr.passerelle.ent.spi.StoresFiles.NewFile;
import fr.passerelle.ent.spi.StoresFiles.Put;
import fr.passerelle.ent.spi.TargetAudience;
import fr.passerelle.ent.spi.TargetAudience.TargetClass;
import fr.passerelle.ent.spi.Work;
import fr.passerelle.one.sandbox.Seed;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the connector says of itself and of an account, and what it refuses before any request. */
class CheckTest {
    private static final URI NOWHERE = URI.create("http://127.0.0.1:9");
    private static final OneConnector CONNECTOR = AtTheSandbox.connector(AtTheSandbox.account(NOWHERE, Map.of()));

    @Test
    void a_good_account_is_ready_and_only_counts_are_told() {
        try (AtTheSandbox one = new AtTheSandbox()) {
            assertThat(AtTheSandbox.connector(one.account()).check(one.session()))
                    .isEqualTo(new CheckResult.Ready(Map.of(
                            "profile",
                            "Personnel",
                            "schools",
                            "3",
                            "classes",
                            "24",
                            "blogs",
                            "0",
                            "messages",
                            "yes",
                            "news",
                            "yes",
                            "audience",
                            "yes",
                            "files",
                            "yes")));
        }
    }

    @Test
    void what_not_every_platform_has_is_told_and_stops_nobody() {
        try (AtTheSandbox one = new AtTheSandbox()) {
            one.sandbox.people().withoutAudience();
            one.sandbox.faults(Plans.once("GET /actualites/api/v1/threads"));

            assertThat(AtTheSandbox.connector(one.account()).check(one.session()))
                    .isInstanceOfSatisfying(
                            CheckResult.Ready.class,
                            ready -> assertThat(ready.facts())
                                    .containsEntry("audience", "no")
                                    .containsEntry("news", "unknown")
                                    .containsEntry("messages", "yes"));
        }
    }

    @Test
    void an_application_that_was_declared_without_files_publishes_and_keeps_none() {
        try (AtTheSandbox one = new AtTheSandbox(Seed.pilot()
                .application(
                        "passerelle", "bac-a-sable-secret", "userinfo", "auth", "directory", "blog", "conversation"))) {
            OneConnector connector = AtTheSandbox.connector(one.account());
            assertThat(connector.check(one.session()))
                    .isInstanceOfSatisfying(
                            CheckResult.Ready.class,
                            ready -> assertThat(ready.facts()).containsEntry("files", "no"));
            assertThat(connector.put(
                            one.session(), StoresFiles.TOP, new NewFile("a.txt", "text/plain", new byte[] {1})))
                    .isEqualTo(new Put.NotStored(new Fault.Forbidden("scope userinfo auth workspace")));
        }
    }

    @Test
    void a_check_writes_nothing() {
        try (AtTheSandbox one = new AtTheSandbox()) {
            AtTheSandbox.connector(one.account()).check(one.session());
            assertThat(one.sandbox.requests())
                    .extracting("route")
                    .allMatch(route -> route.toString().startsWith("GET ") || route.equals("POST /auth/oauth2/token"));
        }
    }

    @Test
    void an_account_without_the_right_to_make_blogs_is_not_ready() {
        try (AtTheSandbox one = new AtTheSandbox()) {
            one.sandbox.people().takeRights("service.passerelle");
            assertThat(fault(one)).isEqualTo(new Fault.Forbidden("blog.create"));
        }
    }

    @Test
    void a_place_that_the_account_does_not_administer_is_a_wrong_setting() {
        try (AtTheSandbox one = new AtTheSandbox(Seed.pilotWithout("0770420N"))) {
            assertThat(fault(one)).isEqualTo(new Fault.Misconfigured("places"));
        }
    }

    @Test
    void a_teacher_who_administers_nothing_is_forbidden() {
        try (AtTheSandbox one = new AtTheSandbox()) {
            EntAccount teacher = one.accountWith(Map.of("username", "claire.martin"));
            assertThat(AtTheSandbox.connector(teacher).check(one.session(teacher)))
                    .isEqualTo(new CheckResult.NotReady(new Fault.Forbidden("ADMIN_LOCAL")));
        }
    }

    private static Fault fault(AtTheSandbox one) {
        return ((CheckResult.NotReady) AtTheSandbox.connector(one.account()).check(one.session())).fault();
    }

    @Test
    void the_service_loader_finds_it() {
        assertThat(ServiceLoader.load(EntConnectorProvider.class))
                .singleElement()
                .satisfies(provider -> {
                    assertThat(provider.id()).isEqualTo("one");
                    assertThat(provider.profiles()).containsExactly("entcore");
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"client-id", "client-secret", "username", "password"})
    void a_missing_credential_is_named(String name) {
        EntAccount account = AtTheSandbox.account(NOWHERE, Map.of());
        for (String value : new String[] {null, " "}) {
            Map<String, Secret> credentials = new HashMap<>(account.credentials());
            credentials.remove(name);
            if (value != null) {
                credentials.put(name, Secret.of(value));
            }
            assertThatThrownBy(() -> new OneConnectorProvider().connector(with(account, "entcore", credentials)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("credentials." + name + " of one/service");
        }
    }

    @Test
    void another_profile_is_refused_by_name() {
        EntAccount account = AtTheSandbox.account(NOWHERE, Map.of());
        assertThatThrownBy(() -> new OneConnectorProvider().connector(with(account, "hdf", account.credentials())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("profile");
    }

    private static EntAccount with(EntAccount account, String profile, Map<String, Secret> credentials) {
        return new EntAccount(
                account.id(),
                account.connector(),
                profile,
                account.baseUrl(),
                true,
                account.places(),
                credentials,
                null);
    }

    @Test
    void the_descriptor_claims_what_is_done_and_names_what_is_not() {
        ConnectorDescriptor descriptor = CONNECTOR.descriptor();

        Publishing posts = descriptor.publishes(CommunicationKind.BLOG).orElseThrow();
        assertThat(posts.scopes()).containsExactlyInAnyOrder(AudienceScope.PLACE, AudienceScope.CLASSES);
        assertThat(posts.edits()).isTrue();
        assertThat(posts.attachments().takes(List.of(10 << 20, 10 << 20))).isTrue();
        assertThat(posts.attachments().takes(List.of((10 << 20) + 1))).isFalse();
        Publishing messages = descriptor.publishes(CommunicationKind.MESSAGE).orElseThrow();
        assertThat(messages.scopes())
                .containsExactlyInAnyOrder(AudienceScope.PLACE, AudienceScope.CLASSES, AudienceScope.STAFF);
        assertThat(messages.edits()).isFalse();
        assertThat(messages.withdrawal()).isEqualTo(Withdrawal.RECALL);
        assertThat(messages.attachments().takes(List.of(10 << 20, 10 << 20))).isTrue();
        Publishing news = descriptor.publishes(CommunicationKind.NEWS).orElseThrow();
        assertThat(news.scopes())
                .containsExactlyInAnyOrder(AudienceScope.PLACE, AudienceScope.CLASSES, AudienceScope.STAFF);
        assertThat(news.edits()).isTrue();
        assertThat(news.attachments()).isEqualTo(posts.attachments());
        assertThat(news.withdrawal()).isEqualTo(Withdrawal.DELETE);
        assertThat(descriptor.publishes(CommunicationKind.LIAISON)).isEmpty();
        assertThat(descriptor.maturity()).isEqualTo(ConnectorDescriptor.Maturity.REAL_SERVER);
        assertThat(descriptor.settings())
                .filteredOn(setting -> !setting.secret())
                .extracting("name")
                .containsExactly("client-id", "author-client-id");
        assertThat(descriptor.gaps()).anyMatch(gap -> gap.contains("cahier de liaison"));
        assertThat(descriptor.gaps())
                .anyMatch(gap -> gap.contains("toute personne connectée") && gap.contains("peut le lire"));
    }

    @Test
    void what_is_not_published_is_refused_before_any_request_by_the_profiles_name() {
        Work work = new Work(
                Work.Verb.PUBLISH,
                1,
                Item.CM2_B,
                "7K3F-9Q2M-XW4T",
                new Content(CommunicationKind.LIAISON, "Titre", "<p>x</p>", "l'école"),
                Map.of());

        Next.Finished finished = (Next.Finished) CONNECTOR.next(work);
        Fault.Rejected fault = (Fault.Rejected) ((Outcome.Refused) finished.outcome()).fault();
        assertThat(Sentences.withCode(fault.violation(), fault.facts(), Locale.FRENCH))
                .isEqualTo(
                        "Le profil one / entcore ne publie pas encore de liaison : choisissez une actualité (news), un"
                                + " billet de blog (blog) ou un message (message). (ENT-453)");
    }

    @Test
    void an_audience_means_one_wall_for_each_class_whoever_asks() {
        ClassId first = ClassId.random();
        List<TargetClass> classes = List.of(
                new TargetClass(first, "CM2 A"), new TargetClass(ClassId.parse(new UUID(1, 2).toString()), "CM2 B"));
        for (AudienceScope scope : List.of(AudienceScope.PLACE, AudienceScope.CLASSES)) {
            assertThat(CONNECTOR.destinations(
                            CommunicationKind.BLOG,
                            new TargetAudience(new Uai("0771369V"), "Les Tournelles", scope, classes, List.of())))
                    .hasSize(2)
                    .first()
                    .isEqualTo(new Destination(new Uai("0771369V"), "class/" + first, "CM2 A"));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"STAFF", "LEISURE_GROUPS"})
    void an_audience_without_a_wall_of_its_own_is_not_widened(AudienceScope scope) {
        TargetAudience audience = new TargetAudience(new Uai("0771369V"), "x", scope, List.of(), List.of());
        assertThat(CONNECTOR.destinations(CommunicationKind.BLOG, audience)).isEmpty();
        assertThat(CONNECTOR.destinations(CommunicationKind.LIAISON, audience)).isEmpty();
    }

    @Test
    void news_go_to_each_class_to_the_whole_school_at_once_or_to_its_staff() {
        ClassId cm2 = ClassId.random();
        Uai school = new Uai("0771369V");
        List<TargetClass> classes = List.of(new TargetClass(cm2, "CM2 A"));
        assertThat(newsFor(school, AudienceScope.CLASSES, classes))
                .containsExactly(new Destination(school, "news/class/" + cm2, "CM2 A"));
        assertThat(newsFor(school, AudienceScope.PLACE, classes)).containsExactly(Item.WHOLE_SCHOOL);
        assertThat(newsFor(school, AudienceScope.STAFF, List.of())).containsExactly(Item.NEWS_OF_STAFF);
        assertThat(newsFor(school, AudienceScope.LEISURE_GROUPS, List.of())).isEmpty();
    }

    private static List<Destination> newsFor(Uai school, AudienceScope scope, List<TargetClass> classes) {
        return CONNECTOR.destinations(
                CommunicationKind.NEWS, new TargetAudience(school, "Les Tournelles", scope, classes, List.of()));
    }

    @Test
    void a_message_goes_to_each_class_or_to_the_staff_of_a_place() {
        ClassId cm2 = ClassId.random();
        Uai school = new Uai("0771369V");
        TargetAudience classes = new TargetAudience(
                school, "Les Tournelles", AudienceScope.CLASSES, List.of(new TargetClass(cm2, "CM2 A")), List.of());
        assertThat(CONNECTOR.destinations(CommunicationKind.MESSAGE, classes))
                .containsExactly(new Destination(school, "message/class/" + cm2, "CM2 A"));
        assertThat(CONNECTOR.destinations(
                        CommunicationKind.MESSAGE,
                        new TargetAudience(school, "Les Tournelles", AudienceScope.STAFF, List.of(), List.of())))
                .containsExactly(Item.STAFF);
    }

    @ParameterizedTest
    @EnumSource(OneReason.class)
    void every_reason_has_its_sentences(OneReason reason) {
        Map<String, String> facts = Map.of("class", "CM2 B", "place", "0771369V", "kind", "news", "profile", "one");
        assertThat(Sentences.sentence(reason, facts, Locale.FRENCH))
                .isNotBlank()
                .doesNotContain("?");
        assertThat(Sentences.sentence(reason, facts, Locale.ENGLISH))
                .isNotBlank()
                .doesNotContain("?");
    }
}
