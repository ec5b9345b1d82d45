package fr.passerelle.beneylu.sandbox;

import fr.passerelle.beneylu.sandbox.Route.Gate;
import fr.passerelle.beneylu.sandbox.World.Article;
import fr.passerelle.beneylu.sandbox.World.Room;
import fr.passerelle.ent.sandbox.Reply;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The blog of a class: its pages, and the form that an article is written in. */
final class BlogRoutes {
    private static final String BACK = "/ent/blog/gestion";
    private static final String NAME = "blog_article_form";
    private static final int A_PAGE = 5;
    private static final List<String> STATES =
            List.of("DRAFT", "PUBLISHED", "FINISHED", "WAITING_FOR_CORRECTION", "PROGRAMMED");

    private BlogRoutes() {}

    static List<Route> all() {
        return List.of(
                new Route("GET", "/ent/blog/", Gate.IN_CLASS, call -> list(call, 1)),
                new Route("GET", "/ent/blog/page/:page", Gate.IN_CLASS, call -> list(call, number(call, "page"))),
                new Route("GET", "/ent/blog/article/:slug", Gate.IN_CLASS, BlogRoutes::read),
                new Route("GET", BACK, Gate.IN_CLASS, call -> list(call, 1)),
                new Route("GET", BACK + "/nouvel-article", Gate.IN_CLASS, BlogRoutes::blank),
                new Route("POST", BACK + "/nouvel-article/terminer", Gate.IN_CLASS, BlogRoutes::create),
                new Route("GET", BACK + "/visualisation/:slug", Gate.IN_CLASS, BlogRoutes::preview),
                new Route("GET", BACK + "/article/:slug/editer", Gate.IN_CLASS, BlogRoutes::open),
                new Route("POST", BACK + "/article/:slug/editer", Gate.IN_CLASS, BlogRoutes::edit),
                new Route("PATCH", BACK + "/brouillon/sauvegarder", Gate.IN_CLASS, call -> save(call, "")),
                new Route(
                        "PATCH",
                        BACK + "/brouillon/sauvegarder/:slug",
                        Gate.IN_CLASS,
                        call -> save(call, call.id("slug"))),
                // The source tells no method for it.
                new Route("GET", BACK + "/article/:id/supprimer", Gate.IN_CLASS, BlogRoutes::delete),
                new Route("POST", BACK + "/article/:id/supprimer", Gate.IN_CLASS, BlogRoutes::delete),
                new Route("DELETE", BACK + "/article/:id/supprimer", Gate.IN_CLASS, BlogRoutes::delete),
                new Route("POST", BACK + "/article/:slug/epingler", Gate.IN_CLASS, BlogRoutes::pin),
                new Route("POST", "/ent/api/1.0/blog/article/:id/views.json", Gate.IN_CLASS, BlogRoutes::count));
    }

    static int number(Call call, String name) {
        String id = call.id(name);
        if (!id.matches("[0-9]{1,8}")) {
            throw Call.notFound();
        }
        return Integer.parseInt(id);
    }

    private static boolean counts(Call call) {
        return call.world().features.contains("blog_views");
    }

    private static Reply list(Call call, int page) {
        call.need("BLOG_ACCESS");
        List<Article> articles = call.world().blogOf(call.room());
        int pages = Math.max(1, (articles.size() + A_PAGE - 1) / A_PAGE);
        if (page < 1 || page > pages) {
            throw Call.notFound();
        }
        StringBuilder body = new StringBuilder();
        articles.stream()
                .skip((page - 1) * (long) A_PAGE)
                .limit(A_PAGE)
                .forEach(article -> body.append(row(call, article)));
        IntStream.rangeClosed(1, pages)
                .forEach(n -> body.append("<a href=\"/ent/blog/page/")
                        .append(n)
                        .append("\">")
                        .append(n)
                        .append("</a>"));
        return Call.page(Pages.app("Blog", call.room().label(), "blog", body.toString()));
    }

    private static String row(Call call, Article article) {
        String counted =
                counts(call) ? " data-article-id=\"" + article.id + "\" id=\"article-" + article.id + "\"" : "";
        return "<div class=\"container-article" + (article.pinned ? " star" : "") + "\"" + counted
                + "><div class=\"header-article\"><h1 class=\"title\"><a href=\"/ent/blog/article/" + article.slug
                + "\">"
                + Pages.escape(article.title) + "</a></h1><div class=\"author-infos\">"
                + Pages.escape(call.world().account(article.author).fullName()) + "</div>"
                + (counts(call) ? "<span class=\"views-number\">" + article.views + " vues</span>" : "")
                + "</div><div class=\"article\">" + Purifier.shown(article.content) + "</div><div class=\"resources\">"
                + "<bns-attachments source=\"[]\" data-object-type=\"BlogArticle\" data-object-id=\"" + article.id
                + "\"></bns-attachments></div></div>";
    }

