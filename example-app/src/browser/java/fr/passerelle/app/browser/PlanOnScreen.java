package fr.passerelle.app.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import fr.passerelle.ent.intake.sample.OndeSample;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The plan of an import, on the demo's first school: its file without the last pupils, and one birth date changed. */
final class PlanOnScreen {
    private PlanOnScreen() {}

    /**
     * Reads the file, unless a page before has; nobody applies it.
     *
     * @param names whether to go on to the names of the line that is to be decided
     */
    static void show(Page page, boolean names) {
        if (page.locator("input[name=plan]").count() == 0) {
            page.locator("input[type=file]").setInputFiles(new FilePayload("CSVExtraction.csv", "text/csv", file()));
            page.locator("form[enctype] button").click();
            page.waitForURL("**/import");
            page.locator("table.matrix").waitFor();
        }
        if (names) {
            page.locator("main li a[href*='/import/names']").first().click();
            page.waitForURL("**/import/names*");
        }
    }

    private static byte[] file() {
        byte[] whole = OndeSample.files(OndeSample.DEFAULT_SEED).get(0).content();
        String[] lines = new String(whole, StandardCharsets.ISO_8859_1).split("(?<=\n)(?=.)", -1);
        lines[1] = lines[1].replaceFirst("20\\d\\d-\\d\\d-\\d\\d", "2016-02-29");
        return String.join("", Arrays.copyOf(lines, lines.length - 3)).getBytes(StandardCharsets.ISO_8859_1);
    }
}
