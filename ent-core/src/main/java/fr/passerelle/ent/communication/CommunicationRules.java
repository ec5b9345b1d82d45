package fr.passerelle.ent.communication;

import fr.passerelle.ent.communication.Communication.Status;
import fr.passerelle.ent.communication.CommunicationCommand.ConfirmPlan;
import fr.passerelle.ent.communication.CommunicationCommand.CorrectCommunication;
import fr.passerelle.ent.communication.CommunicationCommand.EraseCommunication;
import fr.passerelle.ent.communication.CommunicationCommand.PublishCommunication;
import fr.passerelle.ent.communication.CommunicationCommand.RewriteDraft;
import fr.passerelle.ent.communication.CommunicationCommand.WithdrawCommunication;
import fr.passerelle.ent.communication.CommunicationCommand.WriteCommunication;
import fr.passerelle.ent.communication.CommunicationEvent.CommunicationCorrected;
import fr.passerelle.ent.communication.CommunicationEvent.CommunicationErased;
import fr.passerelle.ent.communication.CommunicationEvent.CommunicationPublished;
import fr.passerelle.ent.communication.CommunicationEvent.CommunicationWithdrawn;
import fr.passerelle.ent.communication.CommunicationEvent.CommunicationWritten;
import fr.passerelle.ent.communication.CommunicationEvent.DraftRewritten;
import fr.passerelle.ent.communication.CommunicationEvent.PlanConfirmed;
import fr.passerelle.ent.model.CommunicationId;
import fr.passerelle.ent.model.Decider;
import fr.passerelle.ent.model.Decision;
import fr.passerelle.ent.model.Personal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/** Draft → published → corrected … → withdrawn → erased. */
final class CommunicationRules implements Decider<CommunicationCommand, CommunicationEvent, Communication> {
    private static final int TITLE_LIMIT = 200;
    private static final int BODY_LIMIT = 100_000;

    @Override
    public Communication initial() {
        return Communication.NOTHING;
    }

    @Override
    public Decision<CommunicationEvent> decide(Communication state, CommunicationCommand command) {
        if (command instanceof WriteCommunication write) {
            return state.status() == Status.UNKNOWN
                    ? write(write)
                    : Decision.refuse(CommunicationReason.COMMUNICATION_EXISTS, "communication", write.communication());
        }
        if (state.status() == Status.UNKNOWN) {
            return Decision.refuse(CommunicationReason.UNKNOWN_COMMUNICATION, "communication", command.communication());
        }
        if (command instanceof ConfirmPlan plan) {
            return plan.revision() > state.plannedRevision() && plan.revision() <= state.revision()
                    ? Decision.accept(new PlanConfirmed(plan.revision(), plan.items()))
                    : Decision.accept();
        }
        if (command instanceof WithdrawCommunication withdraw) {
            return state.status() == Status.WITHDRAWN || state.status() == Status.ERASED
                    ? Decision.accept()
                    : Decision.accept(new CommunicationWithdrawn(state.revision() + 1, withdraw.at()));
        }
        if (command instanceof EraseCommunication erase) {
            return state.status() == Status.ERASED ? Decision.accept() : Decision.accept(erased(state, erase));
        }
        if (state.status() == Status.ERASED) {
            return Decision.refuse(CommunicationReason.ERASED, "communication", command.communication());
        }
        if (state.status() == Status.WITHDRAWN) {
            return Decision.refuse(CommunicationReason.WITHDRAWN, "communication", command.communication());
        }
        if (command instanceof RewriteDraft rewrite) {
            if (state.status() == Status.PUBLISHED) {
                return Decision.refuse(CommunicationReason.ALREADY_PUBLISHED, "communication", rewrite.communication());
            }
            return rewrite.audience().isEmpty()
                    ? Decision.refuse(CommunicationReason.AUDIENCE_EMPTY)
                    : withFiles(
                            rewrite.communication(),
                            rewrite.attachments(),
                            () -> texts(
                                    rewrite.communication(),
                                    rewrite.title(),
                                    rewrite.html(),
                                    (title, html) -> new DraftRewritten(
                                            rewrite.audience(), title, html, rewrite.attachments())));
        }
        if (command instanceof PublishCommunication publish) {
            return state.status() == Status.PUBLISHED ? Decision.accept() : publish(publish);
        }
        CorrectCommunication correct = (CorrectCommunication) command;
        if (state.status() == Status.DRAFT) {
            return Decision.refuse(CommunicationReason.NOT_PUBLISHED, "communication", correct.communication());
        }
        return texts(
                correct.communication(),
                correct.title(),
                correct.html(),
                (title, html) -> new CommunicationCorrected(state.revision() + 1, title, html, correct.at()));
    }

