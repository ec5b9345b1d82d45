package fr.passerelle.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Writing, following, correcting and taking back, as a teacher does it between two lessons. */
@Tag("browser")
@ExtendWith(OnScreen.class)
class WritingTest {
    /** Opening the page, the class, the title, the text, the button. */
    private static final int TAPS = 5;
    /** So that a page is there before its publication is. */
    private static final String SLOWLY =
            "{\"kind\": \"slow\", \"route\": \"POST /blog/post/:blog\", \"percent\": 100, \"seconds\": 5}";

    private static final String REFERENCE = "\\b[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}\\b";

    private final Screen screen;

    WritingTest(Screen screen) {
        this.screen = screen;
    }

    @AfterEach
    void the_stand_in_is_well_again() {
        screen.faults("");
    }

    @Test
    void one_class_is_written_to_in_five_taps_and_the_page_follows_without_reload() {
        screen.faults(SLOWLY);
        AtomicInteger taps = new AtomicInteger();
        try (BrowserContext visitor = screen.visitor(Screen.phone())) {
            Page page = visitor.newPage();
            page.navigate("/");
            tap(page.getByText("Écrire aux familles"), taps);
            tap(page.getByText("CM2 A", exactly()), taps);
            tap(page.getByLabel("Titre"), taps);
            page.keyboard().type("Cinq gestes");
            tap(page.getByLabel("Texte"), taps);
            page.keyboard().type("Bonjour.");
            tap(page.getByText("Publier", exactly()), taps);
            page.waitForURL("**/communications/*");
            page.evaluate("document.body.dataset.stayed = 'yes'");
            assertThat(page.locator(".summary")).containsText("en attente");
            assertThat(page.locator(".summary")).containsText("publié");
            assertThat(page.locator(Screen.ON_ONE + " .word")).hasText("publié");
            assertThat(page.locator("body")).hasAttribute("data-stayed", "yes");
        }
        assertThat(taps).hasValueLessThanOrEqualTo(TAPS);
        assertThat(screen.posts("Cinq gestes")).hasSize(1);
    }

    @Test
    void what_the_preview_shows_is_what_the_ent_then_shows_and_nothing_typed_is_lost() {
        try (BrowserContext visitor = screen.visitor(Screen.phone())) {
            Page page = visitor.newPage();
            page.navigate("/write");
            page.getByLabel("CM2 A").check();
            page.getByLabel("Titre").fill("Vu d'avance");
            page.getByLabel("Texte").fill("Lisez section page = 3.\n\n- un bonnet");
            page.getByText("Voir avant de publier").click();
            Locator one = page.locator(".preview[data-ent^='ONE']");
            assertThat(one).containsText("CM2 A");
            assertThat(one.locator(".signs")).containsText("compte du lieu");
            String shown = one.locator(".shown-text").innerText();
            assertThat(screen.posts("Vu d'avance")).isEmpty();

            page.getByText("Modifier", exactly()).click();
            assertThat(page.getByLabel("CM2 A")).isChecked();
            assertThat(page.getByLabel("Titre")).hasValue("Vu d'avance");
            assertThat(page.getByLabel("Texte")).hasValue("Lisez section page = 3.\n\n- un bonnet");
            page.getByText("Voir avant de publier").click();
            page.getByText("Publier", exactly()).click();
            page.waitForURL("**/communications/*");
            assertThat(page.locator(Screen.ON_ONE + " .word")).hasText("publié");

            String html = screen.posts("Vu d'avance").get(0).path("html").asString();
            page.setContent("<div id=t>" + html + "</div>");
            assertThat(withoutReference(page.locator("#t").innerText())).isEqualTo(withoutReference(shown));
        }
    }

    private static String withoutReference(String text) {
        assertThat(text).containsPattern(REFERENCE);
        return text.replaceAll(REFERENCE, "");
    }

    @Test
    void a_page_that_is_told_nothing_asks_by_itself() {
        screen.faults(SLOWLY);
        try (BrowserContext visitor = screen.visitor(Screen.phone())) {
            visitor.route("**/api/v1/events**", Route::abort);
            Page page = visitor.newPage();
            screen.write(page, "Sans direct", "Bonjour.");
            assertThat(page.locator(".summary")).containsText("en attente");
            assertThat(page.locator(".summary")).containsText("publié");
        }
    }

