package fr.passerelle.app.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The demo's people, one after the other, on a phone: each sees what her role is for. */
@Tag("browser")
@ExtendWith(OnScreen.class)
class RolesOnScreenTest {
    private final Screen screen;

    RolesOnScreenTest(Screen screen) {
        this.screen = screen;
    }

    private static List<String> menu(Page page) {
        return page.locator("header nav ul:last-child a").allTextContents();
    }

    @Test
    void a_teacher_has_her_own_class_chosen_already_and_no_school_to_choose() {
        try (BrowserContext phone = screen.visitor(Screen.phone())) {
            Page page = phone.newPage();
            screen.as(page, "enseignante");
            assertThat(menu(page)).containsExactly("Écrire", "Suivre", "Lieux", "Moi");
            page.navigate("/write");
            assertThat(page.locator("select[name=place]").count()).isZero();
            assertThat(page.getByLabel("CM2 B").isChecked()).isTrue();
            page.getByLabel("Titre").fill("En trois touches");
            page.getByText("Publier", new Page.GetByTextOptions().setExact(true))
                    .click();
            page.waitForURL("**/communications/*");
            assertThat(page.locator("details ol").textContent()).contains("par Une enseignante de CM2 B");
            assertThat(page.locator("a[href$='/export']").count()).isZero();
        }
    }

    @Test
    void an_address_of_another_school_is_a_page_that_says_so() {
        try (BrowserContext phone = screen.visitor(Screen.phone())) {
            Page page = phone.newPage();
            screen.as(page, "enseignante");
            Response refused = Objects.requireNonNull(page.navigate("/places/0770409B"));
            assertThat(refused.status()).isEqualTo(403);
            assertThat(page.textContent("main")).contains("(ENT-636)");
        }
    }

    @Test
    void a_parent_reads_what_her_childs_class_was_told_and_nothing_else() {
        try (BrowserContext phone = screen.visitor(Screen.phone())) {
            Page page = phone.newPage();
            screen.as(page, "parent");
            assertThat(menu(page)).containsExactly("Nouvelles", "Moi");
            page.getByText("Sortie au musée jeudi").click();
            assertThat(page.textContent("main")).contains("pique-nique");
            assertThat(Objects.requireNonNull(page.navigate("/write")).status()).isEqualTo(403);
        }
    }

    @Test
    void an_evaluator_follows_without_reading() {
        try (BrowserContext phone = screen.visitor(Screen.phone())) {
            Page page = phone.newPage();
            screen.as(page, "evaluation");
            assertThat(menu(page)).containsExactly("Suivre", "Lieux", "Moi");
            assertThat(page.textContent("main")).contains("titre réservé").doesNotContain("Sortie au musée");
        }
    }
}
