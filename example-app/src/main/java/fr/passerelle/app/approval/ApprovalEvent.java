package fr.passerelle.app.approval;

import fr.passerelle.ent.model.CommunicationId;
import fr.passerelle.ent.model.Event;
import fr.passerelle.ent.model.Personal;
import fr.passerelle.ent.model.PlaceId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What has happened to a wish to publish. */
public sealed interface ApprovalEvent extends Event {

    /**
     * Somebody wrote and asks the head of the place.
     *
     * @param approval the first of the drafts
     * @param slots all of them, in the order of their days
     */
    record ApprovalAsked(CommunicationId approval, PlaceId place, List<Slot> slots, Instant at)
            implements ApprovalEvent {}

    /** It goes out. */
    record ApprovalGiven(Instant at) implements ApprovalEvent {}

    /**
     * It goes back to its author.
     *
     * @param why in the head's words, sealed under the draft's key; or null
     */
    record ApprovalDeclined(@Nullable Personal<String> why, Instant at) implements ApprovalEvent {}
}
