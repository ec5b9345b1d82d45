package fr.passerelle.beneylu;

import fr.passerelle.ent.spi.Destination;
import fr.passerelle.ent.spi.HttpCall;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** The liaison book of a class (carnet de liaison). Its lists show titles only: a word is known by opening it. */
final class LiaisonSection implements Section {
    /** Most words that are opened to find one; a class has a handful a month. */
    private static final int OPENED = 80;

    private static final String TITLE = "title";
    private static final String TEXT = "content";
    private static final String DETAIL = "/carnet-de-liaison/gestion/detail/";

    @Override
    public String noun() {
        return "word";
    }

    @Override
    public String path() {
        return "/ent/carnet-de-liaison";
    }

    @Override
    public String form() {
        return "liaisonbook_form";
    }

    @Override
    public String textField() {
        return TEXT;
    }

    @Override
    public List<String> rights() {
        return List.of("LIAISONBOOK_ACCESS_BACK");
    }

    @Override
    public BeneyluRoute newForm() {
        return BeneyluRoute.NEW_WORD;
    }

    @Override
    public BeneyluRoute write() {
        return BeneyluRoute.WRITE_WORD;
    }

    @Override
    public BeneyluRoute editForm() {
        return BeneyluRoute.WORD_FORM;
    }

    @Override
    public BeneyluRoute edit() {
        return BeneyluRoute.EDIT_WORD;
    }

    @Override
    public BeneyluRoute delete() {
        return BeneyluRoute.DELETE_WORD;
    }

    @Override
    public HttpCall deletion(Thing thing) {
        return BeneyluRoute.DELETE_WORD.call(thing.slug());
    }

    /** To all families of the class, from today on. */
    @Override
    public void fillNew(HtmlForm form, BeneyluText text, LocalDate today, Destination destination) {
        fillEdited(form, text);
        form.set("date", today.toString()).remove("individualized").remove("addresseds[]");
    }

    @Override
    public void fillEdited(HtmlForm form, BeneyluText text) {
        form.set(TITLE, text.title()).set(TEXT, text.html());
    }

    @Override
    public String slugIn(String path) {
        return path.contains(DETAIL) ? Section.lastPart(path) : "";
    }

    @Override
    public Optional<Thing> at(AppSession app, String slug) {
        return opened(app, slug).map(page -> word(page, slug));
    }

    /** The page that shows a word and how many signed it. */
    Optional<Document> opened(AppSession app, String slug) {
        return app.page(BeneyluRoute.WORD, BeneyluRoute.WORD.call(slug), path());
    }

    private static Thing word(Document page, String slug) {
        Element text = page.selectFirst("span.content");
        Element files = page.selectFirst("bns-attachments[data-object-type=LiaisonBook]");
        String id = files == null ? "" : files.attr("data-object-id");
        if (text == null || !NUMBER.matcher(id).matches()) {
            throw AppSession.broken(BeneyluRoute.WORD, "a word with text and number", "another page");
        }
        return new Thing(slug, id, text.text());
    }

    /** Opens the words of that title first, and the others only if none of them is it. */
    @Override
    public List<Thing> carrying(AppSession app, String marker, String title, LocalDate since, LocalDate today) {
        Map<String, String> words = listed(app, since, today);
        List<String> sameTitle = words.keySet().stream()
                .filter(slug -> title.equals(words.get(slug)))
                .toList();
        List<Thing> marked = carrying(app, marker, sameTitle);
        if (!marked.isEmpty()) {
            return marked;
        }
        List<String> others = new ArrayList<>(words.keySet());
        others.removeAll(sameTitle);
        return carrying(app, marker, others);
    }

    private List<Thing> carrying(AppSession app, String marker, List<String> slugs) {
        if (slugs.size() > OPENED) {
            throw AppSession.broken(BeneyluRoute.WORDS, "at most " + OPENED + " words", String.valueOf(slugs.size()));
        }
        return slugs.stream()
                .flatMap(slug -> at(app, slug).stream())
                .filter(word -> word.names(marker))
                .toList();
    }

    /** Titles by slug, of the months from the first day to the last. */
    private Map<String, String> listed(AppSession app, LocalDate since, LocalDate today) {
        Map<String, String> words = new LinkedHashMap<>();
        YearMonth last = YearMonth.from(today);
        for (YearMonth month = YearMonth.from(since); !month.isAfter(last); month = month.plusMonths(1)) {
            Document page = app.page(
                            BeneyluRoute.WORDS,
                            BeneyluRoute.WORDS.call(
                                    String.valueOf(month.getMonthValue()), String.valueOf(month.getYear())),
                            path())
                    .filter(one -> one.selectFirst("a[href*=/carnet-de-liaison/]") != null)
                    .orElseThrow(() -> AppSession.broken(BeneyluRoute.WORDS, "the liaison book", "another page"));
            for (Element link : page.select("a[href*=" + DETAIL + "]")) {
                String slug = Section.lastPart(link.attr("href"));
                if (slug.isEmpty()) {
                    throw AppSession.broken(BeneyluRoute.WORDS, "words with a link", "others");
                }
                Element item = link.closest("md-list-item");
                Element title = item == null ? null : item.selectFirst("h2");
                words.put(slug, title == null ? link.text() : title.text());
            }
        }
        return words;
    }

    @Override
    public String page(String slug) {
        return path() + (slug.isEmpty() ? "/" : "/message/" + slug);
    }
}
