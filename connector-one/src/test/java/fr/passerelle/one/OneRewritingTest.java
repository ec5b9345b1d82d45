package fr.passerelle.one;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OneRewritingTest {

    /** Left what was sent, right what the real transformer stored. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "<h1>Titre</h1><h3>Sous-titre</h3>|<h1>Titre</h1><h3>Sous-titre</h3>",
                "<p style=\"text-align:center;color:red\" class=\"x\">Centré <span style=\"color:#ff0000\">rouge</span> <u>souligné</u> <i>it</i> <s>barré</s></p>|<p style=\"text-align: center\">Centré <span style=\"color: #ff0000\">rouge</span> <u>souligné</u> <em>it</em> <s>barré</s></p>",
                "<div>Un div</div><p>Ligne 1<br>Ligne 2</p>|<p>Un div</p><p>Ligne 1<br>Ligne 2</p>",
                "<ul><li>un</li><li>deux</li></ul><ol><li>un</li></ol>|<ul><li><p>un</p></li><li><p>deux</p></li></ul><ol><li><p>un</p></li></ol>",
                "<blockquote>cite</blockquote><hr>|<blockquote><p>cite</p></blockquote><hr>",
                "<p><a href=\"https://exemple.fr/doc?a=1&amp;b=2\">lien</a> <a href=\"mailto:x@exemple.fr\">courriel</a></p>|<p><a rel=\"noopener noreferrer nofollow\" href=\"https://exemple.fr/doc?a=1&amp;b=2\">lien</a> <a rel=\"noopener noreferrer nofollow\" href=\"mailto:x@exemple.fr\">courriel</a></p>",
                "<p>&nbsp;</p><p></p><p>5 &lt; 6 &amp; \"guillemets\" (c) -> ... 1/2 --</p><!-- commentaire -->|<p>&nbsp;</p><p></p><p>5 &lt; 6 &amp; &quot;guillemets&quot; (c) -&gt; ... 1/2 --</p>",
                "<section><article>un</article></section><font color=\"red\">rouge</font><center>c</center><form><input value=\"x\"><button>b</button></form>|<p>un</p><p>rougec</p><p>b</p>",
                "<p>a</p>alert(1)<p>b</p>|<p>a</p><p>alert(1)</p><p>b</p>",
                "<h1>Titre</h1><p style=\"text-align:center\">Nous sommes allés au <b>musée</b>.</p><div>Un div</div><img src=\"/workspace/document/00000000-0000-0000-0000-000000000001?thumbnail=2600x0\"><img src=\"data:image/png;base64,iVBORw0KGgo=\">|<h1>Titre</h1><p style=\"text-align: center\">Nous sommes allés au <strong>musée</strong>.</p><p>Un div</p><p><img class=\"custom-image\" src=\"/workspace/document/00000000-0000-0000-0000-000000000001?thumbnail=2600x0\" width=\"350\"></p>",
                "<p>court</p>|<p>court</p>"
            })
    void rewrites_as_the_real_transformer_was_seen_to(String sent, String stored) {
        assertThat(OneRewriting.of(sent)).isEqualTo(stored);
    }

    @Test
    void nested_lists_and_marks_keep_their_nesting() {
        assertThat(OneRewriting.of("<ul><li>a<ul><li><b>b <i>c</i></b></li></ul></li></ul>"))
                .isEqualTo("<ul><li><p>a</p><ul><li><p><strong>b <em>c</em></strong></p></li></ul></li></ul>");
    }

    @Test
    void what_differs_in_writing_only_is_the_same() {
        assertThat(OneRewriting.same(
                        "<div>Bonjour <b>tous</b></div>\n<ul><li>x</li></ul>",
                        "<p class=\"x\">Bonjour&nbsp;<strong>tous</strong></p><ul><li><p>x</p></li></ul>"))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "<p>a</p>, <p>b</p>",
        "<p>a</p>, <p><strong>a</strong></p>",
        "<p><strong>a</strong>b</p>, <p><strong>ab</strong></p>",
        "<p><a href=\"https://a.fr\">a</a></p>, <p><a href=\"https://b.fr\">a</a></p>",
        "<p>a</p><p>b</p>, <p>ab</p>",
        "<ul><li>a</li></ul>, <ol><li>a</li></ol>"
    })
    void words_structure_and_links_make_a_difference(String one, String other) {
        assertThat(OneRewriting.same(one, other)).isFalse();
    }
}
