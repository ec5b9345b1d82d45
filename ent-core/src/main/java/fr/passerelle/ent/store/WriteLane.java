package fr.passerelle.ent.store;

import fr.passerelle.ent.model.StoreUnavailable;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.jdbc.ConnectionWrapperFactory;
import org.axonframework.common.jdbc.ConnectionWrapperFactory.NoOpCloseHandler;
import org.axonframework.common.transaction.Transaction;
import org.axonframework.common.transaction.TransactionManager;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that writes: commands and the processor's batches wait in its queue and are transactions of its one
 * connection, one after the other. So nobody waits for the database's lock by polling it, positions have no gaps, and
 * what a command reads cannot change before it commits.
 *
 * <p>It is Axon's transaction manager as well: its coordinator's transactions hop onto this thread, its worker runs here.
 */
final class WriteLane implements TransactionManager, ConnectionProvider, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WriteLane.class);
    private static final int VALIDATION_SECONDS = 2;

    private final Database database;
    private final ScheduledThreadPoolExecutor thread;

    // Only the lane's thread touches these.
    private @Nullable Thread self;
    private @Nullable Connection connection;
    private @Nullable Connection shared;
    private boolean inTransaction;

    /** Work of one transaction. */
    interface Work<T> {
        T run(Connection connection) throws SQLException;
    }

    WriteLane(Database database) {
        this.database = database;
        this.thread = new ScheduledThreadPoolExecutor(1, task -> {
            Thread created = new Thread(task, "passerelle-writer");
            created.setDaemon(true);
            return created;
        });
        thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        call(() -> self = Thread.currentThread());
    }

    /** Where the processor's worker runs. */
    ScheduledExecutorService executor() {
        return thread;
    }

    /**
     * Runs work in a transaction of its own, or in the current one when called on the lane; returns once it is
     * committed.
     *
     * @throws StoreUnavailable if the database refused; the transaction had no effect, unless only the answer to its
     *     commit was lost
     */
    <T> T transact(Work<T> work) {
        return onLane() ? joined(work) : call(() -> joined(work));
    }

    /** Runs something on the lane's thread between two transactions. */
    <T> T call(Callable<T> task) {
        Future<T> future;
        try {
            future = thread.submit(task);
        } catch (RejectedExecutionException e) {
            throw new StoreUnavailable("The store is closed.", e);
        }
        // What is queued will happen: to stop waiting because of an interrupt would leave its outcome unknown.
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return future.get();
                } catch (InterruptedException e) {
                    interrupted = true;
                } catch (ExecutionException e) {
                    throw rethrown(e);
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static RuntimeException rethrown(ExecutionException e) {
        if (e.getCause() instanceof RuntimeException failure) {
            // The caller's own frames help whoever reads the trace.
            failure.addSuppressed(new IllegalStateException("Called from here."));
            return failure;
        }
        if (e.getCause() instanceof Error error) {
            throw error;
        }
        return new IllegalStateException(e.getCause());
    }

    boolean onLane() {
        return Thread.currentThread() == self;
    }

    private <T> T joined(Work<T> work) {
        if (inTransaction) {
            return answered(work);
        }
        Transaction transaction = startTransaction();
        try {
            T result = answered(work);
            transaction.commit();
            return result;
        } catch (Throwable e) {
            transaction.rollback();
            throw e;
        }
    }

    private <T> T answered(Work<T> work) {
        try {
            return work.run(current());
        } catch (SQLException e) {
            throw unavailable(e);
        }
    }

    private Connection current() {
        if (shared == null || !inTransaction) {
            throw new IllegalStateException("No transaction is open.");
        }
        return shared;
    }

    @Override
    public Connection getConnection() {
        return current();
    }

    @Override
    public Transaction startTransaction() {
        if (!onLane() || inTransaction) {
            throw new IllegalStateException("A transaction begins on the writer's thread, one at a time.");
        }
        try {
            begin();
        } catch (SQLException e) {
            discard();
            throw unavailable(e);
        }
        inTransaction = true;
        return new Transaction() {
            @Override
            public void commit() {
                WriteLane.this.commit();
            }

            @Override
            public void rollback() {
                WriteLane.this.rollback();
            }
        };
    }

    private void begin() throws SQLException {
        if (connection == null) {
            connection = database.openWriter();
            shared = ConnectionWrapperFactory.wrap(connection, new NoOpCloseHandler());
        }
        connection.setAutoCommit(false);
    }

    private void commit() {
        try {
            inTransaction = false;
            if (connection != null) {
                // JDBC: switching back to auto-commit commits. SQLite's driver would otherwise begin the next
                // transaction at once and hold the writer's lock while idle.
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            discard();
            throw unavailable(e);
        }
    }

    private void rollback() {
        if (!inTransaction) {
            return;
        }
        inTransaction = false;
        try {
            if (connection != null) {
                connection.rollback();
                connection.setAutoCommit(true);
                if (!connection.isValid(VALIDATION_SECONDS)) {
                    discard();
                }
            }
        } catch (SQLException e) {
            LOG.warn("The writer's connection is given up after a failed rollback", e);
            discard();
        }
    }

    private void discard() {
        try {
            if (connection != null) {
                connection.close();
            }
        } catch (SQLException e) {
            LOG.debug("The writer's connection did not close", e);
        }
        connection = null;
        shared = null;
    }

    @Override
    public void executeInTransaction(Runnable task) {
        transact(ignored -> {
            task.run();
            return true;
        });
    }

    @Override
    public <T> T fetchInTransaction(Supplier<T> supplier) {
        return transact(ignored -> supplier.get());
    }

    private static StoreUnavailable unavailable(SQLException e) {
        return new StoreUnavailable("The store cannot be written now.", e);
    }

    /** Finishes what is queued and gives the connection back. */
    @Override
    public void close() {
        if (thread.isShutdown()) {
            return;
        }
        call(() -> {
            if (connection != null) {
                database.releaseWriter(connection);
            }
            connection = null;
            shared = null;
            return true;
        });
        thread.shutdown();
        try {
            if (!thread.awaitTermination(10, TimeUnit.SECONDS)) {
                LOG.warn("The writer's thread is still busy");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
