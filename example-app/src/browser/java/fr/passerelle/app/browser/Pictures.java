package fr.passerelle.app.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Path;

/** Pictures of pages: into {@code docs/screenshots} with {@code -Dscreenshots=true}, else where a clean removes them. */
final class Pictures {
    private static final int[] WIDTHS = {390, 1280};

    private Pictures() {}

    /** Takes the page as it stands, on a phone and in a wide window, and leaves it on the wide one. */
    static void take(Page page, String name) {
        Path folder = Boolean.getBoolean("screenshots") ? Path.of("../docs/screenshots") : Path.of("target/screenshots");
        for (int width : WIDTHS) {
            page.setViewportSize(width, 800);
            assertThat(page.screenshot(new Page.ScreenshotOptions()
                            .setFullPage(true)
                            .setPath(folder.resolve(name + "-" + width + ".png"))))
                    .hasSizeGreaterThan(5_000);
        }
    }
}
