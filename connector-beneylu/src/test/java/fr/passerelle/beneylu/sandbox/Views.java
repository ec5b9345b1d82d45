package fr.passerelle.beneylu.sandbox;

import fr.passerelle.beneylu.sandbox.SandboxObjects.ArticleView;
import fr.passerelle.beneylu.sandbox.SandboxObjects.WordView;
import fr.passerelle.beneylu.sandbox.World.Article;
import fr.passerelle.beneylu.sandbox.World.Room;
import fr.passerelle.beneylu.sandbox.World.Word;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;

/** What lies on the platform, as it would be shown. */
final class Views {
    private static final Pattern REFERENCE =
            Pattern.compile("[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}");

    private Views() {}

    static SandboxObjects objects(World world, int pending) {
        return new SandboxObjects(
                world.articles.values().stream().map(one -> article(world, one)).toList(),
                world.words.values().stream().map(one -> word(world, one)).toList(),
                pending);
    }

    private static ArticleView article(World world, Article article) {
        String html = Purifier.shown(article.content);
        String text = Jsoup.parseBodyFragment(html).text();
        return new ArticleView(
                String.valueOf(article.id),
                article.slug,
                article.blogs.stream()
                        .map(world::roomOfBlog)
                        .map(Views::place)
                        .sorted()
                        .toList(),
                world.account(article.author).login,
                article.title,
                article.status,
                article.visible(world.clock.instant()) && !article.blogs.isEmpty(),
                reference(text),
                html,
                text,
                article.views);
    }

    private static WordView word(World world, Word word) {
        String html = Purifier.shown(word.content);
        String text = Jsoup.parseBodyFragment(html).text();
        return new WordView(
                String.valueOf(word.id),
                word.slug,
                List.of(place(world.room(word.room))),
                world.account(word.author).login,
                word.title,
                !word.publication.isAfter(world.today()),
                !word.addressed.isEmpty(),
                reference(text),
                html,
                text,
                word.signers.size(),
                world.expectedToSign(word).size());
    }

    static String place(Room room) {
        return room.school().uai + " " + room.label();
    }

    private static @Nullable String reference(String text) {
        Matcher found = REFERENCE.matcher(text.toUpperCase(Locale.ROOT));
        String last = null;
        while (found.find()) {
            last = found.group();
        }
        return last;
    }
}
