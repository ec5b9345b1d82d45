package fr.passerelle.app.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.Sizes;
import com.microsoft.playwright.options.WaitUntilState;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for each page: anybody can use it, on any screen, in both languages. */
@Tag("browser")
@ExtendWith(OnScreen.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryPageTest {
    /** A phone; a wide window at 200 %, which leaves half of its width; a wide window. */
    private static final int[] WIDTHS = {360, 640, 1280};

    private static final int HEAVIEST = 90_000;
    private static final int MOST_REQUESTS = 12;

    private static final String VIOLATIONS = """
            async () => {
              document.querySelectorAll('details').forEach(details => { details.open = true; });
              const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
              const result = await axe.run({runOnly: {type: 'tag', values: tags}});
              return result.violations.flatMap(rule => rule.nodes.map(
                node => rule.id + ' ' + node.target + ': ' + node.failureSummary));
            }""";

    private final Screen screen;
    /** Who looks at every page for axe: colours that are still changing are nobody's to judge. */
    private final BrowserContext judge;
    /** Who looks at every page on a phone. */
    private final BrowserContext visitor;

    EveryPageTest(Screen screen) {
        this.screen = screen;
        judge = screen.visitor(
                Screen.phone().setReducedMotion(ReducedMotion.REDUCE).setBypassCSP(true));
        visitor = screen.visitor(Screen.phone());
    }

    @AfterAll
    void leave() {
        judge.close();
        visitor.close();
    }

    @ParameterizedTest
    @MethodSource("fr.passerelle.app.browser.Screen#pages")
    void axe_finds_nothing_wrong(String name) throws IOException {
        try (Page page = open(judge, name)) {
            page.evaluate(axe());
            for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
                for (int width : WIDTHS) {
                    page.setViewportSize(width, 800);
                    assertThat((List<?>) page.evaluate(VIOLATIONS))
                            .as(name + ", " + scheme + ", " + width)
                            .isEmpty();
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("fr.passerelle.app.browser.Screen#pages")
    void a_picture_is_taken_and_nothing_is_wider_than_a_phone(String name) {
        try (Page page = open(visitor, name)) {
            Pictures.take(page, name);
            page.evaluate("document.querySelectorAll('details').forEach(details => { details.open = true; })");
            for (int width : new int[] {360, 320}) {
                page.setViewportSize(width, 800);
                assertThat(page.evaluate("document.documentElement.scrollWidth"))
                        .as(name + " at " + width)
                        .isEqualTo(width);
            }
        }
    }

    /** One visitor per language for all pages: a visit costs more than a page. */
    @Test
    void both_languages_are_complete() {
        Map<String, String> french = texts("fr");
        assertThat(texts("en")).allSatisfy((name, text) -> assertThat(text).isNotEqualTo(french.get(name)));
    }

    /** What every page says to somebody who reads a language. */
    private Map<String, String> texts(String language) {
        Map<String, String> texts = new LinkedHashMap<>();
        try (BrowserContext visitor = screen.visitor(Screen.phone())) {
            Page page = visitor.newPage();
            List<String> errors = new ArrayList<>();
            page.onConsoleMessage(message -> {
                if (message.type().equals("error")) {
                    errors.add(message.text());
                }
            });
            page.navigate("/places?lang=" + language);
            for (String name : Screen.pages()) {
                screen.show(page, name);
                assertThat(page.getAttribute("html", "lang")).as(name).isEqualTo(language);
                String text = Objects.requireNonNull(page.textContent("body")) + page.title();
                assertThat(text)
                        .as(name)
                        .doesNotContain("??")
                        .doesNotContainPattern("\\b[a-z]+\\.[a-zA-Z_-]+_[a-z]{2}\\b");
                texts.put(name, text);
                // The problem's own 404 is an error to the console.
                assertThat(errors).as(name).hasSize(name.equals("problem") ? 1 : 0);
            }
        }
        return texts;
    }

    @Test
    void the_page_to_write_on_is_light() {
        try (BrowserContext visitor = screen.visitor(Screen.phone())) {
            Page page = visitor.newPage();
            List<Request> requests = new ArrayList<>();
            page.onRequestFinished(requests::add);
            page.navigate("/write", new Page.NavigateOptions().setWaitUntil(WaitUntilState.NETWORKIDLE));
            int bytes = requests.stream()
                    .map(Request::sizes)
                    .mapToInt((Sizes sizes) -> sizes.responseBodySize + sizes.responseHeadersSize)
                    .sum();
            System.out.printf(
                    Locale.ROOT, "The page to write on: %d requests, %d bytes as sent%n", requests.size(), bytes);
            assertThat(requests).hasSizeBetween(4, MOST_REQUESTS);
            assertThat(bytes).isBetween(10_000, HEAVIEST);
        }
    }

    /** A phone at the edge of its network: 400 kbit a second, 400 ms until anything comes, nothing kept from before. */
    @Test
    void the_page_to_write_on_is_soon_usable_on_a_poor_network() {
        try (BrowserContext visitor = screen.visitor(Screen.phone())) {
            Page page = visitor.newPage();
            JsonObject network = new JsonObject();
            network.addProperty("offline", false);
            network.addProperty("latency", 400);
            network.addProperty("downloadThroughput", 400_000 / 8);
            network.addProperty("uploadThroughput", 400_000 / 8);
            CDPSession browser = visitor.newCDPSession(page);
            browser.send("Network.enable");
            browser.send("Network.emulateNetworkConditions", network);
            page.navigate("/write", new Page.NavigateOptions().setWaitUntil(WaitUntilState.DOMCONTENTLOADED));
            // From the first request until it can be filled in, its scripts included.
            double usable = ((Number) page.evaluate(
                            "performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd"))
                    .doubleValue();
            page.getByLabel("Titre").fill("Piscine");
            System.out.printf(Locale.ROOT, "The page to write on, at 400 kbit/s and 400 ms: usable after %.0f ms%n", usable);
            assertThat(usable).isBetween(400.0, 4000.0);
        }
    }

    private Page open(BrowserContext visitor, String name) {
        Page page = visitor.newPage();
        screen.show(page, name);
        return page;
    }

    private static String axe() throws IOException {
        try (InputStream script = EveryPageTest.class.getResourceAsStream("/axe.min.js")) {
            return new String(Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
