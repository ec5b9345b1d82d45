package fr.passerelle.one;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;

/**
 * The filter that ONE lays over the raw text of every request before reading it, as observed: it looks at the text with
 * escapes decoded and white space dropped, cuts what looks like active content, and passes on the <i>decoded</i> rest,
 * which may no longer be the JSON it was. Innocent texts are hit too: "section page = 3" becomes "secti3".
 *
 * <p>{@link #disarm} changes a text so little that nobody sees it and the filter finds nothing. Pure.
 */
public final class OneFilter {
    private static final Pattern UNICODE_ESCAPE = Pattern.compile("\\\\u([0-9A-Fa-f]{4})");
    private static final Pattern BASE64 =
            Pattern.compile("base64\\s*,\\s*([A-Za-z0-9+/ \\t]*={0,2})", Pattern.CASE_INSENSITIVE);
    private static final Pattern WRITTEN_ESCAPE = Pattern.compile("\\\\(?=u[0-9A-Fa-f]{4})");
    private static final Pattern WRITTEN_ENTITY = Pattern.compile("&(?=[A-Za-z#])");
    private static final char NO_BREAK_SPACE = '\u00a0';
    private static final char WORD_JOINER = '\u2060';

    private static final Pattern EVENT = Pattern.compile(
            "on(?:abort|after|animationstart|before|begin|blur|can|change|click|context|copy|cut|dblclick|drag|drop"
                    + "|duration|emptied|end|error|focus|hash|input|invalid|key|load|message|mouse|offline|online|open"
                    + "|page|paste|play|popstate|progress|reset|resize|scroll|search|seek|select|show|stall|storage"
                    + "|submit|suspend|time|toggle|touch|unload|volume|waiting|wheel)\\s*\\w*\\s*=",
            Pattern.CASE_INSENSITIVE);

    /** In the order in which they are tried; after each cut they are tried from the first again. */
    private static final List<Pattern> CUT = List.of(
            Pattern.compile("<script>.*?</script>", Pattern.CASE_INSENSITIVE),
            Pattern.compile("<script>", Pattern.CASE_INSENSITIVE),
            Pattern.compile("</script>", Pattern.CASE_INSENSITIVE),
            Pattern.compile("<script.*?>", Pattern.CASE_INSENSITIVE | Pattern.DOTALL),
            Pattern.compile("eval\\(.*?\\)", Pattern.CASE_INSENSITIVE | Pattern.DOTALL),
            Pattern.compile("expression\\(.*?\\)", Pattern.CASE_INSENSITIVE | Pattern.DOTALL),
            Pattern.compile("atob\\(.*?\\)", Pattern.CASE_INSENSITIVE | Pattern.DOTALL),
            Pattern.compile("javascript:", Pattern.CASE_INSENSITIVE),
            Pattern.compile("vbscript:", Pattern.CASE_INSENSITIVE),
            EVENT);

    /** How what is cut begins, up to the character that completes it. */
    private static final Pattern HEAD = Pattern.compile(
            "</?script|(?:eval|expression|atob)\\(|(?:java|vb)script:|base64,|" + EVENT.pattern(),
            Pattern.CASE_INSENSITIVE);

    private OneFilter() {}

    /**
     * What ONE reads of a raw request text.
     *
     * @return the same text when nothing is cut; the decoded rest otherwise
     */
    public static String pass(String raw) {
        String text = raw.replace("\0", "");
        while (true) {
            String decoded = decode(text);
            String cut = cut(cutBase64(decoded));
            if (cut.length() == decoded.length()) {
                return text;
            }
            text = cut;
        }
    }

