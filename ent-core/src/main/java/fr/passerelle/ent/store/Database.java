package fr.passerelle.ent.store;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** The database under a store: where its two kinds, SQLite and PostgreSQL, differ in deeds. */
interface Database extends AutoCloseable {

    Dialect dialect();

    /**
     * A connection for the one writer.
     *
     * @throws fr.passerelle.ent.model.CodedException {@link StoreReason#IN_USE} if another process is the writer
     */
    Connection openWriter() throws SQLException;

    /** Gives a writer's connection back, so that another process may become the writer. */
    void releaseWriter(Connection writer) throws SQLException;

    /** Connections that see committed data and cannot write. */
    DataSource readers();

    /** Makes sure that no other transaction hands out positions until this one has ended. */
    void lockPositions(Connection writer) throws SQLException;

    /** Makes every read of this connection see the same moment, until {@link Connection#rollback}. */
    void beginSnapshot(Connection reader) throws SQLException;

    /** Whether the database itself finds its files in order. */
    boolean isSound(Connection reader) throws SQLException;

    /** Whether a statement failed because a key exists already. */
    boolean isKeyTaken(SQLException failure);

    /** Table names begin with it. */
    default String prefix() {
        return dialect().prefix(Schema.STORE.name());
    }

    @Override
    void close();
}
