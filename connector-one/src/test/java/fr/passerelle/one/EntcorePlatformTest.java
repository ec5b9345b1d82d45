package fr.passerelle.one;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.passerelle.ent.model.CommunicationKind;
import fr.passerelle.ent.model.Sentences;
import fr.passerelle.ent.sandbox.OperatorAccount;
import fr.passerelle.ent.sandbox.SchoolSeed;
import fr.passerelle.ent.spi.AccountId;
import fr.passerelle.ent.spi.ConnectorDescriptor;
import fr.passerelle.ent.spi.ConnectorDescriptor.Maturity;
import fr.passerelle.ent.spi.Content;
import fr.passerelle.ent.spi.EntAccount;
import fr.passerelle.ent.spi.EntConnector;
import fr.passerelle.ent.spi.Outcome;
import fr.passerelle.ent.spi.Rendering;
import fr.passerelle.one.sandbox.OneSandbox;
import fr.passerelle.one.sandbox.SandboxObjects.InfoView;
import fr.passerelle.one.sandbox.SandboxObjects.PostView;
import fr.passerelle.one.sandbox.Seed;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Another platform with the same back end: the same connector and the same stand-in under its own name. */
class EntcorePlatformTest {
    private static final EntcorePlatform OTHER =
            new EntcorePlatform("lilie", "openent-ng", "Un autre ENT", Maturity.SOURCE_ONLY);

    private static Seed seed() {
        return Seed.of(SchoolSeed.pilot()).presentedAs("Un autre ENT", "lilie", "openent-ng");
    }

    private static EntAccount account(AtTheSandbox at) {
        EntAccount service = at.account();
        return new EntAccount(
                new AccountId("autre", "service"),
                "lilie",
                "openent-ng",
                service.baseUrl(),
                true,
                service.places(),
                service.credentials(),
                null);
    }

    @Test
    void it_has_a_descriptor_of_its_own_with_the_same_abilities() {
        try (AtTheSandbox at = new AtTheSandbox(seed())) {
            ConnectorDescriptor descriptor = OTHER.connector(account(at)).descriptor();

            assertThat(descriptor.id()).isEqualTo("lilie");
            assertThat(descriptor.profile()).isEqualTo("openent-ng");
            assertThat(descriptor.platform()).isEqualTo("Un autre ENT");
            assertThat(descriptor.maturity()).isEqualTo(Maturity.SOURCE_ONLY);
            assertThat(Stream.of(CommunicationKind.NEWS, CommunicationKind.BLOG, CommunicationKind.MESSAGE))
                    .allSatisfy(kind -> assertThat(descriptor.publishes(kind)).isPresent());
            assertThat(descriptor.gaps()).noneMatch(EntcorePlatformTest::namesOne);
            assertThat(descriptor.dataCategories()).noneMatch(EntcorePlatformTest::namesOne);
        }
    }

    private static boolean namesOne(String text) {
        return text.matches("(?s).*\\b(ONE|NEO|Edifice)\\b.*");
    }

    @Test
    void an_account_of_another_profile_is_refused_by_name() {
        try (AtTheSandbox at = new AtTheSandbox()) {
            assertThatThrownBy(() -> OTHER.connector(at.account()))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("openent-ng");
        }
    }

    @Test
    void it_publishes_and_nothing_that_people_read_there_names_one() {
        try (AtTheSandbox at = new AtTheSandbox(seed())) {
            EntAccount account = account(at);
            OneConnector connector = (OneConnector) OTHER.connector(account);
            Item news = new Item(connector, at.session(account), Item.NEWS_OF_CM2_B, "7K3F-9Q2M-XW4T").asNews();
            Item post = new Item(connector, at.session(account), Item.CM2_B, "2222-3333-4444");

            assertThat(news.publish()).isInstanceOf(Outcome.Applied.class);
            assertThat(post.publish()).isInstanceOf(Outcome.Applied.class);

            assertThat(at.sandbox.objects().infos()).allMatch(InfoView::visible);
            assertThat(at.sandbox.objects().posts()).allMatch(PostView::visible);
            assertThat(List.of(
                            at.sandbox.objects().threads().toString(),
                            at.sandbox.objects().blogs().toString(),
                            at.sandbox.objects().infos().toString()))
                    .noneMatch(EntcorePlatformTest::namesOne);
        }
    }

    @Test
    void the_losses_of_a_text_name_no_platform() {
        try (AtTheSandbox at = new AtTheSandbox(seed())) {
            EntConnector connector = OTHER.connector(account(at));
            Rendering rendering = ((OneConnector) connector)
                    .render(
                            new Content(
                                    CommunicationKind.NEWS,
                                    "Titre",
                                    "<table><tr><td>x</td></tr></table><p><a href=\"https://sessionkey=1.example/\">x</a></p>",
                                    "l'école"),
                            "7K3F-9Q2M-XW4T");
            assertThat(rendering.losses()).isNotEmpty().noneMatch(EntcorePlatformTest::namesOne);
        }
    }

    @ParameterizedTest
    @EnumSource(OneReason.class)
    void no_reason_names_a_platform(OneReason reason) {
        Map<String, String> facts = Map.of("class", "CM2 B", "place", "0771369V", "kind", "liaison", "profile", "x");
        for (Locale language : List.of(Locale.FRENCH, Locale.ENGLISH)) {
            assertThat(Sentences.sentence(reason, facts, language)).matches(text -> !namesOne(text));
        }
    }

    @Test
    void the_stand_in_presents_itself_under_the_other_name() throws IOException, InterruptedException {
        try (AtTheSandbox at = new AtTheSandbox(seed())) {
            OneSandbox sandbox = at.sandbox;
            OperatorAccount operator = sandbox.operator("openent-ng");
            assertThat(operator.platform()).isEqualTo("Un autre ENT");
            assertThat(operator.connector()).isEqualTo("lilie");
            assertThat(operator.profile()).isEqualTo("openent-ng");
            String banner = HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(sandbox.baseUrl()).build(), BodyHandlers.ofString())
                    .body();
            assertThat(banner).contains("Ceci n'est pas Un autre ENT.").matches(text -> !namesOne(text));
        }
    }
}
