package fr.passerelle.app.approval;

import fr.passerelle.ent.model.Command;
import fr.passerelle.ent.model.CommunicationId;
import fr.passerelle.ent.model.Personal;
import fr.passerelle.ent.model.PlaceId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What can be asked about a wish to publish; see {@link ApprovalEvent}. */
public sealed interface ApprovalCommand extends Command {
    CommunicationId approval();

    record AskApproval(CommunicationId approval, PlaceId place, List<Slot> slots, Instant at)
            implements ApprovalCommand {}

    /** A repeat changes nothing; refused once it is declined. */
    record GiveApproval(CommunicationId approval, Instant at) implements ApprovalCommand {}

    /** A repeat changes nothing; refused once it is given. */
    record DeclineApproval(
            CommunicationId approval, @Nullable Personal<String> why, Instant at) implements ApprovalCommand {}
}
