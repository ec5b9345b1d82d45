package fr.passerelle.ent.delivery;

import fr.passerelle.ent.delivery.ItemEvent.Finding;
import fr.passerelle.ent.delivery.ItemEvent.How;
import fr.passerelle.ent.delivery.ItemEvent.Wish;
import fr.passerelle.ent.model.Command;
import fr.passerelle.ent.model.CommunicationId;
import fr.passerelle.ent.model.CommunicationKind;
import fr.passerelle.ent.model.PlaceId;
import fr.passerelle.ent.spi.AccountId;
import fr.passerelle.ent.spi.Next.Effect;
import fr.passerelle.ent.spi.Work.Verb;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What can be asked of an item. The events tell what each part means. */
public sealed interface ItemCommand extends Command {
    ItemId item();

    /**
     * Makes an item.
     *
     * @param byHand whether a person does it
     * @param declined why it can never go this way, or null
     */
    record RequestItem(
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
            Instant at,
            boolean byHand,
            @Nullable FaultNote declined)
            implements ItemCommand {}

    /** Asks for another revision; an older one than is wished changes nothing. */
    record RequestRevision(ItemId item, int revision, Wish wish, Instant at) implements ItemCommand {}

    /** A person asks to try again what waits, was refused or was given up. */
    record RetryItem(ItemId item, Instant at) implements ItemCommand {}

    /**
     * A person tells what she sees on the ENT, where it is for her to do or where nothing else can tell.
     *
     * @param done whether it is there, or gone if it was to be taken back
     * @param how {@link How#SEEN} or {@link How#WORD}
     * @param ref the object's id on the ENT, empty where it is not known
     * @param revision that she was shown
     */
    record TellItem(ItemId item, boolean done, How how, String ref, int revision, Instant at) implements ItemCommand {}

    /**
     * What the engine writes down. It names the turn that it saw, and is refused when that turn is over: of two engines,
     * or of an engine and its successor, one goes on.
     */
    sealed interface OfEngine extends ItemCommand {
        /** See {@link Item#turn()}. */
        int turn();
    }

    /** Before a writing step runs. */
    record IntendStep(
            ItemId item,
            int turn,
            String step,
            Effect effect,
            Verb verb,
            int revision,
            String content,
            Instant at,
            Instant lease)
            implements OfEngine {}

    /** A step is done and more may follow. */
    record RecordProgress(ItemId item, int turn, String step, Map<String, String> handles, Instant at)
            implements OfEngine {}

    /** The answer to the step that was intended is lost. */
    record RecordLoss(
            ItemId item, int turn, FaultNote fault, Instant lastByteAt, Instant settledBy, Instant at, Instant nextAt)
            implements OfEngine {}

    /** What a look after a lost answer showed. */
    record RecordFinding(
            ItemId item, int turn, Finding finding, Map<String, String> handles, Instant at, Instant nextAt)
            implements OfEngine {}

    /**
     * The ENT shows it.
     *
     * @param revision that was worked on
     * @param how {@link How#ADOPTED} follows from the ledger
     */
    record ConfirmItem(ItemId item, int turn, String ref, int revision, How how, Instant at) implements OfEngine {}

    /** The ENT took it. */
    record RecordAcceptance(ItemId item, int turn, Verb verb, String ref, int revision, Instant at, Instant pollAt)
            implements OfEngine {}

    /** It did not happen yet. */
    record DeferItem(ItemId item, int turn, FaultNote fault, Instant at, Instant nextAt) implements OfEngine {}

    /** It will not happen. */
    record RefuseItem(ItemId item, int turn, int revision, FaultNote fault, Instant at) implements OfEngine {}

    /** A person must decide. */
    record ParkItem(ItemId item, int turn, int revision, FaultNote fault, Instant at) implements OfEngine {}

    /** Nothing of it is visible any more. */
    record RecordWithdrawal(ItemId item, int turn, How how, Instant at) implements OfEngine {}
}
