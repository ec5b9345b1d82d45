package fr.passerelle.app.web;

import fr.passerelle.app.approval.Approval;
import fr.passerelle.app.approval.ApprovalCommand.DeclineApproval;
import fr.passerelle.app.approval.ApprovalCommand.GiveApproval;
import fr.passerelle.app.approval.ApprovalReason;
import fr.passerelle.app.approval.Slot;
import fr.passerelle.app.town.Town;
import fr.passerelle.app.user.Right;
import fr.passerelle.ent.communication.Communication;
import fr.passerelle.ent.communication.CommunicationCommand.PublishCommunication;
import fr.passerelle.ent.model.CodedException;
import fr.passerelle.ent.model.CommandId;
import fr.passerelle.ent.model.CommunicationId;
import fr.passerelle.ent.model.Personal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The head's word on what others wrote, in towns that want it. */
@Controller
class ApprovalController {
    private static final int MOST_SIGNS = 500;

    private final Town town;

    ApprovalController(Town town) {
        this.town = town;
    }

    /**
     * A wish, as its communication's page shows it.
     *
     * @param why why it was declined, for this request; or null
     */
    record ApprovalLine(Approval.Status status, @Nullable String why) {
        public boolean isWaiting() {
            return status == Approval.Status.WAITING;
        }

        public boolean isDeclined() {
            return status == Approval.Status.DECLINED;
        }

        @Override
        public String toString() {
            return "ApprovalLine[" + status + "]";
        }
    }

    /** Each of its drafts goes out when its author wanted, or now if that has passed. */
    @PostMapping("/communications/{communication}/approve")
    @Needs(value = Right.APPROVE, trail = "approval.give")
    String approve(Visitor visitor, @PathVariable("communication") String id) {
        Approval asked = asked(id);
        Instant now = town.clock().instant();
        town.send(CommandId.random(), visitor.by(), new GiveApproval(CommunicationPage.id(id), now));
        for (Slot slot : asked.slots()) {
            town.send(
                    new CommandId("approval/" + slot.communication()),
                    visitor.by(),
                    new PublishCommunication(
                            slot.communication(), now, slot.from() == null ? now : slot.from(), slot.until()));
        }
        return "redirect:/communications/" + id;
    }

    @PostMapping("/communications/{communication}/decline")
    @Needs(value = Right.APPROVE, trail = "approval.decline")
    String decline(
            Visitor visitor, @PathVariable("communication") String id, @RequestParam(defaultValue = "") String why) {
        asked(id);
        CommunicationId communication = CommunicationPage.id(id);
        String words = why.strip();
        town.send(
                CommandId.random(),
                visitor.by(),
                new DeclineApproval(
                        communication,
                        words.isEmpty()
                                ? null
                                : Personal.of(
                                        communication.subject(),
                                        words.substring(0, Math.min(words.length(), MOST_SIGNS))),
                        town.clock().instant()));
        return "redirect:/communications/" + id;
    }

    private Approval asked(String id) {
        Approval asked = town.passerelle()
                .states()
                .current(Approval.FEATURE, CommunicationPage.id(id).toString());
        if (asked.approval() == null) {
            throw new CodedException(ApprovalReason.NOT_ASKED, Map.of("communication", id));
        }
        return asked;
    }

    /** What stands on the page of a communication; null where nobody asked. */
    static @Nullable ApprovalLine of(Town town, CommunicationId id) {
        Approval asked = town.passerelle().states().current(Approval.FEATURE, id.toString());
        return asked.approval() == null
                ? null
                : new ApprovalLine(
                        asked.status(),
                        asked.why() != null
                                        && town.passerelle().open(asked.why()) instanceof Personal.Clear<String> clear
                                ? clear.value()
                                : null);
    }

    /** The drafts at a visitor's places on which the head has not decided yet, the oldest wish first. */
    static List<CommunicationPage> waiting(Town town, Visitor visitor) {
        return town.passerelle().states().all(Approval.FEATURE).stream()
                .filter(asked -> asked.status() == Approval.Status.WAITING
                        && asked.place() != null
                        && visitor.isAt(asked.place()))
                .flatMap(asked -> Stream.ofNullable(asked.approval()))
                .map(id -> town.passerelle().states().current(Communication.FEATURE, id.toString()))
                .filter(draft -> draft.status() == Communication.Status.DRAFT)
                .flatMap(draft -> CommunicationPage.of(town, draft).stream())
                .toList();
    }
}
