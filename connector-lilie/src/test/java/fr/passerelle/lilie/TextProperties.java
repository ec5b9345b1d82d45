package fr.passerelle.lilie;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.ent.communication.RichText;
import fr.passerelle.ent.model.CommunicationKind;
import fr.passerelle.ent.spi.Content;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Whatever an author writes: people get its words, without markup, and the reference. */
class TextProperties {
    private static final String MARKER = "7K3F-9Q2M-XW4T";

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of(
                        "mot",
                        "été",
                        " ",
                        "\n",
                        "\t",
                        "\u00a0",
                        "😀",
                        "2",
                        "3",
                        "(",
                        ")",
                        "-",
                        "&amp;",
                        "<p>",
                        "</p>",
                        "<h2>",
                        "</h2>",
                        "<h3>",
                        "</h3>",
                        "<strong>",
                        "</strong>",
                        "<em>",
                        "</em>",
                        "<ul>",
                        "<ol>",
                        "<li>",
                        "</li>",
                        "</ul>",
                        "</ol>",
                        "<blockquote>",
                        "</blockquote>",
                        "<br>",
                        "</a>",
                        "<a href=\"https://exemple.fr/a?b=1\">",
                        "<a href=\"mailto:mairie@exemple.fr\">",
                        "https://exemple.fr/a?b=1")
                .list()
                .ofMaxSize(30)
                .map(parts -> String.join("", parts));
    }

    private static EliotText text(String html) {
        return EliotText.of(new Content(CommunicationKind.MESSAGE, "Titre", html, "l'école"), MARKER);
    }

    @Property(tries = 500)
    void there_is_no_markup_and_the_reference_is_last(@ForAll("texts") String html) {
        EliotText text = text(RichText.clean(html));
        assertThat(text.message()).doesNotContain("<").doesNotContain("&amp;").endsWith(" · réf. " + MARKER);
        assertThat(text.message()).doesNotContain("\n\n\n").doesNotStartWith("\n");
    }

    @Property(tries = 500)
    void every_word_arrives_in_its_order_and_every_address_with_it(@ForAll("texts") String html) {
        String clean = RichText.clean(html);
        String message = words(text(clean).message());
        assertThat(isWithin(words(plain(clean)), message)).isTrue();
        for (Element link : Jsoup.parseBodyFragment(clean).select("a[href]")) {
            assertThat(message).contains(link.attr("href").replace("mailto:", ""));
        }
    }

    @Property(tries = 500)
    void what_disappears_is_said(@ForAll("texts") String html) {
        Document clean = Jsoup.parseBodyFragment(RichText.clean(html));
        int losses = (clean.select("strong, em").hasText() ? 1 : 0)
                + (clean.select("h2, h3").hasText() ? 1 : 0);
        assertThat(text(RichText.clean(html)).shown().losses()).hasSize(losses);
    }

    @Property(tries = 300)
    void the_preview_shows_the_text_that_is_sent(@ForAll("texts") String html) {
        EliotText text = text(RichText.clean(html));
        assertThat(words(plain(text.shown().html()))).isEqualTo(words(text.message()));
    }

    private static String plain(String html) {
        return Jsoup.parseBodyFragment(html).body().wholeText();
    }

    /** Whether all characters of a text stand in another, in their order; bullets and addresses may stand between. */
    private static boolean isWithin(String text, String other) {
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            from = other.indexOf(text.charAt(i), from) + 1;
            if (from == 0) {
                return false;
            }
        }
        return true;
    }

    /** Every character but white space. */
    private static String words(String text) {
        return text.replaceAll("[\\s\u00a0]", "");
    }
}
