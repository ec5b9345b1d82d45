package fr.passerelle.ent.model;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What happened to each stream, as the stored events say at this moment. Personal data comes {@link Personal.Sealed}.
 * Safe for several threads.
 */
public interface History {

    /** All events of a stream, oldest first; empty where nothing has happened yet. */
    <E extends Event> List<Dated<E>> of(Feature<?, E, ?> feature, String id);

    /**
     * An event and when it was stored.
     *
     * @param at by the store's clock; what it tells may have happened earlier
     * @param by who asked for it, see {@link Commands#send(CommandId, SubjectId, Command)}; or null
     */
    record Dated<E>(Instant at, E event, @Nullable SubjectId by) {}
}
