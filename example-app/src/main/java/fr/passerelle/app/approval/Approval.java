package fr.passerelle.app.approval;

import fr.passerelle.app.approval.ApprovalCommand.AskApproval;
import fr.passerelle.app.approval.ApprovalCommand.DeclineApproval;
import fr.passerelle.app.approval.ApprovalCommand.GiveApproval;
import fr.passerelle.app.approval.ApprovalEvent.ApprovalAsked;
import fr.passerelle.app.approval.ApprovalEvent.ApprovalDeclined;
import fr.passerelle.app.approval.ApprovalEvent.ApprovalGiven;
import fr.passerelle.ent.model.CommunicationId;
import fr.passerelle.ent.model.Decider;
import fr.passerelle.ent.model.Decision;
import fr.passerelle.ent.model.EventType;
import fr.passerelle.ent.model.Feature;
import fr.passerelle.ent.model.Personal;
import fr.passerelle.ent.model.PlaceId;
import fr.passerelle.ent.model.StateIndex;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A wish to publish as its events make it.
 *
 * @param approval null only before somebody asked, like {@code place}; the id of the first draft
 * @param why why it was declined, or null
 */
public record Approval(
        @Nullable CommunicationId approval,
        @Nullable PlaceId place,
        List<Slot> slots,
        Status status,
        @Nullable Personal<String> why) {

    /** What became of it. */
    public enum Status {
        /** Nobody asked. */
        NONE,
        /** The head has not decided yet. */
        WAITING,
        /** It went out. */
        GIVEN,
        /** It went back to its author. */
        DECLINED
    }

    /** How the store runs this feature; streams are {@code approval/COMMUNICATION}, under their place. */
    public static final Feature<ApprovalCommand, ApprovalEvent, Approval> FEATURE = new Feature<>(
            "approval",
            ApprovalCommand.class,
            command -> command.approval().toString(),
            new Rules(),
            Approval.class,
            state -> new StateIndex(
                    state.place == null ? null : state.place.value(),
                    null,
                    state.status.name().toLowerCase(Locale.ROOT),
                    null),
            Map.of(
                    ApprovalAsked.class, new EventType("approval.asked", 1),
                    ApprovalGiven.class, new EventType("approval.given", 1),
                    ApprovalDeclined.class, new EventType("approval.declined", 1)),
            event -> List.of(),
            ApprovalReason.DECIDED_OTHERWISE);

    private static final class Rules implements Decider<ApprovalCommand, ApprovalEvent, Approval> {
        @Override
        public Approval initial() {
            return new Approval(null, null, List.of(), Status.NONE, null);
        }

        @Override
        public Decision<ApprovalEvent> decide(Approval state, ApprovalCommand command) {
            if (command instanceof AskApproval ask) {
                return state.status == Status.NONE
                        ? Decision.accept(new ApprovalAsked(ask.approval(), ask.place(), ask.slots(), ask.at()))
                        : Decision.accept();
            }
            if (state.status == Status.NONE) {
                return Decision.refuse(ApprovalReason.NOT_ASKED, "communication", command.approval());
            }
            Status wanted = command instanceof GiveApproval ? Status.GIVEN : Status.DECLINED;
            if (state.status != Status.WAITING) {
                return state.status == wanted ? Decision.accept() : Decision.refuse(ApprovalReason.DECIDED_OTHERWISE);
            }
            return Decision.accept(
                    command instanceof DeclineApproval decline
                            ? new ApprovalDeclined(decline.why(), decline.at())
                            : new ApprovalGiven(((GiveApproval) command).at()));
        }

        @Override
        public Approval evolve(Approval state, ApprovalEvent event) {
            if (event instanceof ApprovalAsked asked) {
                return new Approval(asked.approval(), asked.place(), asked.slots(), Status.WAITING, null);
            }
            return event instanceof ApprovalDeclined declined
                    ? new Approval(state.approval, state.place, state.slots, Status.DECLINED, declined.why())
                    : new Approval(state.approval, state.place, state.slots, Status.GIVEN, null);
        }
    }
}