    private static String decode(String text) {
        String plain = UNICODE_ESCAPE
                .matcher(text)
                .replaceAll(hex -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(hex.group(1), 16))));
        return Parser.unescapeEntities(plain, false);
    }

    private static String cutBase64(String text) {
        return BASE64.matcher(text).replaceAll(found -> {
            try {
                String hidden = new String(Base64.getMimeDecoder().decode(found.group(1)), StandardCharsets.UTF_8);
                return pass(hidden).length() == hidden.length() ? Matcher.quoteReplacement(found.group()) : "";
            } catch (IllegalArgumentException notBase64) {
                return Matcher.quoteReplacement(found.group());
            }
        });
    }

    private static String cut(String text) {
        String rest = text;
        boolean again = true;
        while (again) {
            again = false;
            Squeezed squeezed = Squeezed.of(rest);
            for (Pattern pattern : CUT) {
                Matcher found = pattern.matcher(squeezed.text());
                if (found.find()) {
                    rest = rest.substring(0, squeezed.at(found.start())) + rest.substring(squeezed.at(found.end()));
                    again = true;
                    break;
                }
            }
        }
        return rest;
    }

    /**
     * A plain text in which the filter finds nothing and people see no difference: a space inside what it looks for
     * becomes a no-break space, and where there is none, an invisible word joiner keeps the letters apart.
     */
    public static String disarm(String plain) {
        String text = WRITTEN_ESCAPE.matcher(plain).replaceAll("\\\\" + WORD_JOINER);
        Squeezed squeezed = Squeezed.of(text);
        Matcher found = HEAD.matcher(squeezed.text());
        while (found.find()) {
            int first = squeezed.at(found.start());
            int last = squeezed.at(found.end() - 1);
            int gap = lastSpace(text, first, last);
            boolean tag = text.charAt(first) == '<';
            text = gap > 0
                    ? text.substring(0, gap) + NO_BREAK_SPACE + text.substring(gap + 1)
                    : insert(text, tag ? first + 1 : last);
            squeezed = Squeezed.of(text);
            found = HEAD.matcher(squeezed.text());
        }
        return text;
    }

    /** The same for a text that is not HTML, where an entity spelt out must not be taken for what it stands for. */
    public static String disarmLine(String plain) {
        boolean stands = !Parser.unescapeEntities(plain, false).equals(plain);
        return disarm(stands ? WRITTEN_ENTITY.matcher(plain).replaceAll("&" + WORD_JOINER) : plain);
    }

    private static String insert(String text, int at) {
        return text.substring(0, at) + WORD_JOINER + text.substring(at);
    }

    private static int lastSpace(String text, int from, int to) {
        for (int i = to; i > from; i--) {
            if (Squeezed.isSpace(text.charAt(i))) {
                return i;
            }
        }
        return -1;
    }

    /**
     * The same for an address: a letter is written as its percent code, which means the same (RFC 3986 §2.3), and so is a
     * backslash that would begin an escape; addresses have none.
     */
    public static String disarmAddress(String address) {
        String text = WRITTEN_ESCAPE.matcher(address).replaceAll("%5C");
        Squeezed squeezed = Squeezed.of(text);
        Matcher found = HEAD.matcher(squeezed.text());
        int from = 0;
        while (from <= squeezed.text().length() && found.find(from)) {
            int at = squeezed.at(found.start());
            // Neither the scheme nor the host can be written otherwise.
            if (at < pathStart(text)) {
                from = found.end();
            } else {
                text = text.substring(0, at) + String.format("%%%02X", (int) text.charAt(at)) + text.substring(at + 1);
                from = found.start();
                squeezed = Squeezed.of(text);
                found = HEAD.matcher(squeezed.text());
            }
        }
        return text;
    }

    private static int pathStart(String address) {
        int host = address.indexOf("://");
        if (host < 0) {
            return address.indexOf(':') + 1;
        }
        for (int i = host + 3; i < address.length(); i++) {
            if ("/?#".indexOf(address.charAt(i)) >= 0) {
                return i;
            }
        }
        return address.length();
    }

    /**
     * A text as the filter looks at it: without white space, without the JSON escapes of white space, without
     * backslashes.
     *
     * @param positions of each character in the original text
     */
    private record Squeezed(String text, int[] positions, int length) {
        static Squeezed of(String original) {
            StringBuilder text = new StringBuilder(original.length());
            int[] positions = new int[original.length()];
            for (int i = 0; i < original.length(); i++) {
                char c = original.charAt(i);
                if (c == '\\' && i + 1 < original.length()) {
                    if ("frnt".indexOf(original.charAt(i + 1)) >= 0) {
                        i++;
                    }
                } else if (!isSpace(c)) {
                    positions[text.length()] = i;
                    text.append(c);
                }
            }
            return new Squeezed(text.toString(), positions, original.length());
        }

        /** ASCII only: a no-break space is a character like others to the filter. */
        static boolean isSpace(char c) {
            return c == ' ' || (c >= '\t' && c <= '\r');
        }

        int at(int index) {
            return index < text.length() ? positions[index] : length;
        }
    }
}
