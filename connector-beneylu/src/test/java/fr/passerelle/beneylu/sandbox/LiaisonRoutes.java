package fr.passerelle.beneylu.sandbox;

import fr.passerelle.beneylu.sandbox.Route.Gate;
import fr.passerelle.beneylu.sandbox.World.Account;
import fr.passerelle.beneylu.sandbox.World.Word;
import fr.passerelle.ent.sandbox.Reply;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;

/** The liaison book of a class: pages and forms only, deleting and signing by address. */
final class LiaisonRoutes {
    private static final String FRONT = "/ent/carnet-de-liaison";
    private static final String BACK = FRONT + "/gestion";
    private static final String NAME = "liaisonbook_form";

    private LiaisonRoutes() {}

    static List<Route> all() {
        return List.of(
                new Route("GET", FRONT + "/", Gate.IN_CLASS, LiaisonRoutes::latest),
                new Route("GET", FRONT + "/message/:slug", Gate.IN_CLASS, LiaisonRoutes::read),
                new Route("GET", FRONT + "/signer-message/:id", Gate.IN_CLASS, LiaisonRoutes::sign),
                new Route(
                        "GET",
                        BACK,
                        Gate.IN_CLASS,
                        call -> back(call, YearMonth.from(call.world().today()))),
                new Route("GET", BACK + "/nouveau-message", Gate.IN_CLASS, LiaisonRoutes::blank),
                new Route("POST", BACK + "/nouveau-message/valider", Gate.IN_CLASS, LiaisonRoutes::create),
                new Route("GET", BACK + "/editer-message/:slug", Gate.IN_CLASS, LiaisonRoutes::open),
                new Route("POST", BACK + "/editer-message/:slug", Gate.IN_CLASS, LiaisonRoutes::edit),
                new Route("GET", BACK + "/supprimer-message/:slug", Gate.IN_CLASS, LiaisonRoutes::delete),
                new Route("GET", BACK + "/detail/:slug", Gate.IN_CLASS, LiaisonRoutes::detail),
                new Route("GET", BACK + "/:month/:year", Gate.IN_CLASS, call -> back(call, month(call))),
                new Route("GET", FRONT + "/:month/:year", Gate.IN_CLASS, LiaisonRoutes::front));
    }

    private static String attachments(Word word) {
        return "<bns-attachments source=\"[]\" data-object-type=\"LiaisonBook\" data-object-id=\"" + word.id
                + "\"></bns-attachments>";
    }

    private static String shown(Word word) {
        return "<h2 class=\"md-headline\">" + Pages.escape(word.title) + "</h2><span class=\"content\">"
                + Purifier.shown(word.content) + "</span>" + attachments(word);
    }

    /** A word as a reader sees it; who may sign and has not finds a button. */
    private static String readable(Call call, Word word) {
        boolean signs = call.me().may("LIAISONBOOK_ACCESS_SIGN", word.room);
        boolean signed = word.signers.contains(call.me().id);
        String button = !signs
                ? ""
                : signed
                        ? "<button disabled>Signé</button>"
                        : "<button ng-click=\"sign(" + word.id + ")\">Signer</button>";
        return "<md-list-item>" + shown(word) + button + "</md-list-item>";
    }

    private static List<Word> words(Call call, @Nullable YearMonth month, boolean back) {
        List<Word> words = new ArrayList<>(call.world().words.values().stream()
                .filter(word -> word.room == call.room().id())
                .filter(word -> back || !word.publication.isAfter(call.world().today()))
                .filter(word -> month == null || YearMonth.from(word.date).equals(month))
                .toList());
        words.sort(Comparator.comparing((Word word) -> word.date)
                .thenComparing(word -> word.id)
                .reversed());
        return words;
    }

    private static YearMonth month(Call call) {
        int month = BlogRoutes.number(call, "month");
        if (month < 1 || month > 12) {
            throw Call.notFound();
        }
        return YearMonth.of(BlogRoutes.number(call, "year"), month);
    }

    private static Reply page(Call call, String body) {
        return Call.page(Pages.app("Carnet de liaison", call.room().label(), "carnet", body));
    }

