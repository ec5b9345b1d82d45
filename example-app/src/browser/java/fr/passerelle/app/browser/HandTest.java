package fr.passerelle.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.List;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Copy, open, paste, done: what a teacher does where no program may write. */
@Tag("browser")
@ExtendWith(OnScreen.class)
class HandTest {
    private final Screen screen;

    HandTest(Screen screen) {
        this.screen = screen;
    }

    /** Writes to a class of the school where people publish by hand. */
    private static void write(Page page, String title) {
        page.navigate("/write?place=0770420N");
        page.getByLabel("CM2 B").check();
        page.getByLabel("Titre").fill(title);
        page.getByLabel("Texte").fill("Bonjour à tous.\n\nÀ mardi.");
        page.getByText("Publier", new Page.GetByTextOptions().setExact(true)).click();
        page.waitForURL("**/communications/*");
        assertThat(page.locator(".summary")).containsText("2 à faire à la main");
    }

    private static void open(Page page, String ent) {
        page.locator(".matrix td[data-ent^='" + ent + "'] a").click();
        page.waitForURL("**/hands/*");
    }

    /** What a paste into a rich editor would bring. */
    private static String clipboard(Page page, String type) {
        return (String) page.evaluate("""
                async type => {
                  const [item] = await navigator.clipboard.read();
                  return await (await item.getType(type)).text();
                }""", type);
    }

    @Test
    void it_is_confirmed_by_a_look_on_one_ent_and_by_word_on_another() {
        try (BrowserContext visitor = screen.visitor(Screen.phone())) {
            visitor.grantPermissions(List.of("clipboard-read", "clipboard-write"));
            Page page = visitor.newPage();
            write(page, "À la main");

            open(page, "ONE");
            page.getByText("Copier le titre").click();
            assertThat(page.locator("#title-copied")).hasText("Copié.");
            String title = clipboard(page, "text/plain");
            page.getByText("Copier le texte").click();
            assertThat(page.locator("#text-copied")).hasText("Copié.");
            String html = clipboard(page, "text/html");
            assertThat(title).isEqualTo("À la main");
            assertThat(Jsoup.parseBodyFragment(html).text()).startsWith("Bonjour à tous. À mardi. De la part de");
            assertThat(page.locator("#open")).hasAttribute("target", "_blank");
            Pictures.take(page, "hand-to-do");

            page.locator("#done").click();
            assertThat(page.locator(".problem")).containsText("ne montre pas encore");
            Pictures.take(page, "hand-not-seen");

            screen.pasteOnOne(title, html);
            page.locator("#done").click();
            page.waitForURL("**/communications/*");
            assertThat(page.locator(Screen.ON_ONE)).containsText("vu sur l'ENT");

            open(page, "Beneylu");
            page.locator("#done").click();
            page.waitForURL("**/communications/*");
            assertThat(page.locator(".matrix td[data-ent^='Beneylu']")).containsText("sur parole");
            assertThat(page.locator(".summary")).containsText("2 publié");
            Pictures.take(page, "hand-done");
        }
        assertThat(screen.posts("À la main")).hasSize(1);
    }

    @Test
    void what_was_done_by_hand_is_corrected_and_removed_by_hand() {
        try (BrowserContext visitor = screen.visitor(Screen.phone())) {
            Page page = visitor.newPage();
            write(page, "Faute de frappe");
            open(page, "Beneylu");
            page.locator("#done").click();
            page.waitForURL("**/communications/*");
            page.getByText("Corriger", new Page.GetByTextOptions().setExact(true)).click();
            page.getByLabel("Titre").fill("Sans faute");
            page.getByText("Corriger partout").click();
            assertThat(page.locator(".matrix td[data-ent^='Beneylu'] a")).hasText("Corriger à la main");
            page.getByText("Retirer", new Page.GetByTextOptions().setExact(true)).click();
            page.getByText("Retirer partout").click();
            assertThat(page.locator(".matrix td[data-ent^='Beneylu'] a")).hasText("Retirer à la main");
            // Nobody had published it on ONE: nothing is left to do there.
            assertThat(page.locator(Screen.ON_ONE)).containsText("retiré");
        }
    }
}
