package fr.passerelle.beneylu;

import fr.passerelle.ent.spi.HttpReply.Answer;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;

/** What kind of answer a page is. Pure. */
final class Pages {
    /** The address of the directory's door, which only the login page holds. */
    private static final Pattern AUTHORIZE = Pattern.compile("[^\"'\\s<>]*/oauth/v2/authorize\\?[^\"'\\s<>]*");

    private Pages() {}

    /** Where a redirection leads, as far as it tells how the session stands. */
    enum Landing {
        /** To sign in. */
        LOGIN,
        /** The session stands in no class. */
        NO_CLASS,
        /** Elsewhere in the same application. */
        WITHIN,
        /** To a page that wants something of the account's holder first. */
        ELSEWHERE
    }

    static boolean isRedirect(Answer answer) {
        return answer.status() >= 300 && answer.status() < 400;
    }

    /**
     * Where an answer sends.
     *
     * @param within the path under which the application asked lies
     */
    static Landing landing(Answer redirect, String within) {
        String path = path(redirect);
        if (path.equals("/ent") || path.equals("/ent/") || path.contains("/disconnect") || path.contains("/oauth/")) {
            return Landing.LOGIN;
        }
        if (path.contains("/pas-de-classe")) {
            return Landing.NO_CLASS;
        }
        return path.startsWith(within) ? Landing.WITHIN : Landing.ELSEWHERE;
    }

    /** The path that a redirection names; empty where it names none. */
    static String path(Answer redirect) {
        try {
            String path = URI.create(redirect.header("location").orElse("")).getPath();
            return path == null ? "" : path;
        } catch (IllegalArgumentException noAddress) {
            return "";
        }
    }

    static boolean isHtml(Answer answer) {
        return answer.header("content-type").orElse("").startsWith("text/html");
    }

    static boolean isLogin(String page) {
        return page.contains("/oauth/v2/authorize");
    }

    /** The directory's door as the login page names it: in an attribute or inside a script. */
    static Optional<String> authorizeAddress(String page) {
        Matcher found = AUTHORIZE.matcher(page.replace("\\/", "/"));
        return found.find()
                ? Optional.of(Parser.unescapeEntities(found.group(), true).replace("\\u0026", "&"))
                : Optional.empty();
    }

    /** A page that came whole. */
    static Optional<Document> whole(Answer answer) {
        String text = answer.text();
        return isHtml(answer) && text.stripTrailing().endsWith("</html>")
                ? Optional.of(Jsoup.parse(text))
                : Optional.empty();
    }
}
