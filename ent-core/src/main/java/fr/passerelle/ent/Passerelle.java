package fr.passerelle.ent;

import fr.passerelle.ent.authoraccount.AuthorAccount;
import fr.passerelle.ent.availability.Availability;
import fr.passerelle.ent.communication.Attachment;
import fr.passerelle.ent.communication.AttachmentRules;
import fr.passerelle.ent.communication.Communication;
import fr.passerelle.ent.delivery.Connection;
import fr.passerelle.ent.delivery.DeliveryEngine;
import fr.passerelle.ent.delivery.Item;
import fr.passerelle.ent.delivery.ItemView;
import fr.passerelle.ent.directory.Coverage;
import fr.passerelle.ent.directory.CoverageReader;
import fr.passerelle.ent.directory.OndeImport;
import fr.passerelle.ent.engagement.ReadBack;
import fr.passerelle.ent.files.FilesDesk;
import fr.passerelle.ent.http.EntSessions;
import fr.passerelle.ent.leisurecentre.LeisureCentre;
import fr.passerelle.ent.model.AttachmentId;
import fr.passerelle.ent.model.CodedException;
import fr.passerelle.ent.model.Command;
import fr.passerelle.ent.model.CommandId;
import fr.passerelle.ent.model.CommandResult;
import fr.passerelle.ent.model.Commands;
import fr.passerelle.ent.model.CommunicationId;
import fr.passerelle.ent.model.Feature;
import fr.passerelle.ent.model.Feed;
import fr.passerelle.ent.model.History;
import fr.passerelle.ent.model.PersonId;
import fr.passerelle.ent.model.Personal;
import fr.passerelle.ent.model.Refusal;
import fr.passerelle.ent.model.States;
import fr.passerelle.ent.model.SubjectId;
import fr.passerelle.ent.person.Person;
import fr.passerelle.ent.privacy.KeyReason;
import fr.passerelle.ent.privacy.SubjectKeys;
import fr.passerelle.ent.privacy.Vault;
import fr.passerelle.ent.readiness.Readiness;
import fr.passerelle.ent.referent.Referent;
import fr.passerelle.ent.rights.AccessExports;
import fr.passerelle.ent.rights.Erasures;
import fr.passerelle.ent.rights.PersonExport;
import fr.passerelle.ent.school.School;
import fr.passerelle.ent.schoolclass.SchoolClass;
import fr.passerelle.ent.spi.AccountId;
import fr.passerelle.ent.store.Finding;
import fr.passerelle.ent.store.Store;
import fr.passerelle.ent.store.StoreLocation;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The library's front door: a store of events, its keys and the accounts on ENTs, opened once per process and closed at
 * the end. Safe for several threads.
 *
 * <pre>{@code
 * try (Passerelle passerelle = Passerelle.builder()
 *         .store(Path.of("data/passerelle.db"))
 *         .keys(Path.of("keys/keys.db"))
 *         .masterKey(MasterKey.file(Path.of("keys/master.key")))
 *         .account(account)
 *         .open()) {
 *     passerelle.send(CommandId.random(), new RegisterSchool(uai, "Les Tournelles", SchoolKind.PRIMARY));
 * }
 * }</pre>
 */
public final class Passerelle implements AutoCloseable {
    private static final List<Feature<?, ?, ?>> FEATURES = List.of(
            School.FEATURE,
            LeisureCentre.FEATURE,
            SchoolClass.FEATURE,
            Person.FEATURE,
            Referent.FEATURE,
            Readiness.FEATURE,
            AuthorAccount.FEATURE,
            Communication.FEATURE,
            Item.FEATURE,
            Availability.FEATURE);

    /** What was written before the last end and not shown yet is there in milliseconds; a lease ends by itself as well. */
    private static final Duration CATCH_UP = Duration.ofSeconds(10);

    /** Signing in again, the request itself, and room to spare. */
    private static final int MOST_REQUESTS_OF_A_STEP = 4;

    private final Deque<AutoCloseable> open;
    private final Vault vault;
    private final Store store;
    private final Commands commands;
    private final DeliveryEngine delivery;
    private final FilesDesk files;
    private final Erasures erasures;
    private final InstantSource clock;

