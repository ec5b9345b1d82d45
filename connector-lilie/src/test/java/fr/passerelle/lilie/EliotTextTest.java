package fr.passerelle.lilie;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.ent.model.CommunicationKind;
import fr.passerelle.ent.spi.Content;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is left of rich text in an e-mail of plain text. */
class EliotTextTest {
    private static final String END = "\n\nDe la part de l'école · réf. 7K3F-9Q2M-XW4T";

    private static EliotText text(String html) {
        return EliotText.of(
                new Content(CommunicationKind.MESSAGE, " Sortie\nau musée ", html, "l'école"), "7K3F-9Q2M-XW4T");
    }

    @Test
    void paragraphs_lists_and_quotations_stay_readable() {
        assertThat(
                        text("<h2>Sortie</h2><p>Départ à 9 h,<br>retour à 16 h.</p><ul><li>goûter</li><li>bottes<ol><li>vertes"
                                        + "</li><li>bleues</li></ol></li></ul><blockquote><p>Merci&nbsp;!</p></blockquote>")
                                .message())
                .isEqualTo("Sortie\n\nDépart à 9 h,\nretour à 16 h.\n\n- goûter\n- bottes\n  1. vertes\n  2. bleues\n\n"
                        + "> Merci\u00a0!" + END);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '>', quoteCharacter = '~', textBlock = """
                    https://ville.fr/a > Le plan > Le plan (https://ville.fr/a)
                    https://ville.fr/a > https://ville.fr/a > https://ville.fr/a
                    mailto:mairie@ville.fr > écrire > écrire (mairie@ville.fr)
                    mailto:mairie@ville.fr > mairie@ville.fr > mairie@ville.fr
                    """)
    void a_link_is_its_text_and_its_address(String href, String label, String written) {
        EliotText text = text("<p>Voir <a href=\"" + href + "\">" + label + "</a>.</p>");
        assertThat(text.message()).isEqualTo("Voir " + written + "." + END);
        assertThat(text.shown().losses()).isEmpty();
    }

    @Test
    void a_title_is_one_line() {
        assertThat(text("<p>x</p>").title()).isEqualTo("Sortie au musée");
    }

    @Test
    void bold_and_headings_are_losses_where_there_are_any() {
        assertThat(text("<p>Jeudi</p>").shown().losses()).isEmpty();
        assertThat(text("<p><strong>Jeudi</strong></p>").shown().losses())
                .containsExactly("Le gras et l'italique disparaissent : Lilie n'envoie que du texte.");
        assertThat(text("<h2>Jeudi</h2><p><em>9 h</em></p>").shown().losses()).hasSize(2);
        assertThat(text("<p>Jeudi <img src=\"x\"></p>").shown().losses())
                .containsExactly(
                        "Lilie n'envoie que du texte : images, tableaux et autres mises en forme sont retirés.");
    }

    @Test
    void what_looks_like_markup_is_sent_as_it_was_written() {
        EliotText text = text("<p>3 &lt; 4 &amp; 5</p>");
        assertThat(text.message()).isEqualTo("3 < 4 & 5" + END);
        assertThat(text.shown().html()).startsWith("<p>3 &lt; 4 &amp; 5</p>");
    }

    @Test
    void it_shows_itself_to_nobody() {
        assertThat(text("<p>Jeudi</p>")).hasToString("EliotText");
    }
}
