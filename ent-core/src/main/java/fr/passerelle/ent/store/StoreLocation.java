package fr.passerelle.ent.store;

import java.nio.file.Path;
import javax.sql.DataSource;

/** Where events are kept. */
public sealed interface StoreLocation {

    /**
     * A SQLite database of this machine, for one process. Never on a network share.
     *
     * @param database its file; it and its directory are made when they are missing
     */
    record File(Path database) implements StoreLocation {}

    /**
     * A PostgreSQL database, 15 or newer; everything lies in its schema {@code passerelle}.
     *
     * @param database gives connections that may create that schema; up to six are used at once, one of them for as long
     *     as the store is open
     */
    record Shared(DataSource database) implements StoreLocation {}
}
