package fr.passerelle.ent.delivery;

import fr.passerelle.ent.model.States;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Waits for the read model: what is looked up there next must include what has just been written. */
final class ReadModel {
    private static final Logger LOG = LoggerFactory.getLogger(ReadModel.class);
    /** It follows within milliseconds; this is for a machine that is very busy. */
    private static final Duration AT_MOST = Duration.ofSeconds(10);

    private ReadModel() {}

    /** @param position 0 for none */
    static void reaches(long position, States states) {
        if (position > 0 && !states.awaitPosition(position, AT_MOST)) {
            LOG.warn("The read model has not reached position {} within {}.", position, AT_MOST);
        }
    }

    /** Everything that was stored before this call. */
    static void catchesUp(States states) {
        if (!states.catchUp(AT_MOST)) {
            LOG.warn("The read model has not caught up within {}.", AT_MOST);
        }
    }
}
