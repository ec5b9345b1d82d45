package fr.passerelle.ent.engagement;

import fr.passerelle.ent.delivery.DeliveryEngine;
import fr.passerelle.ent.delivery.ItemView;
import fr.passerelle.ent.delivery.OnTheEnt;
import fr.passerelle.ent.model.CommunicationId;
import fr.passerelle.ent.spi.Engagement;
import fr.passerelle.ent.spi.Fault;
import fr.passerelle.ent.spi.ReadsEngagement;
import fr.passerelle.ent.spi.ReadsReplies;
import fr.passerelle.ent.spi.Replies;
import fr.passerelle.ent.spi.Replies.Reply;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the ENTs, now, what became of a communication. Each call goes out to every ENT that shows it and waits for the
 * slowest, for seconds at most. Safe for several threads.
 */
public final class ReadBack {
    private static final Logger LOG = LoggerFactory.getLogger(ReadBack.class);
    private static final String UNKNOWN_ADDRESS =
            "Publié à la main : l'adresse de la publication sur l'ENT n'est pas connue.";

    private final DeliveryEngine delivery;

    public ReadBack(DeliveryEngine delivery) {
        this.delivery = delivery;
    }

    /**
     * What one ENT counts of one publication.
     *
     * @param item where it stands
     * @param platform the ENT's own name
     * @param page the publication on the ENT, or null where its address is not known
     */
    public record Counts(
            ItemView item, String platform, @Nullable URI page, Engagement engagement) {}

    /**
     * Everything that people answered, over all ENTs.
     *
     * @param answers oldest first; those whose time the ENT does not tell come last
     * @param gaps where there may be answers that are not in the list, and why
     */
    public record Answers(List<Answer> answers, List<Gap> gaps) {
        public Answers {
            answers = List.copyOf(answers);
            gaps = List.copyOf(gaps);
        }
    }

    /**
     * An answer and where it stands.
     *
     * @param page where it can be answered
     */
    public record Answer(ItemView item, String platform, URI page, Reply reply) {}

    /**
     * A publication whose answers could not be read, or not all.
     *
     * @param reason in French, or null where {@code fault} says it
     */
    public record Gap(
            ItemView item,
            String platform,
            @Nullable String reason,
            @Nullable Fault fault) {}

    /** The counts, a line for each publication that an ENT shows. */
    public List<Counts> counts(CommunicationId communication) {
        return delivery.read(
                communication, shown -> new Counts(shown.item(), shown.platform(), page(shown), engagement(shown)));
    }

    private static Engagement engagement(OnTheEnt shown) {
        if (!(shown.connector() instanceof ReadsEngagement reads)) {
            return new Engagement.NotMeasured(shown.platform() + " ne compte pas, ou ne dit pas, qui a lu.");
        }
        if (shown.published().ref().isEmpty()) {
            return new Engagement.NotMeasured(UNKNOWN_ADDRESS);
        }
        return guarded(shown, at -> reads.engagement(at.session(), at.published()), Engagement.Failed::new);
    }

    /** The answers of all ENTs in one list. */
    public Answers answers(CommunicationId communication) {
        record Read(OnTheEnt shown, Replies replies) {}
        List<Answer> answers = new ArrayList<>();
        List<Gap> gaps = new ArrayList<>();
        for (Read read : delivery.read(communication, shown -> new Read(shown, replies(shown)))) {
            OnTheEnt shown = read.shown();
            if (read.replies() instanceof Replies.NotReadable not) {
                gaps.add(new Gap(shown.item(), shown.platform(), not.reason(), null));
                continue;
            }
            List<Reply> found;
            if (read.replies() instanceof Replies.Incomplete incomplete) {
                gaps.add(new Gap(shown.item(), shown.platform(), null, incomplete.fault()));
                found = incomplete.replies();
            } else {
                found = ((Replies.Complete) read.replies()).replies();
            }
            found.forEach(reply -> answers.add(
                    new Answer(shown.item(), shown.platform(), shown.baseUrl().resolve(reply.ref()), reply)));
        }
        answers.sort(Comparator.comparing(
                answer -> answer.reply().at(), Comparator.nullsLast(Comparator.<Instant>naturalOrder())));
        return new Answers(answers, gaps);
    }

    private static Replies replies(OnTheEnt shown) {
        if (!(shown.connector() instanceof ReadsReplies reads)) {
            return new Replies.NotReadable(shown.platform() + " ne laisse pas lire les réponses : ouvrez-le.");
        }
        if (shown.published().ref().isEmpty()) {
            return new Replies.NotReadable(UNKNOWN_ADDRESS);
        }
        return guarded(
                shown,
                at -> reads.replies(at.session(), at.published()),
                fault -> new Replies.Incomplete(List.of(), fault));
    }

    /** A connector that fails says nothing about the ENT; its message may quote what was read. */
    private static <T> T guarded(OnTheEnt shown, Function<OnTheEnt, T> reading, Function<Fault, T> failed) {
        try {
            return reading.apply(shown);
        } catch (RuntimeException ours) {
            LOG.error(
                    "A connector failed to read back item {}: {}",
                    shown.item().item(),
                    ours.getClass().getName());
            return failed.apply(new Fault.ContractBroken(
                    shown.published().kind().name().toLowerCase(Locale.ROOT),
                    "an answer",
                    ours.getClass().getSimpleName()));
        }
    }

    private static @Nullable URI page(OnTheEnt shown) {
        String ref = shown.published().ref();
        return ref.isEmpty() ? null : shown.baseUrl().resolve(ref);
    }
}
