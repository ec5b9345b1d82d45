package fr.passerelle.one;

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

/** Whatever an author writes: ONE can read it, shows the same words, and the post is found again. */
class TextProperties {
    private static final String MARKER = "7K3F-9Q2M-XW4T";

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of(
                        "on",
                        "click",
                        "page",
                        "load",
                        " ",
                        "\n",
                        "\t",
                        "=",
                        "3",
                        "eval",
                        "(",
                        ")",
                        "expression",
                        "atob",
                        "javascript",
                        "vbscript",
                        ":",
                        "<",
                        ">",
                        "/",
                        "script",
                        "base64",
                        ",",
                        "PHNjcmlwdD4=",
                        "&lt;",
                        "&amp;",
                        "&colon;",
                        "\\",
                        "\\u003d",
                        "\\n",
                        "\"",
                        "'",
                        "é",
                        "\u00a0",
                        "😀",
                        "mot",
                        "<p>",
                        "</p>",
                        "<strong>",
                        "</strong>",
                        "<ul><li>",
                        "</li></ul>",
                        "<a href=\"https://exemple.fr/?",
                        "\">",
                        "</a>",
                        "<br>",
                        "onpage=3")
                .list()
                .ofMaxSize(40)
                .map(parts -> String.join("", parts));
    }

    @Property(tries = 1500)
    void the_filter_lets_a_disarmed_text_through_unchanged(
            @ForAll("texts") String html, @ForAll("texts") String title) {
        OneText text = OneText.of(content(RichText.clean(html), title), MARKER);

        if (text.shown().losses().isEmpty()) {
            assertThat(text.taken()).isTrue();
            String raw = OneJson.write(text.sent());
            assertThat(OneFilter.pass(raw)).isEqualTo(raw);
        }
    }

    @Property(tries = 1500)
    void every_character_written_is_shown_and_no_other(@ForAll("texts") String html) {
        String clean = RichText.clean(html);
        OneText text = OneText.of(content(clean, "Titre"), MARKER);

        if (text.shown().losses().isEmpty()) {
            assertThat(words(text.shown().html())).isEqualTo(words(clean) + "Delapartdel'école·réf." + MARKER);
        }
    }

    /** Every character but white space, which blocks and no-break spaces move about. */
    private static String words(String html) {
        return Jsoup.parseBodyFragment(html).body().wholeText().replaceAll("[\\s\u00a0\u2060]", "");
    }

    @Property(tries = 800)
    void rewriting_what_was_rewritten_changes_nothing(@ForAll("texts") String html) {
        String once = OneRewriting.of(RichText.clean(html));
        assertThat(OneRewriting.of(once)).isEqualTo(once);
        assertThat(OneRewriting.same(RichText.clean(html), once)).isTrue();
    }

    @Property(tries = 300)
    void the_reference_is_the_last_thing_of_every_post(@ForAll("texts") String html) {
        OneText text = OneText.of(content(RichText.clean(html), "Titre"), MARKER);
        assertThat(Jsoup.parseBodyFragment(text.shown().html()).text()).endsWith(MARKER);
    }

    private static Content content(String html, String title) {
        return new Content(CommunicationKind.BLOG, title, html, "l'école");
    }
}
