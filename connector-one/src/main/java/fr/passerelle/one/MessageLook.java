package fr.passerelle.one;

import fr.passerelle.ent.spi.Attachment;
import fr.passerelle.ent.spi.Fault;
import fr.passerelle.ent.spi.HttpReply.Answer;
import fr.passerelle.ent.spi.Next.Effect;
import fr.passerelle.ent.spi.Resolution;
import fr.passerelle.ent.spi.Work;
import fr.passerelle.one.wire.Message;
import fr.passerelle.one.wire.MessageLine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.Jsoup;

/**
 * Looks what became of a write of a message whose answer was lost. Lists do not show what a message says: what is recent
 * is opened one by one, which changes nothing for anybody (only a reader's own copy knows "read").
 */
final class MessageLook {
    /** How far the platform's clock may be from ours. */
    private static final Duration SKEW = Duration.ofHours(1);

    private final OneClient client;
    private final Work work;
    private final Handles handles;

    MessageLook(OneClient client, Work work) {
        this.client = client;
        this.work = work;
        this.handles = Handles.of(work);
    }

    /** Our message with the item's reference: a draft, or sent by a person meanwhile. */
    Resolution draft() {
        Map<String, MessageLine> recent = new LinkedHashMap<>();
        for (String folder : List.of("draft", "outbox")) {
            recent(folder).forEach(line -> recent.putIfAbsent(line.id(), line));
        }
        List<Message> ours = recent.keySet().stream()
                .map(this::read)
                .flatMap(Optional::stream)
                .filter(this::isOurs)
                .toList();
        return switch (ours.size()) {
            case 0 -> new Resolution.NotVisible();
            case 1 ->
                new Resolution.Happened(Map.of(
                        Handles.MESSAGE,
                        ours.get(0).id(),
                        Handles.ATTACHED,
                        "",
                        Handles.SENT,
                        ours.get(0).state().equals("DRAFT") ? "" : String.valueOf(work.revision()),
                        Handles.WITHDRAWN,
                        ""));
            default -> new Resolution.Several(ours.size());
        };
    }

    /** A file of the right size that was not there before. */
    Resolution file() {
        Optional<Message> message = read(handles.get(Handles.MESSAGE));
        if (message.isEmpty()) {
            return new Resolution.Failed(new Fault.Gone());
        }
        List<String> known = handles.list(Handles.ATTACHED);
        Attachment file = work.content().attachments().get(known.size());
        List<String> fresh = message.get().attachments().stream()
                .filter(there -> !known.contains(there.id()) && there.size() == file.size())
                .map(Message.Attached::id)
                .toList();
        return switch (fresh.size()) {
            case 0 -> new Resolution.NotVisible();
            case 1 -> {
                List<String> all = new ArrayList<>(known);
                all.addAll(fresh);
                yield new Resolution.Happened(Map.of(Handles.ATTACHED, String.join(",", all)));
            }
            default -> new Resolution.Several(fresh.size());
        };
    }

    /** Whether the draft is one no more. */
    Resolution sent() {
        Optional<Message> message = read(handles.get(Handles.MESSAGE));
        if (message.isEmpty()) {
            return new Resolution.Failed(new Fault.Gone());
        }
        return message.get().state().equals("DRAFT")
                ? new Resolution.NotVisible()
                : new Resolution.Happened(Map.of(Handles.SENT, String.valueOf(work.revision())));
    }

    private Optional<Message> read(String id) {
        Answer answer = client.ask(OneRoute.MESSAGE, OneRoute.MESSAGE.call(id), Effect.READ);
        return answer.status() == 401
                ? Optional.empty()
                : Optional.of(client.read(OneRoute.MESSAGE, answer, Message.class));
    }

    /** Its last words are the reference; who only quotes it has one of its own. */
    private boolean isOurs(Message message) {
        String body = message.body() == null ? "" : message.body();
        return Jsoup.parseBodyFragment(body).text().strip().endsWith(work.marker());
    }

    /** What a folder holds since this item's work began. */
    private List<MessageLine> recent(String folder) {
        long since = Long.parseLong(handles.get(Handles.SINCE)) - SKEW.toMillis();
        // The newest come first in what was sent; of drafts nobody promises an order.
        boolean sorted = folder.equals("outbox");
        return new TwiceRead<>(
                        OneRoute.MESSAGES,
                        page -> client.list(
                                OneRoute.MESSAGES, OneRoute.MESSAGES.query("?page=" + page, folder), MessageLine.class),
                        line -> line.date() >= since,
                        line -> sorted && line.date() < since)
                .lines();
    }
}
