package fr.passerelle.ent.communication;

import fr.passerelle.ent.communication.CommunicationEvent.CommunicationCorrected;
import fr.passerelle.ent.communication.CommunicationEvent.CommunicationErased;
import fr.passerelle.ent.communication.CommunicationEvent.CommunicationPublished;
import fr.passerelle.ent.communication.CommunicationEvent.CommunicationWithdrawn;
import fr.passerelle.ent.communication.CommunicationEvent.CommunicationWritten;
import fr.passerelle.ent.communication.CommunicationEvent.DraftRewritten;
import fr.passerelle.ent.communication.CommunicationEvent.PlanConfirmed;
import fr.passerelle.ent.model.AttachmentId;
import fr.passerelle.ent.model.Claim;
import fr.passerelle.ent.model.CommunicationId;
import fr.passerelle.ent.model.CommunicationKind;
import fr.passerelle.ent.model.EventType;
import fr.passerelle.ent.model.Feature;
import fr.passerelle.ent.model.PersonId;
import fr.passerelle.ent.model.Personal;
import fr.passerelle.ent.model.PlaceId;
import fr.passerelle.ent.model.StateIndex;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A communication as its events make it.
 *
 * @param communication null only before it is written, like {@code place}, {@code audience}, {@code kind},
 *     {@code title} and {@code html}
 * @param author null where the place itself speaks
 * @param html in the subset of {@link RichText}
 * @param attachments in the order in which readers see them
 * @param revision 0 for a draft, 1 once published, one more for each correction and for the withdrawal
 * @param plannedRevision the last revision whose items are planned
 * @param items how many items there are over all accounts
 * @param from when it is to appear; null for a draft
 * @param until when it is to be taken back, or null
 * @param changedAt when the present revision was made; null for a draft
 */
public record Communication(
        @Nullable CommunicationId communication,
        @Nullable PlaceId place,
        @Nullable PersonId author,
        @Nullable Audience audience,
        @Nullable CommunicationKind kind,
        @Nullable Personal<String> title,
        @Nullable Personal<String> html,
        List<Attachment> attachments,
        Status status,
        int revision,
        int plannedRevision,
        int items,
        @Nullable Instant from,
        @Nullable Instant until,
        @Nullable Instant changedAt) {

    /** Where it stands in its author's eyes; what each ENT made of it is told by its items. */
    public enum Status {
        /** Nothing is written yet. */
        UNKNOWN,
        /** Its author still works on it. */
        DRAFT,
        /** It shall be on every ENT of its place. */
        PUBLISHED,
        /** It shall be on none any more. */
        WITHDRAWN,
        /** It shall be on none any more, and nobody can read it again. */
        ERASED
    }

    /**
     * How the store runs this feature; streams are {@code communication/UUID}, listed under their place and in the group
     * of their author, due while a revision is not planned, and again when it is to be taken back.
     */
    public static final Feature<CommunicationCommand, CommunicationEvent, Communication> FEATURE = new Feature<>(
            "communication",
            CommunicationCommand.class,
            command -> command.communication().toString(),
            new CommunicationRules(),
            Communication.class,
            Communication::index,
            Map.of(
                    CommunicationWritten.class, new EventType("communication.written", 1),
                    DraftRewritten.class, new EventType("communication.draft-rewritten", 1),
                    CommunicationPublished.class, new EventType("communication.published", 1),
                    CommunicationCorrected.class, new EventType("communication.corrected", 1),
                    CommunicationWithdrawn.class, new EventType("communication.withdrawn", 1),
                    CommunicationErased.class, new EventType("communication.erased", 1),
                    PlanConfirmed.class, new EventType("communication.plan-confirmed", 1)),
            Communication::claims,
            CommunicationReason.COMMUNICATION_EXISTS);

    static final Communication NOTHING = new Communication(
            null, null, null, null, null, null, null, List.of(), Status.UNKNOWN, 0, 0, 0, null, null, null);

    public Communication {
        attachments = List.copyOf(attachments);
    }

    Communication saying(
            @Nullable Audience audience, Personal<String> title, Personal<String> html, List<Attachment> attachments) {
        return new Communication(
                communication,
                place,
                author,
                audience,
                kind,
                title,
                html,
                attachments,
                status,
                revision,
                plannedRevision,
                items,
                from,
                until,
                changedAt);
    }

    Communication published(CommunicationPublished event) {
        return new Communication(
                communication,
                place,
                author,
                audience,
                kind,
                title,
                html,
                attachments,
                Status.PUBLISHED,
                1,
                plannedRevision,
                items,
                event.from(),
                event.until(),
                event.at());
    }

    Communication revised(Status status, int revision, Instant changedAt) {
        return new Communication(
                communication,
                place,
                author,
                audience,
                kind,
                title,
                html,
                attachments,
                status,
                revision,
                plannedRevision,
                items,
                from,
                until,
                changedAt);
    }

    Communication planned(PlanConfirmed plan) {
        return new Communication(
                communication,
                place,
                author,
                audience,
                kind,
                title,
                html,
                attachments,
                status,
                revision,
                plan.revision(),
                plan.items(),
                from,
                until,
                changedAt);
    }

    /** Each file that it names: what no communication claims, the store may drop. */
    private static List<Claim> claims(CommunicationEvent event) {
        if (event instanceof CommunicationWritten written) {
            return taken(written.attachments());
        }
        if (event instanceof DraftRewritten rewritten) {
            List<Claim> claims = new ArrayList<>(List.of(new Claim.Release(AttachmentId.NAMESPACE)));
            claims.addAll(taken(rewritten.attachments()));
            return claims;
        }
        if (event instanceof CommunicationErased) {
            return List.of(new Claim.Release(AttachmentId.NAMESPACE));
        }
        return List.of();
    }

    private static List<Claim> taken(List<Attachment> attachments) {
        return attachments.stream()
                .<Claim>map(
                        file -> new Claim.Take(AttachmentId.NAMESPACE, file.id().value()))
                .toList();
    }

    private StateIndex index() {
        return new StateIndex(
                place == null ? null : place.value(),
                author == null ? null : author.toString(),
                status.name().toLowerCase(Locale.ROOT),
                dueAt());
    }

    /** When somebody must plan its items, or take it back. */
    private @Nullable Instant dueAt() {
        if (revision == plannedRevision) {
            return status == Status.PUBLISHED ? until : null;
        }
        boolean waits = status == Status.PUBLISHED && from != null && changedAt != null && from.isAfter(changedAt);
        return waits ? from : changedAt;
    }
}
