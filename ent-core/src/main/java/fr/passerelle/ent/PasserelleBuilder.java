package fr.passerelle.ent;

import fr.passerelle.ent.delivery.DeliveryEngine;
import fr.passerelle.ent.http.HttpLimits;
import fr.passerelle.ent.model.Feature;
import fr.passerelle.ent.privacy.MasterKey;
import fr.passerelle.ent.privacy.SubjectKeys;
import fr.passerelle.ent.spi.EntAccount;
import fr.passerelle.ent.spi.EntConnectorProvider;
import fr.passerelle.ent.store.JdbcSubjectKeys;
import fr.passerelle.ent.store.Store;
import fr.passerelle.ent.store.StoreLocation;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.ServiceLoader;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** What Passerelle needs to open. The store, the keys and the master key must be named; the rest has defaults. */
public final class PasserelleBuilder {
    @Nullable
    StoreLocation store;

    @Nullable
    Function<InstantSource, SubjectKeys> keys;

    @Nullable
    MasterKey masterKey;

    final List<EntAccount> accounts = new ArrayList<>();
    final List<Feature<?, ?, ?>> features = new ArrayList<>();
    private final List<EntConnectorProvider> providers = new ArrayList<>();
    InstantSource clock = Clock.systemUTC();
    HttpLimits limits = HttpLimits.DEFAULT;
    boolean deliversByItself = true;

    @Nullable
    Duration watch;

    PasserelleBuilder() {}

    /** Keeps events in a SQLite file of this machine; made if it is missing. */
    public PasserelleBuilder store(Path database) {
        store = new StoreLocation.File(database);
        return this;
    }

    /** Keeps events in PostgreSQL, in a schema of their own. */
    public PasserelleBuilder store(DataSource database) {
        store = new StoreLocation.Shared(database);
        return this;
    }

    /** Keeps keys in a SQLite file, which must not lie beside the store's backups. */
    public PasserelleBuilder keys(Path database) {
        keys = time -> JdbcSubjectKeys.file(database, time);
        return this;
    }

    /** Keeps keys in a PostgreSQL database, which must not be the store's. */
    public PasserelleBuilder keys(DataSource database) {
        keys = time -> JdbcSubjectKeys.database(database, time);
        return this;
    }

    /** The secret that wraps every key. */
    public PasserelleBuilder masterKey(MasterKey key) {
        masterKey = key;
        return this;
    }

    /** Adds an account on an ENT. */
    public PasserelleBuilder account(EntAccount account) {
        accounts.add(account);
        return this;
    }

    /** Adds a connector; without any, those that {@code ServiceLoader} finds are used. */
    public PasserelleBuilder connector(EntConnectorProvider provider) {
        providers.add(provider);
        return this;
    }

    /**
     * Adds a feature of the embedding app: its streams live in the same store, under the same keys, checks and backups. Its
     * name and the names of its events are for ever, and must not be one of ours.
     */
    public PasserelleBuilder feature(Feature<?, ?, ?> feature) {
        features.add(feature);
        return this;
    }

    /** The clock of everything; the system's by default. */
    public PasserelleBuilder clock(InstantSource clock) {
        this.clock = clock;
        return this;
    }

    /** Sizes and times that bound every request to an ENT. */
    public PasserelleBuilder limits(HttpLimits limits) {
        this.limits = limits;
        return this;
    }

    /** Leaves delivery to whoever calls {@link DeliveryEngine#runDue}; by default it lives by itself. */
    public PasserelleBuilder deliversOnlyWhenAsked() {
        deliversByItself = false;
        return this;
    }

    /**
     * Asks every service account at regular times whether it can work, by read-only requests, and keeps the answers
     * ({@link Passerelle#availability}); by default nobody is asked.
     */
    public PasserelleBuilder watchesEvery(Duration time) {
        watch = time;
        return this;
    }

    /**
     * Opens the store, completes erasures that were interrupted, and begins to deliver what is due.
     *
     * @throws IllegalStateException if the store, the keys or the master key is not named
     * @throws IllegalArgumentException if an account names a connector or profile that is not there, or its settings
     *     do not fit; the sentence names the setting
     * @throws fr.passerelle.ent.model.CodedException if another process has the store open, or the keys do not fit it
     * @throws fr.passerelle.ent.model.StoreUnavailable if the store cannot be reached
     */
    public Passerelle open() {
        Deque<AutoCloseable> open = new ArrayDeque<>();
        try {
            return new Passerelle(this, open);
        } catch (RuntimeException e) {
            try {
                Passerelle.closeAll(open);
            } catch (RuntimeException second) {
                e.addSuppressed(second);
            }
            throw e;
        }
    }

    /**
     * Puts a backup in the place of the store; see {@link Store#restore}. Whoever was erased since stays erased: the
     * keys are not in the backup.
     */
    public void restore(Path directory) {
        try (SubjectKeys present = Passerelle.named(keys, "keys").apply(clock)) {
            Store.restore(directory, Passerelle.named(store, "store"), present);
        }
    }

    EntConnectorProvider provider(EntAccount account) {
        return (providers.isEmpty() ? found() : providers)
                .stream()
                        .filter(provider -> provider.id().equals(account.connector())
                                && provider.profiles().contains(account.profile()))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException("The account " + account.id()
                                + " asks for the connector " + account.connector() + " with the profile "
                                + account.profile() + ", which is not there."));
    }

    private static List<EntConnectorProvider> found() {
        return ServiceLoader.load(EntConnectorProvider.class).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
    }
}
