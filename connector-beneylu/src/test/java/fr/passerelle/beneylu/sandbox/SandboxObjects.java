package fr.passerelle.beneylu.sandbox;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What lies on the platform.
 *
 * @param pending writes that were answered and have not yet taken effect
 */
public record SandboxObjects(List<ArticleView> articles, List<WordView> words, int pending) {

    /**
     * An article.
     *
     * @param classes in whose blogs it stands, each as UAI and name
     * @param visible whether their readers see it
     * @param reference the last reference in its text, or null
     * @param html as Beneylu shows it
     */
    public record ArticleView(
            String id,
            String slug,
            List<String> classes,
            String author,
            String title,
            String state,
            boolean visible,
            @Nullable String reference,
            String html,
            String text,
            int views) {}

    /**
     * A word in a liaison book.
     *
     * @param classes in whose book it stands, as UAI and name
     * @param visible whether the families see it
     * @param individual whether it is only for the families of some pupils
     * @param reference the last reference in its text, or null
     * @param html as Beneylu shows it
     * @param signed how many people signed it
     * @param total how many should
     */
    public record WordView(
            String id,
            String slug,
            List<String> classes,
            String author,
            String title,
            boolean visible,
            boolean individual,
            @Nullable String reference,
            String html,
            String text,
            int signed,
            int total) {}
}