    private static Reply read(Call call) {
        Article article = call.world()
                .article(call.id("slug"))
                .filter(one -> one.visible(call.world().clock.instant()))
                .orElseThrow(Call::notFound);
        // An article of another blog that the reader may read takes the session along.
        Room room = article.blogs.stream()
                .map(call.world()::roomOfBlog)
                .filter(one -> call.me().may("BLOG_ACCESS", one.id()))
                .sorted((a, b) -> Boolean.compare(
                        b.id() == call.room().id(), a.id() == call.room().id()))
                .findFirst()
                .orElseThrow(Call::notFound);
        call.mine().current = room.id();
        return Call.page(Pages.app("Blog", room.label(), "blog", row(call, article)));
    }

    private static FormPage form(Call call, Article article) {
        FormPage form = new FormPage(NAME, call.mine().csrf)
                .text("draftTitle", article.title)
                .area("draftContent", article.content)
                .choice("status", STATES, article.status)
                .text("programmation_day", "")
                .text("programmation_time", "")
                .text("publication_day", "")
                .text("publication_time", "")
                .box("is_comment_allowed", "1", article.comments, "Commentaires");
        List<Room> blogs = call.me().rooms.stream().map(call.world()::room).toList();
        if (call.world().features.contains("blog_publipost") && blogs.size() > 1) {
            for (Room room : blogs) {
                boolean ticked =
                        article.blogs.isEmpty() ? room.id() == call.room().id() : article.blogs.contains(room.blog());
                form.box("blog_ids[]", String.valueOf(room.blog()), ticked, "Blog de la classe " + room.label());
            }
        }
        return form;
    }

    private static Article fresh(Call call) {
        return new Article(0, call.me().id, "");
    }

    private static Reply shown(Call call, Article article, String action) {
        return Call.page(Pages.app(
                "Article", call.room().label(), "blog", form(call, article).page(action, "")));
    }

    /** The form again, as it was filled in, with what is wrong. */
    private static Reply again(Call call, Article article, String action, String error) {
        Article sent = new Article(article.id, article.author, article.slug);
        sent.blogs.addAll(article.blogs);
        sent.title = call.form().getOrDefault(NAME + "[draftTitle]", "");
        sent.content = call.form().getOrDefault(NAME + "[draftContent]", "");
        sent.status = article.status;
        return Call.page(Pages.app(
                "Article", call.room().label(), "blog", form(call, sent).page(action, error)));
    }

    private static Reply blank(Call call) {
        call.need("BLOG_ACCESS_BACK");
        return shown(call, fresh(call), BACK + "/nouvel-article/terminer");
    }

    private static Reply create(Call call) {
        call.need("BLOG_ACCESS_BACK");
        Article fresh = fresh(call);
        String fault = fault(call, fresh);
        if (!fault.isEmpty()) {
            return again(call, fresh, BACK + "/nouvel-article/terminer", fault);
        }
        Article article = add(call);
        fill(call, article);
        return Reply.redirect(call.app() + BACK + "/visualisation/" + article.slug);
    }

    private static Article add(Call call) {
        World world = call.world();
        String title = call.form().getOrDefault(NAME + "[draftTitle]", "");
        Article article = new Article(
                world.newId(),
                call.me().id,
                Slugs.of(title, slug -> world.article(slug).isPresent()));
        article.blogs.add(call.room().blog());
        world.articles.put(article.id, article);
        return article;
    }

    private static String fault(Call call, Article article) {
        String fault = form(call, article).fault(call, call.mine().csrf);
        if (!fault.isEmpty()) {
            return fault;
        }
        Map<String, String> sent = call.form();
        String title = sent.getOrDefault(NAME + "[draftTitle]", "");
        String status = sent.getOrDefault(NAME + "[status]", "");
        boolean scheduled = status.equals("PROGRAMMED");
        boolean good = !title.isBlank()
                && title.codePointCount(0, title.length()) <= 255
                && STATES.contains(status)
                && (!scheduled || (call.world().features.contains("blog_schedule") && programmed(sent) != null));
        return good ? "" : FormPage.INVALID;
    }

    private static @org.jspecify.annotations.Nullable LocalDateTime programmed(Map<String, String> sent) {
        try {
            return LocalDateTime.parse(sent.getOrDefault(NAME + "[programmation_day]", "") + "T"
                    + sent.getOrDefault(NAME + "[programmation_time]", ""));
        } catch (DateTimeParseException noDate) {
            return null;
        }
    }

