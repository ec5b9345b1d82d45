package fr.passerelle.app.town;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import fr.passerelle.app.AppReason;
import fr.passerelle.app.approval.Approval;
import fr.passerelle.app.series.SchoolCalendar;
import fr.passerelle.app.series.Series;
import fr.passerelle.app.user.Trail;
import fr.passerelle.app.user.User;
import fr.passerelle.app.user.Users;
import fr.passerelle.ent.Passerelle;
import fr.passerelle.ent.PasserelleBuilder;
import fr.passerelle.ent.model.CodedException;
import fr.passerelle.ent.model.Command;
import fr.passerelle.ent.model.CommandId;
import fr.passerelle.ent.model.CommandResult;
import fr.passerelle.ent.model.Feature;
import fr.passerelle.ent.model.SchoolYear;
import fr.passerelle.ent.model.SubjectId;
import fr.passerelle.ent.privacy.MasterKey;
import fr.passerelle.ent.spi.EntAccount;
import fr.passerelle.ent.spi.EntConnectorProvider;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;

/** The library, open as the town configured it. Closed once, at the end of the process. Safe for several threads. */
public final class Town implements AutoCloseable {
    /** The town's own time. */
    public static final ZoneId ZONE = ZoneId.of("Europe/Paris");

    /** What the app keeps in the library's store besides what the library does. */
    static final List<Feature<?, ?, ?>> FEATURES =
            List.of(User.FEATURE, Trail.FEATURE, Series.FEATURE, Approval.FEATURE);

    private static final Duration READ_MODEL = Duration.ofSeconds(1);
    private static final String POSTGRES = "jdbc:postgresql:";

    private final Passerelle passerelle;
    private final Deque<AutoCloseable> pools;
    private final InstantSource clock;
    private final boolean lives;
    private final TownSettings settings;
    private final SchoolCalendar schoolCalendar;
    private volatile String served = "http://127.0.0.1:8080";

    private Town(
            Passerelle passerelle,
            Deque<AutoCloseable> pools,
            InstantSource clock,
            boolean lives,
            TownSettings settings,
            SchoolCalendar schoolCalendar) {
        this.schoolCalendar = schoolCalendar;
        this.settings = settings;
        this.passerelle = passerelle;
        this.pools = pools;
        this.clock = clock;
        this.lives = lives;
    }

    /**
     * Opens it.
     *
     * @param more accounts beside those of the settings, for a demo's sandboxes
     * @param lives whether it delivers by itself from now on
     * @param directory what relative paths begin at
     * @throws CodedException if a setting is wrong, or the store is in use
     */
    public static Town open(
            TownSettings settings, Collection<EntAccount> more, boolean lives, Path directory, InstantSource clock) {
        SchoolCalendar calendar = schoolCalendar(settings, directory);
        Deque<AutoCloseable> pools = new ArrayDeque<>();
        PasserelleBuilder builder = builder(settings, directory, pools).clock(clock);
        settings.accounts(directory, Town::defaultProfile).forEach(builder::account);
        more.forEach(builder::account);
        if (!lives) {
            builder.deliversOnlyWhenAsked();
        } else if (settings.watchMinutes() > 0) {
            builder.watchesEvery(Duration.ofMinutes(settings.watchMinutes()));
        }
        try {
            return new Town(builder.open(), pools, clock, lives, settings, calendar);
        } catch (IllegalArgumentException badAccount) {
            close(pools);
            // The library's sentence names the setting; it is in English and for the log.
            throw new CodedException(
                    AppReason.BAD_SETTING,
                    Map.of("setting", "passerelle.ents: " + badAccount.getMessage()),
                    badAccount);
        } catch (RuntimeException e) {
            close(pools);
            throw e;
        }
    }

    private static SchoolCalendar schoolCalendar(TownSettings settings, Path directory) {
        String file = settings.schoolCalendar();
        if (file == null || file.isBlank()) {
            return SchoolCalendar.NONE;
        }
        try (InputStream stream = Files.newInputStream(file(file, directory))) {
            return SchoolCalendar.read(stream);
        } catch (IOException e) {
            throw new CodedException(AppReason.BAD_SETTING, Map.of("setting", "passerelle.school-calendar"), e);
        }
    }

    /** Puts a backup in the place of the store, which nobody may have open. */
    public static void restore(TownSettings settings, Path directory, Path backup) {
        Deque<AutoCloseable> pools = new ArrayDeque<>();
        try {
            builder(settings, directory, pools).restore(backup);
        } finally {
            close(pools);
        }
    }

    private static PasserelleBuilder builder(TownSettings settings, Path directory, Deque<AutoCloseable> pools) {
        PasserelleBuilder builder =
                Passerelle.builder().masterKey(masterKey(settings.keys().master(), directory));
        FEATURES.forEach(builder::feature);
        String store = settings.store().url();
        if (isShared(store)) {
            builder.store(pool(store, pools));
        } else {
            builder.store(file(store, directory));
        }
        String keys = settings.keys().url();
        return isShared(keys) ? builder.keys(pool(keys, pools)) : builder.keys(file(keys, directory));
    }