    /** The key is gone, whatever the state: an older copy of the store may say that it is still published. */
    private static CommunicationErased erased(Communication state, EraseCommunication erase) {
        return new CommunicationErased(
                state.status() == Status.PUBLISHED ? state.revision() + 1 : state.revision(), erase.at());
    }

    private static Decision<CommunicationEvent> publish(PublishCommunication publish) {
        Instant from = publish.from().isBefore(publish.at()) ? publish.at() : publish.from();
        Instant until = publish.until();
        return until != null && !until.isAfter(from)
                ? Decision.refuse(CommunicationReason.ENDS_BEFORE_IT_BEGINS)
                : Decision.accept(new CommunicationPublished(publish.at(), from, until));
    }

    private static Decision<CommunicationEvent> write(WriteCommunication write) {
        return write.audience().isEmpty()
                ? Decision.refuse(CommunicationReason.AUDIENCE_EMPTY)
                : withFiles(
                        write.communication(),
                        write.attachments(),
                        () -> texts(
                                write.communication(),
                                write.title(),
                                write.html(),
                                (title, html) -> new CommunicationWritten(
                                        write.communication(),
                                        write.place(),
                                        write.author(),
                                        write.audience(),
                                        write.kind(),
                                        title,
                                        html,
                                        write.attachments())));
    }

    private static Decision<CommunicationEvent> withFiles(
            CommunicationId communication,
            List<Attachment> attachments,
            Supplier<Decision<CommunicationEvent>> otherwise) {
        return AttachmentRules.together(communication, attachments)
                .<Decision<CommunicationEvent>>map(Decision.Refused::new)
                .orElseGet(otherwise);
    }

    /** Checks and cleans title and text, and binds them to the communication's key. */
    private static Decision<CommunicationEvent> texts(
            CommunicationId communication,
            String title,
            String html,
            BiFunction<Personal<String>, Personal<String>, CommunicationEvent> event) {
        String line = title.strip().replaceAll("\\s+", " ");
        if (line.isEmpty()) {
            return Decision.refuse(CommunicationReason.TITLE_MISSING);
        }
        Optional<Decision<CommunicationEvent>> tooLong = tooLong(line, TITLE_LIMIT, CommunicationReason.TITLE_TOO_LONG);
        if (tooLong.isPresent()) {
            return tooLong.get();
        }
        String clean = RichText.clean(html);
        return tooLong(clean, BODY_LIMIT, CommunicationReason.BODY_TOO_LONG)
                .orElseGet(() -> Decision.accept(event.apply(
                        Personal.of(communication.subject(), line), Personal.of(communication.subject(), clean))));
    }

    private static Optional<Decision<CommunicationEvent>> tooLong(String text, int limit, CommunicationReason reason) {
        int length = text.codePointCount(0, text.length());
        return length <= limit
                ? Optional.empty()
                : Optional.of(Decision.refuse(
                        reason, Map.of("limit", Integer.toString(limit), "length", Integer.toString(length))));
    }

    @Override
    public Communication evolve(Communication state, CommunicationEvent event) {
        if (event instanceof CommunicationWritten written) {
            return new Communication(
                    written.communication(),
                    written.place(),
                    written.author(),
                    written.audience(),
                    written.kind(),
                    written.title(),
                    written.html(),
                    written.attachments(),
                    Status.DRAFT,
                    0,
                    0,
                    0,
                    null,
                    null,
                    null);
        }
        if (event instanceof DraftRewritten rewritten) {
            return state.saying(rewritten.audience(), rewritten.title(), rewritten.html(), rewritten.attachments());
        }
        if (event instanceof CommunicationPublished published) {
            return state.published(published);
        }
        if (event instanceof CommunicationCorrected corrected) {
            return state.saying(state.audience(), corrected.title(), corrected.html(), state.attachments())
                    .revised(Status.PUBLISHED, corrected.revision(), corrected.at());
        }
        if (event instanceof CommunicationWithdrawn withdrawn) {
            return state.revised(Status.WITHDRAWN, withdrawn.revision(), withdrawn.at());
        }
        if (event instanceof CommunicationErased erased) {
            return state.revised(Status.ERASED, erased.revision(), erased.at());
        }
        return state.planned((PlanConfirmed) event);
    }
}