    private static void fill(Call call, Article article) {
        World world = call.world();
        Map<String, String> sent = call.form();
        article.title = sent.getOrDefault(NAME + "[draftTitle]", "");
        article.content = sent.getOrDefault(NAME + "[draftContent]", "");
        article.comments = sent.containsKey(NAME + "[is_comment_allowed]");
        List<Integer> blogs = call.all(NAME + "[blog_ids][]").stream()
                .map(Integer::valueOf)
                .filter(blog -> call.me().rooms.contains(world.roomOfBlog(blog).id()))
                .toList();
        if (!blogs.isEmpty()) {
            article.blogs.clear();
            article.blogs.addAll(blogs);
        }
        String status = sent.getOrDefault(NAME + "[status]", "DRAFT");
        if (!call.me().may("BLOG_PUBLISH", call.room().id())
                && Set.of("PUBLISHED", "PROGRAMMED").contains(status)) {
            status = "FINISHED";
        }
        LocalDateTime at = programmed(sent);
        if (status.equals("PROGRAMMED") && at != null) {
            article.publishedAt = at.atZone(World.ZONE).toInstant();
        } else if (article.publishedAt == null && status.equals("PUBLISHED")) {
            article.publishedAt = world.clock.instant();
        }
        article.status = status.equals("PROGRAMMED") ? "PUBLISHED" : status;
    }

    /** An article of the class that the session stands in. */
    private static Article mine(Call call, String slug) {
        return call.world()
                .article(slug)
                .filter(one -> one.blogs.contains(call.room().blog()))
                .orElseThrow(Call::notFound);
    }

    private static Reply preview(Call call) {
        call.need("BLOG_ACCESS_BACK");
        return Call.page(Pages.app("Article", call.room().label(), "blog", row(call, mine(call, call.id("slug")))));
    }

    private static Reply open(Call call) {
        call.need("BLOG_ACCESS_BACK");
        Article article = mine(call, call.id("slug"));
        return shown(call, article, BACK + "/article/" + article.slug + "/editer");
    }

    private static Reply edit(Call call) {
        call.need("BLOG_ACCESS_BACK");
        Article article = mine(call, call.id("slug"));
        String fault = fault(call, article);
        if (!fault.isEmpty()) {
            return again(call, article, BACK + "/article/" + article.slug + "/editer", fault);
        }
        String before = article.title;
        fill(call, article);
        rename(call.world(), article, before);
        return Reply.redirect(call.app() + BACK + "/visualisation/" + article.slug);
    }

    static void rename(World world, Article article, String before) {
        if (world.slugsFollowTitles && !before.equals(article.title)) {
            article.slug = "";
            article.slug = Slugs.of(article.title, slug -> world.article(slug).isPresent());
        }
    }

    /** Saves by itself, while somebody writes. */
    private static Reply save(Call call, String slug) {
        call.need("BLOG_ACCESS_BACK");
        Article article = slug.isEmpty() ? fresh(call) : mine(call, slug);
        String fault = fault(call, article);
        if (!fault.isEmpty()) {
            ArrayNode errors = JsonNodeFactory.instance.arrayNode().add(fault);
            return Reply.json(400, JsonNodeFactory.instance.objectNode().set("errors", errors));
        }
        Article kept = slug.isEmpty() ? add(call) : article;
        fill(call, kept);
        ObjectNode answer =
                JsonNodeFactory.instance.objectNode().put("success", true).put("slug", kept.slug);
        answer.putArray("attributes");
        return Call.json(answer);
    }

    private static Reply delete(Call call) {
        call.need("BLOG_ACCESS_BACK");
        Article article = call.world().articles.get(number(call, "id"));
        if (article == null || !article.blogs.contains(call.room().blog())) {
            throw Call.notFound();
        }
        call.world().articles.remove(article.id);
        return Reply.redirect(call.app() + "/ent/blog/gestion");
    }

    private static Reply pin(Call call) {
        call.need("BLOG_ACCESS_BACK");
        if (call.request().header("x-requested-with").isEmpty()) {
            throw Call.notFound();
        }
        Article article = mine(call, call.id("slug"));
        article.pinned = !article.pinned;
        return Call.json(JsonNodeFactory.instance.booleanNode(article.pinned));
    }

    private static Reply count(Call call) {
        if (!counts(call)) {
            return Call.word(403, "");
        }
        Article article = call.world().articles.get(number(call, "id"));
        if (article == null) {
            throw Call.notFound();
        }
        article.views++;
        return Reply.json(200, JsonNodeFactory.instance.objectNode());
    }
}