    Passerelle(PasserelleBuilder builder, Deque<AutoCloseable> open) {
        this.open = open;
        clock = builder.clock;
        StoreLocation location = named(builder.store, "store");
        Function<InstantSource, SubjectKeys> keys = named(builder.keys, "keys");
        vault = new Vault(opened(keys.apply(builder.clock)), named(builder.masterKey, "masterKey"));
        store = opened(Store.open(location, all(builder.features), List.of(), vault, builder.clock));
        commands = new References(store.commands(), store.states(), store.attachments());
        EntSessions sessions = opened(new EntSessions(builder.clock, builder.limits));
        List<Connection> connections = builder.accounts.stream()
                .map(account ->
                        new Connection(account, builder.provider(account).connector(account), sessions.of(account)))
                .toList();
        delivery = opened(new DeliveryEngine(
                commands,
                store.states(),
                store.feed(),
                new SealedContents(vault, store.attachments()),
                connections,
                account ->
                        new Connection(account, builder.provider(account).connector(account), sessions.anew(account)),
                builder.clock,
                builder.limits.whole().multipliedBy(MOST_REQUESTS_OF_A_STEP)));
        files = new FilesDesk(delivery, builder.clock);
        erasures = new Erasures(vault, commands, store.states(), store.history(), delivery.desk(), clock);
        erasures.completePending();
        if (location instanceof StoreLocation.File && store.states().catchUp(CATCH_UP)) {
            // The file's lock is ours: whoever had a step under way has ended.
            delivery.takeOver();
        }
        if (builder.deliversByItself) {
            delivery.start();
        }
        if (builder.watch != null) {
            delivery.watchEvery(builder.watch);
        }
    }

    private static List<Feature<?, ?, ?>> all(List<Feature<?, ?, ?>> more) {
        return Stream.concat(FEATURES.stream(), more.stream()).toList();
    }

    static <T> T named(@Nullable T part, String name) {
        if (part == null) {
            throw new IllegalStateException("Call " + name + "(…) before open().");
        }
        return part;
    }

    private <T extends AutoCloseable> T opened(T part) {
        open.push(part);
        return part;
    }

    /** Every feature that writes to the store; the order means nothing. */
    public static List<Feature<?, ?, ?>> features() {
        return FEATURES;
    }

    /** Collects what {@link PasserelleBuilder#open} needs. */
    public static PasserelleBuilder builder() {
        return new PasserelleBuilder();
    }

    /**
     * Decides on a command and stores what follows; see {@link Commands#send}. Refuses, beyond what each feature refuses,
     * commands that name a place, class, group or person that does not exist.
     */
    public CommandResult send(CommandId id, Command command) {
        return commands.send(id, command);
    }

    /**
     * As {@link #send(CommandId, Command)}, and {@link #history} tells who asked.
     *
     * @param by a random id of an account, never anything that says who it is
     */
    public CommandResult send(CommandId id, SubjectId by, Command command) {
        return commands.send(id, by, command);
    }

    /**
     * Keeps a file for a communication that is about to be written or rewritten; durable when this returns. The command
     * then names it; a file that no communication names is dropped when Passerelle opens more than a day later.
     *
     * @param fileName as the author's machine calls it; cleaned
     * @param bytes at most {@link AttachmentRules#BYTES_EACH}; must be what the name's ending says
     * @return refused, too, if the communication was erased
     * @throws fr.passerelle.ent.model.StoreUnavailable if it cannot be written now: call again
     */
    public AttachResult attach(CommunicationId communication, String fileName, byte[] bytes) {
        AttachmentRules.Checked checked = AttachmentRules.check(fileName, bytes);
        if (checked instanceof AttachmentRules.Checked.Unfit unfit) {
            return new AttachResult.Refused(unfit.refusal());
        }
        AttachmentRules.Checked.Fit fit = (AttachmentRules.Checked.Fit) checked;
        try {
            AttachmentId id = store.attachments().keep(communication.subject(), bytes, clock.instant());
            return new AttachResult.Attached(new Attachment(
                    id, Personal.of(communication.subject(), fit.fileName()), fit.mediaType(), bytes.length));
        } catch (CodedException e) {
            if (e.reason() == KeyReason.SUBJECT_ERASED) {
                return new AttachResult.Refused(new Refusal(e.reason(), e.facts()));
            }
            throw e;
        }
    }

    /**
     * A file's bytes, for someone entitled to read its communication.
     *
     * @return empty if the communication's key was destroyed
     * @throws fr.passerelle.ent.model.CodedException if the file is not there or was changed
     */
    public Optional<byte[]> attached(CommunicationId communication, AttachmentId attachment) {
        return store.attachments().open(communication.subject(), attachment);
    }