    private static Reply latest(Call call) {
        return readable(call, words(call, null, false).stream().limit(10).toList());
    }

    private static Reply front(Call call) {
        return readable(call, words(call, month(call), false));
    }

    private static Reply readable(Call call, List<Word> words) {
        call.need("LIAISONBOOK_ACCESS");
        StringBuilder body = new StringBuilder("<md-list>");
        words.forEach(word -> body.append(readable(call, word)));
        return page(call, body + "</md-list>");
    }

    private static Reply read(Call call) {
        call.need("LIAISONBOOK_ACCESS");
        return call.world()
                .word(call.id("slug"))
                .filter(word -> word.room == call.room().id())
                .filter(word -> !word.publication.isAfter(call.world().today()))
                .map(word -> page(call, readable(call, word)))
                .orElseGet(() -> Reply.redirect(call.app() + FRONT + "/"));
    }

    private static Reply sign(Call call) {
        call.need("LIAISONBOOK_ACCESS_SIGN");
        Word word = call.world().words.get(BlogRoutes.number(call, "id"));
        if (word == null || word.room != call.room().id()) {
            throw Call.notFound();
        }
        word.signers.add(call.me().id);
        return Call.json(JsonNodeFactory.instance.booleanNode(true));
    }

    private static Word mine(Call call) {
        return call.world()
                .word(call.id("slug"))
                .filter(word -> word.room == call.room().id())
                .orElseThrow(Call::notFound);
    }

    private static Reply back(Call call, YearMonth month) {
        call.need("LIAISONBOOK_ACCESS_BACK");
        StringBuilder body = new StringBuilder("<md-list>");
        for (Word word : words(call, month, true)) {
            body.append("<md-list-item><h2 class=\"md-headline\">")
                    .append(Pages.escape(word.title))
                    .append("</h2><a href=\"" + BACK + "/detail/" + word.slug + "\">")
                    .append(ofTotal(call, word))
                    .append("</a></md-list-item>");
        }
        return page(call, body + "</md-list>");
    }

    private static String ofTotal(Call call, Word word) {
        return word.signers.size() + " / " + call.world().expectedToSign(word).size();
    }

    private static Reply detail(Call call) {
        call.need("LIAISONBOOK_ACCESS_BACK");
        Word word = mine(call);
        StringBuilder signed = new StringBuilder("<div class=\"users\">");
        StringBuilder waiting = new StringBuilder("<div class=\"users\">");
        for (Account account : call.world().expectedToSign(word)) {
            boolean has = word.signers.contains(account.id);
            (has ? signed : waiting)
                    .append("<a class=\"bns-user")
                    .append(has ? "" : " cancel toggle")
                    .append("\"><span class=\"name\">")
                    .append(Pages.escape(account.fullName()))
                    .append("</span></a>");
        }
        return page(
                call,
                "<md-list-item>" + shown(word) + "</md-list-item><md-subheader>Signatures " + ofTotal(call, word)
                        + "</md-subheader>" + signed + "</div><md-subheader>En attente</md-subheader>" + waiting
                        + "</div>");
    }

    private static FormPage form(Call call, Word word) {
        FormPage form = new FormPage(NAME, call.mine().csrf)
                .hidden("id", word.id == 0 ? "" : String.valueOf(word.id))
                .text("title", word.title)
                .area("content", word.content)
                .text("date", word.date.toString())
                .box("individualized", "1", !word.addressed.isEmpty(), "Mot individuel");
        if (call.world().features.contains("liaison_book_schedule")) {
            form.text("publicationDate", word.publication.toString());
        }
        call.world().accounts.values().stream()
                .filter(one -> one.role.equals("PUPIL") && one.rooms.contains(word.room))
                .forEach(pupil -> form.box(
                        "addresseds[]", String.valueOf(pupil.id), word.addressed.contains(pupil.id), pupil.fullName()));
        return form;
    }

    private static Word fresh(Call call) {
        Word word = new Word(0, call.room().id(), call.me().id, "");
        word.date = call.world().today();
        word.publication = call.world().today();
        return word;
    }

