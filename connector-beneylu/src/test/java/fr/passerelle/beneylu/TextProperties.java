package fr.passerelle.beneylu;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.beneylu.sandbox.Purifier;
import fr.passerelle.ent.communication.RichText;
import fr.passerelle.ent.model.CommunicationKind;
import fr.passerelle.ent.spi.Content;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jsoup.Jsoup;

/** Whatever an author writes: Beneylu shows what was predicted, no word is lost, and the reference comes last. */
class TextProperties {
    private static final String MARKER = "7K3F-9Q2M-XW4T";

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of(
                        "mot",
                        " ",
                        "\n",
                        "\u0007",
                        "&lt;",
                        "&amp;",
                        "é",
                        "\u00a0",
                        "😀",
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
                        "</ul>",
                        "<ol>",
                        "<li>",
                        "</li>",
                        "<blockquote>",
                        "</blockquote>",
                        "<a href=\"https://exemple.fr/?a=1&b=2\">",
                        "</a>",
                        "<br>",
                        "<!-- passerelle 9 -->",
                        "<script>x</script>",
                        "<table><tr><td>")
                .list()
                .ofMaxSize(40)
                .map(parts -> String.join("", parts));
    }

    private static BeneyluText text(String html) {
        return BeneyluText.of(new Content(CommunicationKind.BLOG, "Titre", html, "l'école"), MARKER, 3);
    }

    @Property(tries = 500)
    void what_is_predicted_is_what_is_shown(@ForAll("texts") String html) {
        BeneyluText text = text(RichText.clean(html));
        assertThat(Purifier.shown(text.html())).isEqualTo(text.shown().html());
    }

    @Property(tries = 400)
    void what_was_not_cleaned_before_is_predicted_too(@ForAll("texts") String html) {
        BeneyluText text = text(html);
        assertThat(Purifier.shown(text.html())).isEqualTo(text.shown().html());
    }

    @Property(tries = 400)
    void every_character_written_is_shown_and_no_other(@ForAll("texts") String html) {
        String clean = RichText.clean(html);
        assertThat(words(text(clean).shown().html())).isEqualTo(words(clean) + "Delapartdel'école·réf." + MARKER);
    }

    private static String words(String html) {
        return Jsoup.parseBodyFragment(html).body().wholeText().replaceAll("[\\s\u00a0\\p{Cntrl}]", "");
    }

    @Property(tries = 200)
    void the_reference_comes_last_and_the_revision_is_seen_by_no_reader(@ForAll("texts") String html) {
        BeneyluText text = text(html);
        assertThat(Jsoup.parseBodyFragment(text.shown().html()).text()).endsWith(MARKER);
        assertThat(BeneyluText.revision(text.html())).isEqualTo("3");
        assertThat(BeneyluText.revision(text.shown().html())).isEmpty();
    }

    @Example
    void what_beneylu_does_not_show_is_named() {
        assertThat(text("<blockquote>dit</blockquote>").shown().losses()).hasSize(1);
        assertThat(text("<strong><p>gras</p></strong>").shown().losses()).hasSize(1);
        assertThat(text("<table><tr><td>x</td></tr></table>").shown().losses()).hasSize(1);
        assertThat(text("<p>a <strong>b</strong> <a href=\"https://exemple.fr/\">c</a></p><ul><li>d</li></ul>")
                        .shown()
                        .losses())
                .isEmpty();
    }
}