    /** Where commands go, for parts that send many. */
    public Commands commands() {
        return commands;
    }

    /** What is: the states of places, classes, people, communications and items. */
    public States states() {
        return store.states();
    }

    /** What was: every event of a place, class, person, communication or item, with its time. */
    public History history() {
        return store.history();
    }

    /** What happens, live. */
    public Feed feed() {
        return store.feed();
    }

    /** Opens a sealed value for this request; see {@link Vault#open}. */
    public <T> Personal<T> open(Personal<T> value) {
        return vault.open(value);
    }

    /** Opens the sealed values of one class or school for this request, in their order. */
    public <T> List<Personal<T>> openAll(Collection<? extends Personal<T>> values) {
        return vault.openAll(values);
    }

    /**
     * A keyed hash by which something is found again that is nowhere kept in clear, a login name for example; in 64
     * hexadecimal digits.
     *
     * @param purpose keeps the hashes of one use apart from those of another
     */
    public String keyedHash(String purpose, String text) {
        return vault.hmac("app/" + purpose, text);
    }

    /** Where a communication stands on every ENT, by account and destination; empty until it is planned. */
    public List<ItemView> items(CommunicationId communication) {
        return delivery.desk().items(communication);
    }

    /**
     * Waits until a communication is shown, taken back, refused or parked everywhere, and says where it stands then.
     *
     * @param atMost after which it says where it stands anyway
     */
    public List<ItemView> awaitItems(CommunicationId communication, Duration atMost) {
        delivery.awaitSettled(communication, atMost);
        return items(communication);
    }

    /** Listens to what becomes of every item from now on; see {@link Feed#subscribe} for threads and order. */
    public Feed.Subscription onOutcome(Consumer<ItemView> listener) {
        return store.feed().subscribe(change -> {
            if (change.state() instanceof Item item) {
                listener.accept(delivery.desk().view(item));
            }
        });
    }

    /** What carries communications to the ENTs, for those who operate it. */
    public DeliveryEngine delivery() {
        return delivery;
    }

    /** How an account answered, a line for each day (UTC) on which it was asked, the oldest first. */
    public List<Availability> availability(AccountId account) {
        return store.states().under(Availability.FEATURE, account.toString());
    }

    /** What became of communications on the ENTs: counts by profile, and answers; read when asked, never stored. */
    public ReadBack readBack() {
        return new ReadBack(delivery);
    }

    /** The teachers' shared spaces on the ENTs that have one; nothing of them is stored. */
    public FilesDesk files() {
        return files;
    }

    /** Reads ONDE files, says what they would change, and applies what was agreed to. */
    public OndeImport ondeImport() {
        return new OndeImport(commands, store.states(), vault);
    }

    /** Which place has a referent, since when, and which has none. */
    public Coverage coverage() {
        return new CoverageReader(store.states(), store.history()).read();
    }

    /** Makes people and communications unreadable, here and in every backup, and says what that leaves to decide. */
    public Erasures erasures() {
        return erasures;
    }

    /**
     * Everything that is held about a person, her names opened for this request; empty if nobody has this id. Only for
     * herself, or for who answers for her.
     */
    public Optional<PersonExport> accessExport(PersonId person) {
        return new AccessExports(vault, store.states(), store.history(), delivery, clock).of(person);
    }

    /** Looks at every stored byte; see {@link Store#verify}. Empty when all is well. */
    public List<Finding> verify() {
        return store.verify();
    }

    /** Makes what follows from the events anew; the events are never touched. See {@link Store#repair}. */
    public void repair() {
        store.repair();
    }

    /** Copies the events, not the keys, into a directory; see {@link Store#backup}. */
    public void backup(Path directory) {
        store.backup(directory);
    }

    /** Finishes what is under way and frees the store. */
    @Override
    public void close() {
        closeAll(open);
    }

    static void closeAll(Deque<AutoCloseable> parts) {
        @Nullable RuntimeException failure = null;
        while (!parts.isEmpty()) {
            try {
                parts.pop().close();
            } catch (Exception e) {
                failure = failure == null ? new IllegalStateException("Closing failed.", e) : failure;
            }
        }
        if (failure != null) {
            throw failure;
        }
    }
}
