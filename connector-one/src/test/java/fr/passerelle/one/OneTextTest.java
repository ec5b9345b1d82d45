package fr.passerelle.one;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.ent.model.CommunicationKind;
import fr.passerelle.ent.spi.Content;
import org.junit.jupiter.api.Test;

class OneTextTest {
    private static final String MARKER = "7K3F-9Q2M-XW4T";

    private static OneText text(String title, String html) {
        return OneText.of(new Content(CommunicationKind.BLOG, title, html, "l'école Les Tournelles"), MARKER);
    }

    @Test
    void a_post_ends_with_who_speaks_and_its_reference() {
        OneText text = text("Sortie", "<p>Nous irons au musée.</p>");

        assertThat(text.sent().content())
                .isEqualTo("<p>Nous irons au musée.</p>"
                        + "<p><em>De la part de l'école Les Tournelles · réf. 7K3F-9Q2M-XW4T</em></p>");
        assertThat(text.shown().html()).isEqualTo(text.sent().content());
        assertThat(text.shown().losses()).isEmpty();
    }

    @Test
    void what_one_makes_of_the_text_is_shown_and_is_no_loss() {
        assertThat(text("Liste", "<ul><li>un</li></ul>").shown().html())
                .startsWith("<ul><li><p>un</p></li></ul><p><em>De la part de");
    }

    @Test
    void an_innocent_phrase_reaches_the_families_whole() {
        OneText text =
                text("Exercice : section page = 3", "<p>L'expression (voir page = 4) de la leçon javascript :</p>");

        assertThat(text.taken()).isTrue();
        assertThat(text.shown().losses()).isEmpty();
        assertThat(text.shown().title().replace('\u00a0', ' ')).isEqualTo("Exercice : section page = 3");
        assertThat(text.shown().html()).contains("L'expression&nbsp;(voir page = 4)");
    }

    @Test
    void a_link_that_the_filter_would_cut_leads_where_it_led() {
        assertThat(text("Lien", "<p><a href=\"https://exemple.fr/?sessionkey=12\">l</a></p>")
                        .shown()
                        .html())
                .contains("href=\"https://exemple.fr/?sessi%6Fnkey=12\"");
    }

    @Test
    void markup_beyond_the_common_subset_is_a_loss_that_is_said() {
        OneText text = text("Tableau", "<table><tr><td>un</td></tr></table><p onclick=\"x()\">deux</p>");

        assertThat(text.taken()).isTrue();
        assertThat(text.sent().content()).doesNotContain("table", "onclick");
        assertThat(text.shown().losses()).hasSize(1).first().asString().startsWith("L'ENT ne reprend que");
    }

    @Test
    void what_cannot_be_disarmed_is_a_loss_that_is_said() {
        OneText text = text("Adresse", "<p><a href=\"https://javascript:80/\">l</a></p>");

        assertThat(text.shown().losses()).hasSize(1).first().asString().startsWith("L'ENT retire du texte");
        assertThat(text.shown().html()).contains("href=\"https://80/\"");
    }

    @Test
    void a_text_that_one_could_not_read_is_not_sent() {
        // The cut is in the host, so nothing can be written otherwise; the decoded quote then breaks the request.
        OneText text = text("Adresse", "<p><a href=\"https://javascript:80/?q=&quot;\">l</a></p>");
        assertThat(text.taken()).isFalse();
    }

    @Test
    void hostile_html_is_cleaned_before_it_leaves() {
        assertThat(text(
                                "x",
                                "<script>alert(1)</script><img src=x onerror=alert(1)><a href=\"javascript:alert(1)\">l</a><p>bon</p>")
                        .sent()
                        .content())
                .doesNotContain("script", "onerror", "img", "javascript")
                .contains("bon");
    }

    @Test
    void unicode_comes_through_as_it_is() {
        String words = "« Œuvre » — 👩‍👩‍👧 e\u0301 \u202f! \u202bעברית\u202c";
        assertThat(text(words, "<p>" + words + "</p>").shown().html()).startsWith("<p>" + words + "</p>");
    }

    @Test
    void control_characters_and_line_breaks_leave_the_title() {
        assertThat(text("Sortie\u0000\r\n du\t 3 ", "<p>a\u0007b</p>").shown().title())
                .isEqualTo("Sortie du 3");
        assertThat(text("x", "<p>a\u0007b</p>").shown().html()).startsWith("<p>ab</p>");
    }
}
