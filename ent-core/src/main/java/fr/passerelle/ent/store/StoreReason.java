package fr.passerelle.ent.store;

import fr.passerelle.ent.model.Coded;

/** What can be wrong with a store. The second half are findings of {@link Store#verify}. */
public enum StoreReason implements Coded {
    /** Another process writes to this store. Fact: {@code store}. */
    IN_USE("ENT-501"),
    /** The store cannot be read or written now. */
    UNAVAILABLE("ENT-502"),
    /** A stored event was changed. Facts: {@code position}, {@code stream}. */
    EVENT_DAMAGED("ENT-503"),
    /** No feature knows a stored event; a newer version wrote it. Facts: {@code position}, {@code type}. */
    EVENT_UNKNOWN("ENT-504"),
    /** The store was made by a newer version. Fact: {@code version}. */
    NEWER_SCHEMA("ENT-505"),
    /** PostgreSQL is backed up by its own tools. */
    BACKUP_BY_PG_DUMP("ENT-506"),
    /** The directory holds a backup already. Fact: {@code directory}. */
    BACKUP_EXISTS("ENT-507"),
    /** The directory holds no whole backup. Fact: {@code directory}. */
    NO_BACKUP("ENT-508"),
    /** A backup cannot be written or read. Fact: {@code directory}. */
    BACKUP_FAILED("ENT-509"),

    /** Positions are missing. Facts: {@code position} (the first one missing), {@code count}. */
    HOLE_IN_POSITIONS("ENT-511"),
    /** A stream misses an event. Facts: {@code stream}, {@code sequence}. */
    HOLE_IN_STREAM("ENT-512"),
    /** An event does not follow the one before in its stream. Facts: {@code position}, {@code stream}. */
    CHAIN_BROKEN("ENT-513"),
    /** The read model differs from the events. Fact: {@code stream}. */
    STATE_DIFFERS("ENT-514"),
    /** The claims of a stream differ from its events. Fact: {@code stream}. */
    CLAIMS_DIFFER("ENT-515"),
    /** SQLite finds its own file damaged. */
    FILE_DAMAGED("ENT-516"),
    /** A file that a communication names is not there. Facts: {@code attachment}, {@code stream}. */
    ATTACHMENT_MISSING("ENT-517"),
    /** An attached file was changed. Facts: {@code attachment}, {@code stream}. */
    ATTACHMENT_DAMAGED("ENT-518");

    private final String code;

    StoreReason(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
