package fr.passerelle.ent.communication;

import fr.passerelle.ent.model.CommunicationId;
import fr.passerelle.ent.model.CommunicationKind;
import fr.passerelle.ent.model.Event;
import fr.passerelle.ent.model.PersonId;
import fr.passerelle.ent.model.Personal;
import fr.passerelle.ent.model.PlaceId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What has happened to a communication. Title, text, file names and what pictures show in words are sealed under the communication's own key. */
public sealed interface CommunicationEvent extends Event {

    /** A draft was written. */
    record CommunicationWritten(
            CommunicationId communication,
            PlaceId place,
            @Nullable PersonId author,
            Audience audience,
            CommunicationKind kind,
            Personal<String> title,
            Personal<String> html,
            List<Attachment> attachments)
            implements CommunicationEvent {
        public CommunicationWritten {
            attachments = List.copyOf(attachments);
        }
    }

    /** The draft was rewritten. */
    record DraftRewritten(
            Audience audience, Personal<String> title, Personal<String> html, List<Attachment> attachments)
            implements CommunicationEvent {
        public DraftRewritten {
            attachments = List.copyOf(attachments);
        }
    }

    /**
     * It is to be on every ENT of its place; this is revision 1.
     *
     * @param from when it is to appear
     * @param until when it is to be taken back, or null
     */
    record CommunicationPublished(
            Instant at, Instant from, @Nullable Instant until) implements CommunicationEvent {}

    /** Every ENT is to show this instead. */
    record CommunicationCorrected(int revision, Personal<String> title, Personal<String> html, Instant at)
            implements CommunicationEvent {}

    /** No ENT is to show it any more. */
    record CommunicationWithdrawn(int revision, Instant at) implements CommunicationEvent {}

    /**
     * Its key is destroyed: title and text are unreadable, here and in every backup.
     *
     * @param revision one more where it was still published, so that every ENT takes it back; else the one it had
     */
    record CommunicationErased(int revision, Instant at) implements CommunicationEvent {}

    /** The items of a revision are planned. */
    record PlanConfirmed(int revision, int items) implements CommunicationEvent {}
}