    @Test
    void a_double_click_publishes_once_and_going_back_begins_anew() {
        try (BrowserContext visitor = screen.visitor(Screen.phone())) {
            Page page = visitor.newPage();
            page.navigate("/write");
            page.getByLabel("CM2 A").check();
            page.getByLabel("Titre").fill("Une seule fois");
            page.getByLabel("Texte").fill("Bonjour.");
            page.getByText("Publier", exactly()).dblclick();
            page.waitForURL("**/communications/*");
            page.goBack();
            assertThat(page.getByLabel("Titre")).hasValue("");
            page.goForward();
            assertThat(page.locator(".summary")).containsText("publié");
            page.navigate("/");
            assertThat(page.getByText("Une seule fois")).hasCount(1);
        }
        assertThat(screen.posts("Une seule fois")).hasSize(1);
    }

    @Test
    void a_form_that_is_sent_again_publishes_once_and_a_change_is_not_lost_in_silence() {
        try (BrowserContext visitor = screen.visitor(Screen.phone())) {
            Page form = visitor.newPage();
            form.navigate("/write");
            form.getByLabel("CM2 A").check();
            form.getByLabel("Titre").fill("Avant");
            // As a browser that keeps pages shows it after going back: as it was, with its key.
            form.evaluate("document.querySelector('form[method=post]').target = '_blank'");
            Page first = send(form);
            Page again = send(form);
            assertThat(again).hasURL(first.url());
            assertThat(again.getByRole(AriaRole.ALERT)).hasCount(0);
            form.getByLabel("Titre").fill("Après");
            Page changed = send(form);
            assertThat(changed).hasURL(first.url() + "?already");
            assertThat(changed.getByRole(AriaRole.ALERT)).containsText("déjà publiée");
            assertThat(changed.locator("h1")).hasText("Avant");
            assertThat(changed.locator(".summary")).containsText("publié");
        }
        assertThat(screen.posts("Avant")).hasSize(1);
        assertThat(screen.posts("Après")).isEmpty();
    }

    @Test
    void a_correction_and_a_withdrawal_reach_the_platform() {
        try (BrowserContext visitor = screen.visitor(Screen.phone())) {
            Page page = visitor.newPage();
            screen.write(page, "Sortie jeudi", "Rendez-vous à 8 h.");
            assertThat(page.locator(".summary")).containsText("publié");

            page.getByText("Corriger", exactly()).click();
            page.getByLabel("Titre").fill("Sortie vendredi");
            page.getByText("Corriger partout").click();
            assertThat(page.locator("h1")).hasText("Sortie vendredi");
            await().atMost(Duration.ofMinutes(1))
                    .untilAsserted(() -> assertThat(screen.posts("Sortie vendredi")).hasSize(1));
            assertThat(screen.posts("Sortie jeudi")).isEmpty();
            assertThat(page.locator(".summary")).containsText("publié");

            page.getByText("Retirer", exactly()).click();
            page.getByText("Retirer partout").dblclick();
            assertThat(page.locator(".summary")).containsText("retiré");
            assertThat(page.getByText("Retirer partout")).hasCount(0);
        }
        assertThat(screen.posts("Sortie vendredi"))
                .noneMatch(post -> post.path("visible").asBoolean());
    }

    @Test
    void what_is_written_survives_a_lost_network_and_is_published_once() {
        try (BrowserContext visitor = screen.visitor(Screen.phone())) {
            Page page = visitor.newPage();
            page.navigate("/write");
            page.getByLabel("CM2 A").check();
            page.getByLabel("Titre").fill("Sans réseau");
            page.getByLabel("Texte").fill("Deux lignes\net une.");
            visitor.setOffline(true);
            page.getByText("Publier", exactly()).click();
            assertThat(page.locator("#draft")).containsText("Pas de réseau");
            visitor.setOffline(false);
            page.navigate("/places");
            page.navigate("/write");
            assertThat(page.locator("#draft")).containsText("Voici ce que vous écriviez");
            assertThat(page.getByLabel("CM2 A")).isChecked();
            assertThat(page.getByLabel("Texte")).hasValue("Deux lignes\net une.");

            // The answer is lost on its way back: the words come again, and so does their key.
            visitor.route("**/communications", route -> {
                route.fetch(new Route.FetchOptions().setMaxRedirects(0));
                route.abort();
            });
            page.getByText("Publier", exactly()).click();
            await().atMost(Duration.ofMinutes(1))
                    .untilAsserted(() -> assertThat(screen.posts("Sans réseau")).hasSize(1));
            visitor.unroute("**/communications");
            page.navigate("/write");
            assertThat(page.getByLabel("Titre")).hasValue("Sans réseau");
            page.getByText("Publier", exactly()).click();
            page.waitForURL("**/communications/*");
            assertThat(page.locator(".summary")).containsText("publié");
            page.navigate("/write");
            assertThat(page.getByLabel("Titre")).hasValue("");
        }
        assertThat(screen.posts("Sans réseau")).hasSize(1);
    }