    private static Reply shown(Call call, Word word, String action) {
        return page(call, form(call, word).page(action, ""));
    }

    /** The form again, as it was filled in, with what is wrong. */
    private static Reply again(Call call, Word word, String action, String error) {
        Word sent = new Word(word.id, word.room, word.author, word.slug);
        sent.title = call.form().getOrDefault(NAME + "[title]", "");
        sent.content = call.form().getOrDefault(NAME + "[content]", "");
        sent.date = word.date;
        sent.publication = word.publication;
        sent.addressed.addAll(word.addressed);
        return page(call, form(call, sent).page(action, error));
    }

    private static Reply blank(Call call) {
        call.need("LIAISONBOOK_ACCESS_BACK");
        return shown(call, fresh(call), BACK + "/nouveau-message/valider");
    }

    private static Reply create(Call call) {
        call.need("LIAISONBOOK_ACCESS_BACK");
        World world = call.world();
        Word fresh = fresh(call);
        String fault = fault(call, fresh);
        if (!fault.isEmpty()) {
            return again(call, fresh, BACK + "/nouveau-message/valider", fault);
        }
        String title = call.form().getOrDefault(NAME + "[title]", "");
        Word word = new Word(
                world.newId(),
                call.room().id(),
                call.me().id,
                Slugs.of(title, slug -> world.word(slug).isPresent()));
        word.publication = world.today();
        fill(call, word);
        world.words.put(word.id, word);
        return Reply.redirect(call.app() + BACK);
    }

    private static @Nullable LocalDate date(@Nullable String text) {
        try {
            return LocalDate.parse(text == null ? "" : text);
        } catch (DateTimeParseException noDate) {
            return null;
        }
    }

    private static String fault(Call call, Word word) {
        String fault = form(call, word).fault(call, call.mine().csrf);
        if (!fault.isEmpty()) {
            return fault;
        }
        Map<String, String> sent = call.form();
        String title = sent.getOrDefault(NAME + "[title]", "");
        boolean good = !title.isBlank()
                && title.codePointCount(0, title.length()) <= 255
                && !sent.getOrDefault(NAME + "[content]", "").isBlank()
                && date(sent.get(NAME + "[date]")) != null;
        return good ? "" : FormPage.INVALID;
    }

    private static void fill(Call call, Word word) {
        Map<String, String> sent = call.form();
        word.title = sent.getOrDefault(NAME + "[title]", "");
        word.content = sent.getOrDefault(NAME + "[content]", "");
        word.date = Objects.requireNonNull(date(sent.get(NAME + "[date]")));
        LocalDate publication = date(sent.get(NAME + "[publicationDate]"));
        if (publication != null) {
            word.publication = publication;
        }
        word.addressed.clear();
        if (sent.containsKey(NAME + "[individualized]")) {
            call.all(NAME + "[addresseds][]").forEach(id -> word.addressed.add(Integer.valueOf(id)));
        }
    }

    private static Reply open(Call call) {
        call.need("LIAISONBOOK_ACCESS_BACK");
        Word word = mine(call);
        return shown(call, word, BACK + "/editer-message/" + word.slug);
    }

    private static Reply edit(Call call) {
        call.need("LIAISONBOOK_ACCESS_BACK");
        Word word = mine(call);
        String fault = fault(call, word);
        if (!fault.isEmpty()) {
            return again(call, word, BACK + "/editer-message/" + word.slug, fault);
        }
        String before = word.title;
        fill(call, word);
        rename(call.world(), word, before);
        return Reply.redirect(call.app() + BACK + "/detail/" + word.slug);
    }

    static void rename(World world, Word word, String before) {
        if (world.slugsFollowTitles && !before.equals(word.title)) {
            word.slug = "";
            word.slug = Slugs.of(word.title, slug -> world.word(slug).isPresent());
        }
    }

    private static Reply delete(Call call) {
        call.need("LIAISONBOOK_ACCESS_BACK");
        call.world().words.remove(mine(call).id);
        return Reply.redirect(call.app() + BACK);
    }
}
