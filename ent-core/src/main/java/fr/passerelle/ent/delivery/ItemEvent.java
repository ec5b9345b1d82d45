package fr.passerelle.ent.delivery;

import fr.passerelle.ent.model.CommunicationId;
import fr.passerelle.ent.model.CommunicationKind;
import fr.passerelle.ent.model.Event;
import fr.passerelle.ent.model.PlaceId;
import fr.passerelle.ent.spi.AccountId;
import fr.passerelle.ent.spi.Next.Effect;
import fr.passerelle.ent.spi.Work.Verb;
import java.time.Instant;
import java.util.Map;

/**
 * What has happened to an item: the delivery ledger. It holds ids and faults, no content, nothing of anybody, no address
 * and no token.
 */
public sealed interface ItemEvent extends Event {

    /** What shall be true on the ENT. */
    enum Wish {
        /** The communication is visible, in its newest revision. */
        PUBLISHED,
        /** It is not visible. */
        WITHDRAWN
    }

    /** How what is wished came true. */
    enum How {
        /** Our steps made it so. */
        APPLIED,
        /** Nothing had to be done. */
        ALREADY,
        /** It was found done after a lost answer. */
        ADOPTED,
        /** A person did it on the ENT's own pages, and a look showed it. */
        SEEN,
        /** A person says so; nothing else tells. */
        WORD
    }

    /** What a look after a lost answer showed. */
    enum Finding {
        /** The step happened. */
        HAPPENED,
        /** Nothing is to be seen yet; it may still happen. */
        NOT_VISIBLE,
        /** Nothing was to be seen after the settle horizon: it did not happen. */
        NOT_DONE
    }

    /**
     * The communication shall be published at this destination.
     *
     * @param destination the destination's key
     * @param marker see {@link fr.passerelle.ent.spi.Work#marker()}
     * @param orderedAt when the communication was to appear; the order of deliveries at a destination
     */
    record ItemRequested(
            ItemId item,
            CommunicationId communication,
            AccountId account,
            PlaceId place,
            String destination,
            String destinationName,
            String marker,
            CommunicationKind kind,
            int revision,
            Instant orderedAt,
            Instant at)
            implements ItemEvent {}

    /** It can never go this way; nothing was tried. */
    record ItemDeclined(FaultNote fault, Instant at) implements ItemEvent {}

    /** A person is to do it, for this and every later revision, on the ENT's own pages. */
    record LeftToPerson(Instant at) implements ItemEvent {}

    /** Another revision shall be there, or none any more. */
    record RevisionRequested(int revision, Wish wish, Instant at) implements ItemEvent {}

    /**
     * A writing step is about to run.
     *
     * @param content keyed hash of what is sent
     * @param lease until when nobody else takes the item for abandoned; the step ends before
     */
    record StepIntended(String step, Effect effect, Verb verb, int revision, String content, Instant at, Instant lease)
            implements ItemEvent {}

    /**
     * A step is done, more may follow.
     *
     * @param handles merged over earlier ones; an empty text removes one
     */
    record StepProgressed(String step, Map<String, String> handles, Instant at) implements ItemEvent {
        public StepProgressed {
            handles = Map.copyOf(handles);
        }
    }

    /**
     * The answer to a step was lost.
     *
     * @param lastByteAt when the last byte may have left
     * @param settledBy when what is not visible did not happen
     * @param nextAt when to look, or to run a repeatable step again
     */
    record StepLost(String step, FaultNote fault, Instant lastByteAt, Instant settledBy, Instant at, Instant nextAt)
            implements ItemEvent {}

    /**
     * Somebody looked what became of a lost step.
     *
     * @param handles of a step that happened
     * @param nextAt when to look again, or to go on
     */
    record StepResolved(String step, Finding finding, Map<String, String> handles, Instant at, Instant nextAt)
            implements ItemEvent {
        public StepResolved {
            handles = Map.copyOf(handles);
        }
    }

    /**
     * The ENT shows it.
     *
     * @param revision the oldest content that may be shown: a correction that came between two steps is not counted
     */
    record ItemConfirmed(String ref, int revision, How how, Instant at) implements ItemEvent {}

    /** The ENT took it and will show it, or take it away, later. */
    record ItemAccepted(Verb verb, String ref, int revision, Instant at, Instant pollAt) implements ItemEvent {}

    /** Nothing happened; or a look after a lost answer failed. */
    record ItemDeferred(FaultNote fault, Instant at, Instant nextAt) implements ItemEvent {}

    /** Nothing will happen until a person or a newer revision changes something. */
    record ItemRefused(int revision, FaultNote fault, Instant at) implements ItemEvent {}

    /** It was tried for long enough, or must be looked at: a person decides. */
    record ItemParked(int revision, FaultNote fault, Instant at) implements ItemEvent {}

    /** Nothing of it is visible on the ENT any more. */
    record ItemWithdrawn(How how, Instant at) implements ItemEvent {}

    /** A person asked to try again. */
    record ItemRetried(Instant at) implements ItemEvent {}
}