    private static boolean isShared(String url) {
        return url.startsWith(POSTGRES);
    }

    private static Path file(String url, Path directory) {
        return directory.resolve(url.startsWith("file:") ? url.substring("file:".length()) : url);
    }

    private static HikariDataSource pool(String url, Deque<AutoCloseable> pools) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setPoolName("passerelle-app");
        HikariDataSource pool = new HikariDataSource(config);
        pools.push(pool);
        return pool;
    }

    private static MasterKey masterKey(String url, Path directory) {
        return url.startsWith("env:")
                ? MasterKey.env(url.substring("env:".length()))
                : MasterKey.file(file(url, directory));
    }

    private static String defaultProfile(String connector) {
        return ServiceLoader.load(EntConnectorProvider.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(provider -> provider.id().equals(connector))
                .map(provider -> provider.profiles().get(0))
                .findFirst()
                .orElse("");
    }

    /** Where the embedded store lies, empty for a shared one. */
    public static Optional<Path> storeFile(TownSettings settings, Path directory) {
        String store = settings.store().url();
        return isShared(store) ? Optional.empty() : Optional.of(file(store, directory));
    }

    /** The library. */
    public Passerelle passerelle() {
        return passerelle;
    }

    /** The town's places and classes. */
    public Places places() {
        return new Places(passerelle.states());
    }

    /** Who uses the app. */
    public Users users() {
        return new Users(
                passerelle,
                clock,
                (id, by, command) -> done(passerelle.commands().send(id, by, command)));
    }

    /** The door by which files come to communications. */
    public AttachedFiles files() {
        return new AttachedFiles(passerelle);
    }

    /** Which classes wait for something to read. */
    public Cadence cadence() {
        return new Cadence(passerelle.states(), places(), today(), settings.cadenceDays());
    }

    /** How long what is published on a page waits before it goes out. */
    public Duration undoWithin() {
        return Duration.ofSeconds(settings.undoSeconds());
    }

    /** The holidays of the school year, as far as they are known. */
    public SchoolCalendar schoolCalendar() {
        return schoolCalendar;
    }

    /** Whether a head decides on what others write. */
    public boolean wantsApproval() {
        return settings.approval();
    }

    /** Whom to tell in the town about a worry, as people read it. */
    public Optional<String> worryContact() {
        return Optional.ofNullable(settings.worryContact());
    }

    /** The web app answers on an address of this machine. */
    public void isServedAt(String address) {
        served = address;
    }

    /** The address that people use, without a slash at the end: the town's own, or where the web app answers. */
    public String address() {
        return settings.publicUrl() == null
                ? served
                : settings.publicUrl().toString().replaceAll("/+$", "");
    }

    /** The name of the town's own address, where it has one. */
    public Optional<String> publicHost() {
        return Optional.ofNullable(settings.publicUrl()).map(URI::getHost);
    }

    /** The only clock. */
    public InstantSource clock() {
        return clock;
    }

    /** Today, in the town. */
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZONE);
    }

    /** The school year of today. */
    public SchoolYear schoolYear() {
        return SchoolYear.of(today());
    }

    /** Begins to deliver what is due, unless it does already. */
    public void deliver() {
        if (!lives) {
            passerelle.delivery().start();
        }
    }

    /**
     * Sends a command and waits up to a second until queries show its effect.
     *
     * @return whether the same id had been accepted before
     * @throws CodedException with the refusal's reason, if it is refused
     */
    public boolean send(CommandId id, Command command) {
        return done(passerelle.send(id, command));
    }

    /** As {@link #send(CommandId, Command)}, and {@code history} tells which user asked. */
    public boolean send(CommandId id, SubjectId by, Command command) {
        return done(passerelle.send(id, by, command));
    }

    /** As {@link #send}, for a command that was sent already. */
    public boolean done(CommandResult result) {
        if (result instanceof CommandResult.Refused refused) {
            throw new CodedException(
                    refused.refusal().reason(), refused.refusal().facts());
        }
        CommandResult.Done done = (CommandResult.Done) result;
        // Rule 8: what follows may look a moment later; nothing depends on it.
        passerelle.states().awaitPosition(done.position(), READ_MODEL);
        return done.repeated();
    }

    @Override
    public void close() {
        try {
            passerelle.close();
        } finally {
            close(pools);
        }
    }

    private static void close(Deque<AutoCloseable> pools) {
        List.copyOf(pools).forEach(pool -> {
            try {
                pool.close();
            } catch (Exception e) {
                throw new IllegalStateException("A pool of connections does not close.", e);
            }
        });
        pools.clear();
    }
}
