package fr.passerelle.one;

import fr.passerelle.ent.spi.Fault;
import fr.passerelle.ent.spi.HttpReply.Answer;
import fr.passerelle.ent.spi.Next.Effect;
import fr.passerelle.ent.spi.Published;
import fr.passerelle.ent.spi.Replies;
import fr.passerelle.ent.spi.Replies.Reply;
import fr.passerelle.one.wire.InfoComment;
import fr.passerelle.one.wire.PostComment;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the comments on a post or an info, with their authors' names as ONE shows them; nothing is kept. */
final class OneReplies {
    private static final Replies IN_THE_INBOX = new Replies.NotReadable(
            "Les réponses à un message arrivent dans la boîte du compte de service, que Passerelle ne lit pas : ouvrez-la"
                    + " sur l'ENT.");
    private static final Replies NONE_THERE =
            new Replies.NotReadable("L'ENT n'a pas de réponses à ce type de publication.");

    private final OneClient client;
    private final Published published;
    private final Handles handles;

    OneReplies(OneClient client, Published published) {
        this.client = client;
        this.published = published;
        this.handles = new Handles(published.progress());
    }

    Replies read() {
        return switch (published.kind()) {
            case NEWS -> handles.has(Handles.INFO) ? ofInfo() : failed(new Fault.Gone());
            case BLOG -> handles.has(Handles.POST) ? ofPost() : failed(new Fault.Gone());
            case MESSAGE -> IN_THE_INBOX;
            case LIAISON -> NONE_THERE;
        };
    }

    static Replies failed(Fault fault) {
        return new Replies.Incomplete(List.of(), fault);
    }

    private Replies ofInfo() {
        String id = handles.get(Handles.INFO);
        Answer answer = client.ask(OneRoute.INFO_COMMENTS, OneRoute.INFO_COMMENTS.call(id), Effect.READ);
        if (answer.status() == 401) {
            return failed(new Absence(client).ofInfo(OneRoute.INFO_COMMENTS, id));
        }
        return complete(client.list(OneRoute.INFO_COMMENTS, answer, InfoComment.class).stream()
                .map(comment -> new Reply(
                        name(comment.username()),
                        plain(comment.comment()),
                        utc(comment.created()),
                        "/actualites#/view/info/" + id + "/comment/" + comment.id()))
                .toList());
    }

    private Replies ofPost() {
        String blog = handles.get(Handles.BLOG);
        String id = handles.get(Handles.POST);
        Answer answer = client.ask(OneRoute.COMMENTS, OneRoute.COMMENTS.call(blog, id), Effect.READ);
        if (answer.status() == 401) {
            return failed(new Absence(client).ofPost(OneRoute.COMMENTS, blog, id));
        }
        return complete(client.list(OneRoute.COMMENTS, answer, PostComment.class).stream()
                .filter(PostComment::isShown)
                .map(comment -> new Reply(
                        name(comment.author() == null ? null : comment.author().username()),
                        plain(comment.comment()),
                        comment.created() == null
                                ? null
                                : comment.created().instant().orElse(null),
                        PostSteps.ref(handles)))
                .toList());
    }

    private static Replies complete(List<Reply> replies) {
        return new Replies.Complete(replies.stream()
                .sorted(Comparator.comparing(Reply::at, Comparator.nullsLast(Comparator.naturalOrder())))
                .toList());
    }

    /** ONE forgets the name of who was deleted. */
    private static String name(@Nullable String name) {
        return name == null || name.isBlank() ? "Compte supprimé" : name.strip();
    }

    private static String plain(String text) {
        return text.replace("\r\n", "\n").replace('\r', '\n').strip();
    }

    private static @Nullable Instant utc(@Nullable String text) {
        try {
            return text == null
                    ? null
                    : LocalDateTime.parse(text.replace(' ', 'T')).toInstant(ZoneOffset.UTC);
        } catch (DateTimeParseException unknown) {
            return null;
        }
    }
}
