package fr.passerelle.beneylu;

import fr.passerelle.ent.spi.Destination;
import fr.passerelle.ent.spi.HttpCall;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** The blog of a class. What is found in it is found where its readers look. */
final class BlogSection implements Section {
    /** Five articles each, the newest first but for those that are pinned. */
    private static final int PAGES = 20;

    private static final String TITLE = "draftTitle";
    private static final String TEXT = "draftContent";

    @Override
    public String noun() {
        return "article";
    }

    @Override
    public String path() {
        return "/ent/blog/";
    }

    @Override
    public String form() {
        return "blog_article_form";
    }

    @Override
    public String textField() {
        return TEXT;
    }

    /** Without the right to publish Beneylu would keep an article back, and say nothing of it. */
    @Override
    public List<String> rights() {
        return List.of("BLOG_ACCESS_BACK", "BLOG_PUBLISH");
    }

    @Override
    public BeneyluRoute newForm() {
        return BeneyluRoute.NEW_ARTICLE;
    }

    @Override
    public BeneyluRoute write() {
        return BeneyluRoute.WRITE_ARTICLE;
    }

    @Override
    public BeneyluRoute editForm() {
        return BeneyluRoute.ARTICLE_FORM;
    }

    @Override
    public BeneyluRoute edit() {
        return BeneyluRoute.EDIT_ARTICLE;
    }

    @Override
    public BeneyluRoute delete() {
        return BeneyluRoute.DELETE_ARTICLE;
    }

    /** The method is not known from any source; a route of that age takes any. */
    @Override
    public HttpCall deletion(Thing thing) {
        return BeneyluRoute.DELETE_ARTICLE.call(thing.id()).header("X-Requested-With", "XMLHttpRequest");
    }

    @Override
    public void fillNew(HtmlForm form, BeneyluText text, LocalDate today, Destination destination) {
        fillEdited(form, text);
        form.set("status", "PUBLISHED");
        List<HtmlForm.Choice> blogs = form.choices("blog_ids[]");
        if (!blogs.isEmpty()) {
            form.remove("blog_ids[]").set("blog_ids[]", only(blogs, destination).value());
        }
    }

    /** Where the account may write in several blogs at once: the one that is ticked, if it has the class's name. */
    private static HtmlForm.Choice only(List<HtmlForm.Choice> blogs, Destination destination) {
        List<HtmlForm.Choice> ticked =
                blogs.stream().filter(HtmlForm.Choice::ticked).toList();
        boolean clear = ticked.size() == 1
                && BeneyluMapping.plain(ticked.get(0).label()).endsWith(BeneyluMapping.plain(destination.name()));
        if (!clear) {
            throw BeneyluMapping.refused(BeneyluReason.BLOG_UNCLEAR, destination);
        }
        return ticked.get(0);
    }

    @Override
    public void fillEdited(HtmlForm form, BeneyluText text) {
        form.set(TITLE, text.title()).set(TEXT, text.html());
    }

    @Override
    public String slugIn(String path) {
        return path.contains("/gestion/visualisation/") ? Section.lastPart(path) : "";
    }

    @Override
    public Optional<Thing> at(AppSession app, String slug) {
        return opened(app, slug).stream()
                .flatMap(page -> articles(page, slug).stream())
                .findFirst();
    }

    /** The page on which an article is read; Beneylu counts a view by a request of its own, not by this one. */
    Optional<Document> opened(AppSession app, String slug) {
        return app.page(BeneyluRoute.ARTICLE, BeneyluRoute.ARTICLE.call(slug), path());
    }

    /** Goes through the pages until one shows it; what was just published stands on the first. */
    @Override
    public List<Thing> carrying(AppSession app, String marker, String title, LocalDate since, LocalDate today) {
        Set<String> seen = new HashSet<>();
        for (int number = 1; number <= PAGES; number++) {
            Optional<Document> page = number == 1
                    ? app.page(BeneyluRoute.BLOG, BeneyluRoute.BLOG.call(), path())
                    : app.page(BeneyluRoute.BLOG_PAGE, BeneyluRoute.BLOG_PAGE.call(String.valueOf(number)), path());
            if (number == 1 && page.filter(BlogSection::isBlog).isEmpty()) {
                throw AppSession.broken(BeneyluRoute.BLOG, "the class's blog", "another page");
            }
            List<Thing> articles = page.map(one -> articles(one, "")).orElse(List.of());
            List<Thing> marked =
                    articles.stream().filter(article -> article.names(marker)).toList();
            boolean more = false;
            for (Thing article : articles) {
                more |= seen.add(article.id());
            }
            if (!marked.isEmpty() || !more) {
                return marked;
            }
        }
        return List.of();
    }

    /** A page that is no blog would otherwise look like an empty one. */
    private static boolean isBlog(Document page) {
        return page.selectFirst("a[href*=/blog/]") != null;
    }

    private static List<Thing> articles(Document page, String slug) {
        List<Thing> articles = new ArrayList<>();
        for (Element article : page.select(".container-article")) {
            Element files = article.selectFirst("bns-attachments[data-object-type=BlogArticle]");
            Element text = article.selectFirst("div.article");
            Element link = article.selectFirst("a[href*=/blog/article/]");
            String name = !slug.isEmpty() || link == null ? slug : Section.lastPart(link.attr("href"));
            String id = files == null ? "" : files.attr("data-object-id");
            if (text == null || name.isEmpty() || !NUMBER.matcher(id).matches()) {
                throw AppSession.broken(BeneyluRoute.BLOG, "articles with text, link and number", "others");
            }
            articles.add(new Thing(name, id, text.text()));
        }
        return articles;
    }

    @Override
    public String page(String slug) {
        return path() + (slug.isEmpty() ? "" : "article/" + slug);
    }
}
