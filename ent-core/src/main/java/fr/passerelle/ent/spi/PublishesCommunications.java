package fr.passerelle.ent.spi;

import fr.passerelle.ent.model.CommunicationKind;
import java.util.List;

/**
 * Publishes, corrects and takes back communications.
 *
 * <p>A publication is several requests, and any answer may be lost. So the connector never runs a sequence: it says the
 * next step, the engine writes the intent down, runs the step and writes down what came of it, then asks again.
 */
public interface PublishesCommunications {

    /**
     * Which walls, threads or groups an audience means here for a kind of communication. Pure; asked only for what the
     * descriptor declares.
     *
     * @return at least one destination, each reaching no one outside the audience; an empty list when this profile cannot
     *     address such an audience without widening it
     */
    List<Destination> destinations(CommunicationKind kind, TargetAudience audience);

    /** What the ENT will show. Pure. */
    Rendering render(Content content, String marker);

    /**
     * What is to be done now for this item. Pure: decides by verb, revision and progress; a verb may be asked for again
     * after it was done, for a later revision, and the last step's outcome ends it.
     *
     * <p>A correction may arrive between two steps. The content is then the newer one, and the engine asks for an edit
     * once the verb under way is done; the connector need not care. Where the descriptor declares no edits, the connector
     * may still find that the object holds the revision asked for and finish as {@link Outcome.Applied}; everything else
     * the engine refuses without running it.
     *
     * @return a step to run, or {@link Next.Finished} when progress shows that nothing is left to do
     */
    Next next(Work work);

    /**
     * Looks, by read-only requests, what became of a {@link Next.Effect#ONCE} step whose answer was lost.
     *
     * <p>{@link Resolution.Happened} needs evidence of this very step: the marker on a new object, a version or date newer
     * than a handle tells. That the ENT shows what is wished proves nothing: it may have shown it before, and the step
     * may still take effect.
     *
     * @param work as for that step; title, text and the names of files are empty where what was sent is no longer known
     * @param step the name of that step
     */
    Resolution resolve(EntSession session, Work work, String step);
}
