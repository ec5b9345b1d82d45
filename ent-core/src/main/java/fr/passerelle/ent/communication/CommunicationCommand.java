package fr.passerelle.ent.communication;

import fr.passerelle.ent.model.Command;
import fr.passerelle.ent.model.CommunicationId;
import fr.passerelle.ent.model.CommunicationKind;
import fr.passerelle.ent.model.PersonId;
import fr.passerelle.ent.model.PlaceId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What can be asked of a communication. */
public sealed interface CommunicationCommand extends Command {
    CommunicationId communication();

    /**
     * Writes a draft.
     *
     * @param place the place that the author writes for
     * @param author or null where the place itself speaks
     * @param title plain text, one line, 1 to 200 code points
     * @param html at most 100 000 code points once cleaned by {@link RichText}; may be empty
     * @param attachments what {@code Passerelle.attach} gave for this communication, in the order in which readers see
     *     it; within {@link AttachmentRules}
     */
    record WriteCommunication(
            CommunicationId communication,
            PlaceId place,
            @Nullable PersonId author,
            Audience audience,
            CommunicationKind kind,
            String title,
            String html,
            List<Attachment> attachments)
            implements CommunicationCommand {
        public WriteCommunication {
            attachments = attachments.stream().distinct().toList();
        }

        /** Without attachments. */
        public WriteCommunication(
                CommunicationId communication,
                PlaceId place,
                @Nullable PersonId author,
                Audience audience,
                CommunicationKind kind,
                String title,
                String html) {
            this(communication, place, author, audience, kind, title, html, List.of());
        }

        @Override
        public String toString() {
            return "WriteCommunication[" + communication + "]";
        }
    }

    /**
     * Rewrites a draft.
     *
     * @param attachments all that it has from now on; those that stay are named as its state has them
     */
    record RewriteDraft(
            CommunicationId communication, Audience audience, String title, String html, List<Attachment> attachments)
            implements CommunicationCommand {
        public RewriteDraft {
            attachments = attachments.stream().distinct().toList();
        }

        @Override
        public String toString() {
            return "RewriteDraft[" + communication + "]";
        }
    }

    /**
     * Publishes a draft on every ENT of its place.
     *
     * @param from not before this instant; at or before {@code at} means now
     * @param until taken back at this instant, or null to stay; after {@code from}
     */
    record PublishCommunication(
            CommunicationId communication,
            Instant at,
            Instant from,
            @Nullable Instant until) implements CommunicationCommand {
        /** Now, to stay. */
        public PublishCommunication(CommunicationId communication, Instant at) {
            this(communication, at, at, null);
        }
    }

    /** Replaces title and text of what is published, wherever it is; attachments stay. */
    record CorrectCommunication(CommunicationId communication, String title, String html, Instant at)
            implements CommunicationCommand {
        @Override
        public String toString() {
            return "CorrectCommunication[" + communication + "]";
        }
    }

    /** Takes a communication back from every ENT; a draft is given up. */
    record WithdrawCommunication(CommunicationId communication, Instant at) implements CommunicationCommand {}

    /** Records that a communication's key was destroyed. Sent by {@code rights} once it is. */
    record EraseCommunication(CommunicationId communication, Instant at) implements CommunicationCommand {}

    /**
     * Notes that the items of a revision are planned. Sent by {@code delivery}.
     *
     * @param items how many
     */
    record ConfirmPlan(CommunicationId communication, int revision, int items) implements CommunicationCommand {}
}
