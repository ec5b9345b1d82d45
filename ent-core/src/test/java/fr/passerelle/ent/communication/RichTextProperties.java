package fr.passerelle.ent.communication;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jsoup.Jsoup;

class RichTextProperties {

    @Property
    void cleaning_what_is_clean_changes_nothing(@ForAll("html") String html) {
        String once = RichText.clean(html);
        assertThat(RichText.clean(once)).isEqualTo(once);
    }

    @Property
    void nothing_active_survives(@ForAll("html") String html) {
        var clean = Jsoup.parseBodyFragment(RichText.clean(html)).body();
        assertThat(clean.select("script, style, iframe, object, form, img, svg"))
                .isEmpty();
        assertThat(clean.select("*").eachAttr("onclick")).isEmpty();
        assertThat(clean.select("[href]").eachAttr("href")).allMatch(href -> href.matches("(?i)(https?://|mailto:).*"));
    }

    @Property
    void plain_text_is_kept_to_the_letter(@ForAll("words") String text) {
        assertThat(RichText.plain(RichText.ofPlainText(text)).strip()).isEqualTo(text.strip());
    }

    @Example
    void what_other_editors_write_keeps_its_meaning() {
        assertThat(RichText.clean("<h1>Sortie</h1><div>Le <b>vélo</b> et le <i>casque</i></div>"))
                .isEqualTo("<h2>Sortie</h2><p>Le <strong>vélo</strong> et le <em>casque</em></p>");
    }

    @Example
    void plain_text_becomes_paragraphs() {
        assertThat(RichText.ofPlainText("Bonjour,\nà demain < 9 h.\n\nL'équipe"))
                .isEqualTo("<p>Bonjour,<br>à demain &lt; 9 h.</p><p>L'équipe</p>");
        assertThat(RichText.ofPlainText(" \n ")).isEmpty();
    }

    @Provide
    Arbitrary<String> html() {
        Arbitrary<String> pieces = Arbitraries.of(
                "<p>",
                "</p>",
                "<b>",
                "</b>",
                "<div>",
                "<ul><li>",
                "</li></ul>",
                "<script>alert(1)</script>",
                "<a href=\"javascript:alert(1)\">",
                "<a href='https://exemple.fr/?a=1&b=2'>",
                "</a>",
                "<img src=x onerror=alert(1)>",
                "<p onclick=\"x()\">",
                "<svg><script>1</script></svg>",
                "<style>p{}</style>",
                "<!-- c -->",
                "<iframe src=//x>",
                "&lt;b&gt;",
                "&amp;amp;",
                "école",
                "« à »",
                "\u202f!",
                "👩‍👧",
                "<",
                "\"",
                " ",
                "\n");
        return pieces.list().ofMaxSize(12).map(list -> String.join("", list));
    }

    @Provide
    Arbitrary<String> words() {
        return Arbitraries.strings()
                .withChars("aéœ <>&\"'«»\u202f")
                .ofMaxLength(60)
                .map(text -> text.replaceAll(" +", " ").strip());
    }
}
