package fr.passerelle.one;

import fr.passerelle.ent.model.CommunicationKind;
import fr.passerelle.ent.spi.Attachment;
import fr.passerelle.ent.spi.Content;
import fr.passerelle.ent.spi.Rendering;
import fr.passerelle.ent.spi.Work;
import fr.passerelle.one.wire.InfoChange;
import fr.passerelle.one.wire.NewInfo;
import fr.passerelle.one.wire.NewMessage;
import fr.passerelle.one.wire.NewPost;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;
import org.jsoup.nodes.TextNode;
import org.jsoup.safety.Cleaner;
import org.jsoup.safety.Safelist;
import tools.jackson.core.JacksonException;

/**
 * A communication as it is sent to ONE and as ONE shows it. Pure.
 *
 * @param sent what leaves; for a message its subject and body, see {@link #message}
 * @param shown what readers see
 * @param taken whether ONE's filter leaves a request that ONE can read
 */
record OneText(NewPost sent, Rendering shown, boolean taken) {
    private static final Safelist SUBSET = new Safelist()
            .addTags("p", "br", "h2", "h3", "strong", "em", "ul", "ol", "li", "blockquote", "a")
            .addAttributes("a", "href")
            .addProtocols("a", "href", "https", "http", "mailto");

    private static final String LOSS_MARKUP =
            "L'ENT ne reprend que les paragraphes, titres, listes, citations, liens, gras et italique : le reste de la mise en forme est retiré.";
    private static final String LOSS_FILTER =
            "L'ENT retire du texte ce qui ressemble à du code informatique, par exemple « javascript: » dans une adresse.";

    private static final String LOSS_PICTURE =
            "L'ENT réduit la qualité des images et les montre en petit, sans légende ; ce que vous avez écrit pour les personnes qui ne les voient pas est transmis.";
    private static final String LOSS_ALTERNATIVE =
            "Un message de l'ENT n'a pas de place pour ce que montrent les images : dites dans le texte ce que doit savoir une personne qui ne les voit pas.";

    /** An info's state, as ONE numbers it. */
    private static final int DRAFT = 1;

    /** With the files that ONE already has. */
    static OneText of(Work work) {
        return of(work.content(), work.marker(), Handles.of(work).list(Handles.DOCUMENTS));
    }

    /** Without files. */
    static OneText of(Content content, String marker) {
        return of(content, marker, List.of());
    }

    private static OneText of(Content content, String marker, List<String> documents) {
        List<String> losses = new ArrayList<>();
        Document dirty = Jsoup.parseBodyFragment(content.html());
        Document clean = new Cleaner(SUBSET).clean(dirty);
        if (!Jsoup.isValid(content.html(), SUBSET)) {
            losses.add(LOSS_MARKUP);
        }
        disarm(clean.body());
        refer(clean.body(), content.attachments(), documents);
        Element byline = clean.body().appendElement("p");
        byline.appendElement("em").appendText(byline(content.byline(), marker));
        clean.outputSettings().prettyPrint(false).escapeMode(Entities.EscapeMode.xhtml);
        NewPost sent = new NewPost(
                OneFilter.disarmLine(plainLine(content.title())), clean.body().html());

        Optional<NewPost> read = switch (content.kind()) {
            case MESSAGE -> filteredMessage(sent);
            case NEWS -> filteredInfo(sent);
            case BLOG, LIAISON -> filtered(sent);
        };
        NewPost kept = read.orElse(sent);
        if (!kept.equals(sent)) {
            losses.add(LOSS_FILTER);
        }
        boolean message = content.kind() == CommunicationKind.MESSAGE;
        if (!message && content.attachments().stream().anyMatch(OneText::isPicture)) {
            losses.add(LOSS_PICTURE);
        }
        if (message && content.attachments().stream().anyMatch(file -> file.alternative() != null)) {
            losses.add(LOSS_ALTERNATIVE);
        }
        return new OneText(
                sent, new Rendering(kept.title(), OneRewriting.of(kept.content()), losses), read.isPresent());
    }

    /** Pictures before the text, links to other files after it. */
    private static void refer(Element body, List<Attachment> files, List<String> documents) {
        List<Element> pictures = new ArrayList<>();
        for (int i = 0; i < documents.size(); i++) {
            Attachment file = files.get(i);
            String address = "/workspace/document/" + documents.get(i);
            String name = OneFilter.disarmLine(plainLine(file.fileName()));
            if (isPicture(file)) {
                Element picture = new Element("p");
                picture.appendElement("img").attr("src", address).attr("alt", alternative(file, name));
                pictures.add(picture);
            } else {
                body.appendElement("p")
                        .appendText("Pièce jointe : ")
                        .appendElement("a")
                        .attr("href", address)
                        .text(name);
            }
        }
        body.insertChildren(0, pictures);
    }

    private static boolean isPicture(Attachment file) {
        return file.mediaType().startsWith("image/");
    }

    /** Without words from its author at least that there is a picture. */
    private static String alternative(Attachment picture, String name) {
        String words = picture.alternative();
        return words == null ? name : OneFilter.disarmLine(plainLine(words));
    }

    /** The last paragraph of every post and message: who speaks, and the reference by which the post is found again. */
    static String byline(String byline, String marker) {
        return OneFilter.disarm("De la part de " + plainLine(byline)) + " · réf. " + marker;
    }

    /** The same as the draft of an info. */
    NewInfo info(long thread) {
        return info(sent, thread);
    }

    private static NewInfo info(NewPost text, long thread) {
        return new NewInfo(text.title(), text.content(), thread, DRAFT);
    }

    /** The same as the new words of an info whose state stays. */
    InfoChange change(int status) {
        return new InfoChange(sent.title(), sent.content(), status);
    }

    /** The same as a message. */
    NewMessage message(List<String> to) {
        return new NewMessage(to, List.of(), List.of(), sent.title(), sent.content());
    }

    private static String plainLine(String text) {
        return text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    }

    private static void disarm(Element body) {
        body.forEachNode(node -> {
            if (node instanceof TextNode text) {
                text.text(OneFilter.disarm(text.getWholeText().replaceAll("[\\p{Cntrl}&&[^\\t\\n\\r]]", "")));
            }
        });
        body.select("a[href]").forEach(link -> link.attr("href", OneFilter.disarmAddress(link.attr("href"))));
    }

    /** What ONE reads of the post; empty when it cannot read it any more and answers 400. */
    private static Optional<NewPost> filtered(NewPost post) {
        String raw = OneJson.write(post);
        String passed = OneFilter.pass(raw);
        if (passed.equals(raw)) {
            return Optional.of(post);
        }
        return read(passed, NewPost.class);
    }

    private static Optional<NewPost> filteredMessage(NewPost post) {
        String raw = OneJson.write(new NewMessage(List.of(), List.of(), List.of(), post.title(), post.content()));
        return read(OneFilter.pass(raw), NewMessage.class).map(kept -> new NewPost(kept.subject(), kept.body()));
    }

    private static Optional<NewPost> filteredInfo(NewPost post) {
        return read(OneFilter.pass(OneJson.write(info(post, 1))), NewInfo.class)
                .map(kept -> new NewPost(kept.title(), kept.content()));
    }

    private static <T> Optional<T> read(String json, Class<T> type) {
        try {
            return Optional.of(OneJson.read(json, type));
        } catch (JacksonException unreadable) {
            return Optional.empty();
        }
    }
}
