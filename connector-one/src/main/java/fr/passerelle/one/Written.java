package fr.passerelle.one;

import fr.passerelle.ent.spi.Resolution;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jsoup.Jsoup;

/**
 * A post or an info that the account wrote, whatever its state.
 *
 * @param html as ONE shows it
 */
record Written(String id, String title, String html) {

    /** The one that carries an item's reference; {@code handles} says what a step would have stored for it. */
    static Resolution find(List<Written> all, String marker, Function<Written, Map<String, String>> handles) {
        List<Written> marked =
                all.stream().filter(one -> one.html.contains(marker)).toList();
        if (marked.size() > 1) {
            // An author may quote another's reference; its own is the last thing in it.
            List<Written> own =
                    marked.stream().filter(one -> one.endsWith(marker)).toList();
            marked = own.isEmpty() ? marked : own;
        }
        return switch (marked.size()) {
            case 0 -> new Resolution.NotVisible();
            case 1 -> new Resolution.Happened(handles.apply(marked.get(0)));
            default -> new Resolution.Several(marked.size());
        };
    }

    private boolean endsWith(String marker) {
        return Jsoup.parseBodyFragment(html).text().strip().endsWith(marker);
    }

    /** Whether it shows a text, however ONE writes it. */
    boolean shows(OneText text) {
        return title.strip().equals(text.shown().title().strip())
                && OneRewriting.same(html, text.shown().html());
    }

    @Override
    public String toString() {
        return "Written[" + id + "]";
    }
}
