package fr.passerelle.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.jupiter.api.Test;

/** Photos from a phone, as a teacher sends them after an outing. */
@Tag("browser")
@ExtendWith(OnScreen.class)
class AttachingTest {
    private final Screen screen;

    AttachingTest(Screen screen) {
        this.screen = screen;
    }

    private static void begin(Page page, String title) {
        page.navigate("/write");
        page.getByLabel("CM2 A").check();
        page.getByLabel("Titre").fill(title);
        page.getByLabel("forme").selectOption("MESSAGE");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_photo_is_described_and_agreed_to_before_it_leaves(boolean script) {
        String title = "Photo " + script;
        NewContextOptions phone = Screen.phone().setJavaScriptEnabled(script);
        try (BrowserContext visitor = screen.visitor(phone)) {
            Page page = visitor.newPage();
            begin(page, title);
            Screen.choose(page, "Musée.jpg", "Programme.txt");
            page.getByText("Publier", exactly()).click();
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("ce que l'on voit");
            assertThat(page.getByLabel("Titre")).hasValue(title);
            assertThat(page.locator(".file")).hasCount(2);
            page.getByLabel("Que voit-on").fill("La façade du musée");
            page.getByLabel("Les personnes que").check();

            page.getByText("Voir avant de publier").click();
            Locator one = page.locator(".preview[data-ent^='ONE']");
            assertThat(one.locator(".attached")).containsText("Musée.jpg");
            assertThat(one.locator(".loss")).containsText("ce que montrent les images");
            page.getByText("Modifier", exactly()).click();
            assertThat(page.getByLabel("Que voit-on")).hasValue("La façade du musée");
            assertThat(page.getByLabel("Les personnes que")).isChecked();
            page.getByLabel("Enlever Programme.txt").click();
            assertThat(page.locator(".file")).hasCount(1);
            page.getByText("Publier", exactly()).click();
            page.waitForURL("**/communications/*");
            assertThat(page.getByText("La façade du musée")).isVisible();
            String saved = page.waitForDownload(
                            () -> page.getByText("Musée.jpg", exactly()).click())
                    .suggestedFilename();
            assertThat(saved).isEqualTo("Musée.jpg");
        }
        await().atMost(Duration.ofMinutes(2)).untilAsserted(() -> {
            assertThat(screen.messages(title)).hasSize(1);
            assertThat(screen.messages(title).get(0).path("attachments").size()).isEqualTo(1);
        });
    }

    @Test
    void the_enter_key_publishes_and_chooses_no_other_button() {
        try (BrowserContext visitor = screen.visitor(Screen.wide(1280))) {
            Page page = visitor.newPage();
            begin(page, "Entrée");
            page.getByLabel("Titre").press("Enter");
            page.waitForURL("**/communications/*");
            assertThat(page.locator("h1")).hasText("Entrée");
        }
    }

    @Test
    void a_keyboard_reaches_everything_about_files() {
        try (BrowserContext visitor = screen.visitor(Screen.wide(1280))) {
            Page page = visitor.newPage();
            screen.show(page, "write-files");
            for (String reached : new String[] {
                "input[type=file]", "button[name=remove]", "input[name='files[0].alternative']", "input[name=rights]"
            }) {
                page.locator("input[name=title]").focus();
                boolean here = false;
                for (int tabs = 0; tabs < 40 && !here; tabs++) {
                    page.keyboard().press("Tab");
                    here = (boolean) page.locator(":focus").evaluate("(element, css) => element.matches(css)", reached);
                }
                assertThat(here).as(reached).isTrue();
            }
        }
    }

    @Test
    void a_lost_network_keeps_the_words_and_says_that_it_keeps_no_files() {
        try (BrowserContext visitor = screen.visitor(Screen.phone())) {
            Page page = visitor.newPage();
            begin(page, "Sans réseau, avec photo");
            Screen.choose(page, "Programme.txt");
            visitor.setOffline(true);
            page.getByText("Publier", exactly()).click();
            assertThat(page.locator("#draft")).containsText("Pas de réseau");
            assertThat(page.locator("#draft")).containsText("joignez-les de nouveau");
            visitor.setOffline(false);
            page.navigate("/write");
            assertThat(page.locator("#draft")).containsText("joignez-les de nouveau");
            assertThat(page.getByLabel("Titre")).hasValue("Sans réseau, avec photo");
        }
    }

    private static Page.GetByTextOptions exactly() {
        return new Page.GetByTextOptions().setExact(true);
    }
}
