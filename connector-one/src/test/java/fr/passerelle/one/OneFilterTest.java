package fr.passerelle.one;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OneFilterTest {

    /** Left what was sent, right what the real server kept. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"c\":\"<p>(section page = 3)</p>\"}|{\"c\":\"<p>(secti3)</p>\"}",
                "{\"c\":\"https://exemple.fr/?sessionkey=12&amp;page=3\"}|{\"c\":\"https://exemple.fr/?sessi12&page=3\"}",
                "{\"c\":\"<p>Cours de javascript: les bases.</p>\"}|{\"c\":\"<p>Cours de les bases.</p>\"}",
                "{\"c\":\"<p>a</p><script>alert(1)</script><p>b</p>\"}|{\"c\":\"<p>a</p><p>b</p>\"}",
                "{\"c\":\"<p>a</p><script type=\\\"text/javascript\\\">alert(1)</script><p>b</p>\"}|{\"c\":\"<p>a</p>alert(1)<p>b</p>\"}",
                "{\"c\":\"<script>\\nalert(1)\\n</script><p>b</p>\"}|{\"c\":\"<p>b</p>\"}",
                "{\"c\":\"<a href=\\\"javascript:alert(1)\\\">l</a>\"}|{\"c\":\"<a href=\\\"alert(1)\\\">l</a>\"}",
                "{\"c\":\"<img src=x onerror=alert(1)>\"}|{\"c\":\"<img src=x alert(1)>\"}",
                "{\"c\":\"<p onclick='x()'>a</p>\"}|{\"c\":\"<p 'x()'>a</p>\"}",
                "{\"c\":\"eval (x) reste\"}|{\"c\":\"reste\"}",
                "{\"c\":\"La formule onglet = 3 et on x=\\\"5\\\"\"}|{\"c\":\"La formule onglet = 3 et on x=\\\"5\\\"\"}"
            })
    void cuts_what_the_real_server_was_seen_to_cut(String sent, String kept) {
        assertThat(OneFilter.pass(sent)).isEqualTo(kept);
    }

    @Test
    void an_event_attribute_in_double_quotes_breaks_the_json() {
        assertThat(OneFilter.pass("{\"content\": \"<p onclick=\\\"x()\\\">a</p>\"}"))
                .isEqualTo("{\"content\": \"<p \"x()\\\">a</p>\"}");
    }

    @Test
    void hidden_script_in_base64_is_cut_and_other_data_is_not() {
        assertThat(OneFilter.pass("data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg== fin"))
                .doesNotContain("PHNj");
        assertThat(OneFilter.pass("image/png;base64,iVBORw0KGgo=")).isEqualTo("image/png;base64,iVBORw0KGgo=");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "section page = 3",
                "javascript : les bases",
                "javascript: les bases",
                "l'expression (voir page 2)",
                "eval(x)",
                "eval (x)",
                "chat ob (…)",
                "onclick=3",
                "Question : bonload = ?",
                "vbscript:",
                "<script>alert(1)</script>",
                "< script src=x>",
                "base64, c'est",
                "sessionkey=12",
                "on\tpage\n=\n3"
            })
    void an_innocent_text_passes_once_disarmed_and_looks_the_same(String text) {
        String disarmed = OneFilter.disarm(text);

        assertThat(OneFilter.pass(disarmed + " (fin) > =")).isEqualTo(disarmed + " (fin) > =");
        assertThat(seen(disarmed)).isEqualTo(seen(text));
        assertThat(OneFilter.disarm(disarmed)).isEqualTo(disarmed);
    }

    private static String seen(String text) {
        return text.replace("\u2060", "").replaceAll("[\\s\u00a0]", " ");
    }

    @ParameterizedTest
    @CsvSource({
        "https://exemple.fr/?sessionkey=12, https://exemple.fr/?sessi%6Fnkey=12",
        "https://exemple.fr/?q=javascript:x, https://exemple.fr/?q=%6Aavascript:x",
        "https://exemple.fr/?q=javascript :x, https://exemple.fr/?q=%6Aavascript :x",
        "https://exemple.fr/eval(1)?onpage=2&onload=3, https://exemple.fr/%65val(1)?%6Fnpage=2&%6Fnload=3",
        "mailto:x@exemple.fr?subject=onpage=3, mailto:x@exemple.fr?subject=%6Fnpage=3",
        "https://exemple.fr/?onclick\\u003d1, https://exemple.fr/?onclick%5Cu003d1",
        "https://exemple.fr/?a=1&page=2, https://exemple.fr/?a=1&page=2"
    })
    void an_address_passes_once_a_letter_is_written_as_its_code(String address, String disarmed) {
        assertThat(OneFilter.disarmAddress(address)).isEqualTo(disarmed);
        assertThat(OneFilter.pass(disarmed)).isEqualTo(disarmed);
    }
}
