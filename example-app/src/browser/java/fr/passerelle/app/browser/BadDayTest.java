package fr.passerelle.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the page tells while the ENT fails, and that it needs nobody once the ENT is back. */
@Tag("browser")
@ExtendWith(OnScreen.class)
class BadDayTest {
    private final Screen screen;

    BadDayTest(Screen screen) {
        this.screen = screen;
    }

    @AfterEach
    void the_stand_in_is_well_again() {
        screen.faults("");
    }

    @Test
    void the_cause_and_the_next_try_are_told_and_it_recovers_by_itself() {
        screen.faults("{\"kind\": \"status\", \"status\": 503, \"percent\": 100}");
        try (BrowserContext visitor = screen.visitor(Screen.phone())) {
            Page page = visitor.newPage();
            screen.write(page, "Mauvais jour", "Bonjour.");
            Locator cell = page.locator(Screen.ON_ONE);
            assertThat(cell).containsText("Prochain essai");
            System.out.println("Told on a bad day: " + cell.innerText().replace('\n', '|'));
            assertThat(cell.locator(".word")).hasText("en attente");
            assertThat(cell.locator(".cause").first()).containsText("ne répond pas");
            assertThat(cell.getByText("Réessayer maintenant")).isVisible();

            screen.faults("");
            assertThat(cell.locator(".word")).hasText("publié");
            assertThat(page.locator("#items")).not().containsText("Prochain essai");
        }
        assertThat(screen.posts("Mauvais jour")).hasSize(1);
    }
}