    @Test
    void a_refused_correction_comes_back_as_it_was_typed() {
        try (BrowserContext visitor = screen.visitor(Screen.phone())) {
            Page page = visitor.newPage();
            screen.write(page, "Réunion", "Mardi.");
            page.getByText("Corriger", exactly()).click();
            page.getByLabel("Titre").fill("   ");
            page.locator("textarea").fill("Mercredi.");
            page.getByText("Corriger partout").click();
            assertThat(page.getByRole(AriaRole.ALERT)).isVisible();
            assertThat(page.locator("textarea")).hasValue("Mercredi.");
        }
    }

    @Test
    void choosing_another_place_keeps_what_is_typed() {
        try (BrowserContext visitor = screen.visitor(Screen.phone())) {
            Page page = visitor.newPage();
            page.navigate("/write");
            page.getByLabel("Titre").fill("Déjà là");
            page.getByLabel("Au nom de").selectOption("Les Tournelles");
            assertThat(page.getByText("De la part de Les Tournelles")).isVisible();
            assertThat(page.getByText("CM2 B", exactly())).isVisible();
            assertThat(page.getByLabel("Titre")).hasValue("Déjà là");
            page.getByLabel("CM2 B").check();
            page.getByText("Publier", exactly()).click();
            page.waitForURL("**/communications/*");
            assertThat(page.getByText("Les Tournelles", exactly())).isVisible();
        }
    }

    @Test
    void without_javascript_everything_works_by_reloading() {
        NewContextOptions plain = Screen.phone().setJavaScriptEnabled(false);
        try (BrowserContext visitor = screen.visitor(plain)) {
            Page page = visitor.newPage();
            page.navigate("/write");
            page.getByLabel("Au nom de").selectOption("Les Tournelles");
            page.locator("noscript button").click();
            page.getByLabel("CM2 B").check();
            page.getByLabel("Titre").fill("Sans script");
            page.getByLabel("Texte").fill("Bonjour.");
            page.getByText("Publier", exactly()).click();
            page.waitForURL("**/communications/*");
            await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> {
                page.reload();
                assertThat(page.locator(".summary").textContent()).contains("publié");
            });
        }
        assertThat(screen.posts("Sans script")).hasSize(1);
    }

    @Test
    void a_keyboard_is_enough() {
        try (BrowserContext visitor = screen.visitor(Screen.wide(1280))) {
            Page page = visitor.newPage();
            page.navigate("/");
            page.keyboard().press("Tab");
            assertThat(page.locator(":focus")).hasText("Aller au contenu");
            page.keyboard().press("Enter");
            press(page, "main a[href='/write']", "Enter");
            page.waitForURL("**/write");
            press(page, "input[name=classes]", "Space");
            press(page, "input[name=title]", "");
            page.keyboard().type("Au clavier");
            press(page, "textarea", "");
            page.keyboard().type("Bonjour.");
            press(page, "main button:not([formaction])", "Enter");
            page.waitForURL("**/communications/*");
            assertThat(page.locator(".summary")).containsText("publié");
            press(page, "details:last-of-type > summary", "Enter");
            press(page, "form[action$=withdraw] button", "Enter");
            assertThat(page.locator(".summary")).containsText("retiré");
        }
    }

    private static Page send(Page form) {
        Page opened = form.waitForPopup(
                () -> form.getByText("Publier", exactly()).click());
        opened.waitForURL("**/communications/*");
        return opened;
    }

    /** Goes on with the tab key until it stands on an element, then presses a key there. */
    private static void press(Page page, String selector, String key) {
        Locator here = page.locator(":focus");
        for (int tabs = 0; tabs < 60; tabs++) {
            page.keyboard().press("Tab");
            if (here.count() == 1 && (boolean) here.evaluate("(element, css) => element.matches(css)", selector)) {
                if (!key.isEmpty()) {
                    page.keyboard().press(key);
                }
                return;
            }
        }
        throw new AssertionError("The tab key never reaches " + selector);
    }

    private static void tap(Locator target, AtomicInteger taps) {
        target.tap();
        taps.incrementAndGet();
    }

    private static Page.GetByTextOptions exactly() {
        return new Page.GetByTextOptions().setExact(true);
    }
}
