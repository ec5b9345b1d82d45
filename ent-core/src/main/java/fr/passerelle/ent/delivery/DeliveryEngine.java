package fr.passerelle.ent.delivery;

import fr.passerelle.ent.authoraccount.AuthorAccount;
import fr.passerelle.ent.communication.Communication;
import fr.passerelle.ent.delivery.ItemEvent.ItemRequested;
import fr.passerelle.ent.delivery.ItemEvent.ItemRetried;
import fr.passerelle.ent.delivery.ItemEvent.RevisionRequested;
import fr.passerelle.ent.model.Commands;
import fr.passerelle.ent.model.CommunicationId;
import fr.passerelle.ent.model.Feed;
import fr.passerelle.ent.model.PersonId;
import fr.passerelle.ent.model.States;
import fr.passerelle.ent.person.Person;
import fr.passerelle.ent.spi.AccountId;
import fr.passerelle.ent.spi.CheckResult;
import fr.passerelle.ent.spi.Destination;
import fr.passerelle.ent.spi.EntAccount;
import fr.passerelle.ent.spi.Published;
import fr.passerelle.ent.spi.SignsPeopleIn;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Carries communications to the ENTs: the only place where something happens there.
 *
 * <p>Either it lives ({@link #start}), waking at changes and due times, each account in a thread of its own; or somebody
 * drives it ({@link #runDue}, {@link #runUntilSettled}). Both at once do no harm. Whatever stops it, the ledger says what
 * was under way, and the next one goes on from there. Safe for several threads.
 */
public final class DeliveryEngine implements AutoCloseable {
    /** Where something is due and cannot be done. */
    static final Duration AFTER_NOTHING = Duration.ofSeconds(1);

    /** However quiet it is: another process may have written to the store. */
    static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

    private static final Duration GRACE = Duration.ofSeconds(5);

    private final States states;
    private final InstantSource clock;
    private final Connections connections;
    private final HealthBook health = new HealthBook();
    private final DeliveryDesk desk;
    private final HandDesk hands;
    private final PreviewDesk previews;
    private final AuthorDesk authors;
    private final Lanes lanes;
    private final Watch watch;
    private final Signal signal = new Signal();
    private final ExecutorService threads;
    private final Feed.Subscription subscription;
    private final AtomicBoolean closed = new AtomicBoolean();
    private @Nullable Thread dispatcher;

    /**
     * @param connections the service accounts, each with its connector
     * @param opener makes a connection of an author's account, without any I/O
     * @param stepTimeout longer than any step can take; so long after its intent a step without result counts as lost
     */
    public DeliveryEngine(
            Commands commands,
            States states,
            Feed feed,
            ContentVault vault,
            Collection<Connection> connections,
            Function<EntAccount, Connection> opener,
            InstantSource clock,
            Duration stepTimeout) {
        this(commands, states, feed, vault, connections, opener, clock, stepTimeout, threads());
    }

    DeliveryEngine(
            Commands commands,
            States states,
            Feed feed,
            ContentVault vault,
            Collection<Connection> connections,
            Function<EntAccount, Connection> opener,
            InstantSource clock,
            Duration stepTimeout,
            ExecutorService threads) {
        this.states = states;
        this.clock = clock;
        this.threads = threads;
        this.connections = new Connections(connections);
        Audiences audiences = new Audiences(states);
        Planner planner = new Planner(commands, states, audiences, vault, this.connections);
        Contents contents = new Contents(vault, audiences);
        Courier courier =
                new Courier(new Ledger(commands, states), states, planner, contents, health, clock, stepTimeout);
        desk = new DeliveryDesk(commands, states, health, clock);
        previews = new PreviewDesk(this.connections, audiences);
        hands = new HandDesk(commands, states, this.connections, contents, desk, clock);
        authors = new AuthorDesk(commands, states, vault, this.connections, opener, desk, signal, clock);
        authors.open();
        lanes = new Lanes(states, planner, courier, health, this.connections, clock, closed::get);
        watch = new Watch(commands, this.connections, health, signal, clock, threads);
        subscription = feed.subscribe(this::heard);
    }

    private static ExecutorService threads() {
        return Executors.newCachedThreadPool(work -> {
            Thread thread = new Thread(work, "passerelle-delivery");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** What people ask about deliveries. */
    public DeliveryDesk desk() {
        return desk;
    }

    /** What people do by hand. */
    public HandDesk hands() {
        return hands;
    }

    /** What every ENT will make of a communication that is still being written. */
    public PreviewDesk previews() {
        return previews;
    }

    /** How teachers connect their own accounts. */
    public AuthorDesk authors() {
        return authors;
    }

    /** All accounts, by name, those of authors included. */
    public List<AccountView> accounts() {
        return connections.all().stream()
                .map(connection -> new AccountView(
                        connection.account().id(),
                        connection.account().places(),
                        connection.descriptor(),
                        health.of(connection.account().id()),
                        connection.account().author(),
                        connection.account().author() == null && connection.connector() instanceof SignsPeopleIn))
                .toList();
    }

    /** An account with what speaks for it; empty if there is none of that name. */
    public Optional<Connection> connection(AccountId account) {
        return connections.find(account);
    }

    /** Looks, by read-only requests, whether each account can work; one that can is healthy again at once. */
    public Map<AccountId, CheckResult> check() {
        return watch.look();
    }

    Watch watch() {
        return watch;
    }

    /** As {@link #check} for the service accounts, at regular times from now on; what comes of it is kept. */
    public void watchEvery(Duration time) {
        watch.every(time);
    }

    /**
     * Reads from every ENT that shows something of a communication: accounts side by side, what one account shows one
     * after the other. Nothing is written anywhere.
     *
     * @param reader its exceptions are thrown here
     * @return in the order of the items
     */
    public <T> List<T> read(CommunicationId communication, Function<OnTheEnt, T> reader) {
        Map<AccountId, CompletableFuture<List<T>>> reads = new LinkedHashMap<>();
        states.under(Item.FEATURE, communication.toString()).stream()
                .filter(item -> item.applied() > 0)
                .collect(Collectors.groupingBy(
                        item -> item.known().account(),
                        () -> new TreeMap<>(Comparator.comparing(AccountId::toString)),
                        Collectors.toList()))
                .forEach((account, items) -> connections
                        .find(account)
                        .ifPresent(connection -> reads.put(
                                account,
                                CompletableFuture.supplyAsync(
                                        () -> items.stream()
                                                .map(item -> reader.apply(shown(item, connection)))
                                                .toList(),
                                        threads))));
        return reads.values().stream()
                .map(DeliveryEngine::join)
                .flatMap(List::stream)
                .toList();
    }

    private OnTheEnt shown(Item item, Connection connection) {
        Item.Target target = item.known();
        return new OnTheEnt(
                desk.view(item),
                new Published(
                        target.kind(),
                        new Destination(target.place(), target.destination(), target.destinationName()),
                        target.marker(),
                        item.ref() == null ? "" : item.ref(),
                        item.progress()),
                connection.descriptor().platform(),
                connection.account().baseUrl(),
                connection.connector(),
                connection.session());
    }

    /**
     * Plans and carries until nothing is due at this moment, whatever was asked for before this call included. What must
     * wait is left for later.
     *
     * @return what became of every item that was open
     */
    public RunSummary runDue() {
        Set<ItemId> seen = new LinkedHashSet<>();
        runDue(seen);
        return summary(seen);
    }

    /**
     * As {@link #runDue}, and goes on at each due time until every item is settled.
     *
     * @param atMost as the engine's clock tells
     */
    public RunSummary runUntilSettled(Duration atMost) {
        return runUntilSettled(atMost, (until, seen) -> {
            Duration wait = Duration.between(clock.instant(), until);
            // What is due and yet was not done is in another's hands, or the read model is behind.
            Duration some = wait.compareTo(AFTER_NOTHING) < 0 ? AFTER_NOTHING : wait;
            signal.await(seen, some.compareTo(LONGEST_WAIT) < 0 ? some : LONGEST_WAIT);
        });
    }

    /** How a driven engine waits. */
    @FunctionalInterface
    interface Pause {
        /**
         * Returns at the due time, earlier when something has changed, or after a while.
         *
         * @param seen the {@link Signal#count} before the last look: what came since is work
         */
        void until(Instant due, long seen);
    }

    RunSummary runUntilSettled(Duration atMost, Pause pause) {
        Instant end = clock.instant().plus(atMost);
        Set<ItemId> items = new LinkedHashSet<>();
        while (true) {
            long seen = signal.count();
            runDue(items);
            Map<AccountId, Agenda> open = lanes.open();
            Optional<Instant> next = lanes.nextDue(open, Set.of()).filter(due -> !due.isAfter(end));
            boolean over =
                    next.isEmpty() || closed.get() || Thread.currentThread().isInterrupted();
            if (over || open.isEmpty()) {
                return summary(items);
            }
            pause.until(next.get(), seen);
        }
    }

    private void runDue(Set<ItemId> seen) {
        ReadModel.catchesUp(states);
        boolean goesOn = true;
        while (goesOn && !closed.get()) {
            lanes.plan();
            List<CompletableFuture<Boolean>> runs = new ArrayList<>();
            lanes.open().forEach((account, agenda) -> {
                agenda.open().forEach(item -> seen.add(item.known().item()));
                runs.add(CompletableFuture.supplyAsync(() -> lanes.drain(account, agenda), threads));
            });
            goesOn = runs.stream().map(DeliveryEngine::join).reduce(false, Boolean::logicalOr) && lanes.isDue();
        }
    }

    static <T> T join(CompletableFuture<T> run) {
        try {
            return run.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            if (e.getCause() instanceof Error cause) {
                throw cause;
            }
            throw e;
        }
    }

    private RunSummary summary(Set<ItemId> seen) {
        Map<ItemId, Item> open = new HashMap<>();
        lanes.open()
                .values()
                .forEach(agenda ->
                        agenda.open().forEach(item -> open.put(item.known().item(), item)));
        return RunSummary.of(seen.stream()
                .flatMap(item ->
                        Optional.ofNullable(open.get(item))
                                .or(() -> states.find(Item.FEATURE, item.toString()))
                                .stream())
                .toList());
    }

    /** When there is next something to do, as far as is known now; past, present or future. */
    public Optional<Instant> nextDue() {
        return lanes.nextDue(lanes.open(), Set.of());
    }

    /**
     * Waits until nothing is left to do for a communication: it is shown, taken back, refused or parked everywhere.
     * Somebody must carry it meanwhile: a living engine, here or in another process.
     *
     * @return false if that is not so within {@code atMost}
     */
    public boolean awaitSettled(CommunicationId communication, Duration atMost) {
        return signal.awaitChange(() -> desk.settled(communication), atMost);
    }

    /**
     * Takes every step that the ledger shows under way for abandoned, without waiting for its lease to end. For who knows
     * that no other process has the store open, and has not begun to deliver: whoever ran those steps is gone.
     */
    public void takeOver() {
        lanes.takeOver();
    }

    /** Lives from now on: looks for what is due at once, then at every change and due time, until {@link #close}. */
    public synchronized void start() {
        if (dispatcher != null || closed.get()) {
            throw new IllegalStateException("An engine is started once.");
        }
        dispatcher = new Thread(new Dispatcher(lanes, signal, threads, clock, closed::get), "passerelle-dispatch");
        dispatcher.setDaemon(true);
        dispatcher.start();
    }

    private void heard(Feed.Change change) {
        boolean others = change.event() instanceof ItemRequested
                || change.event() instanceof RevisionRequested
                || change.event() instanceof ItemRetried
                || change.feature().equals(Communication.FEATURE.name());
        if (others) {
            signal.wake();
        }
        if (change.feature().equals(AuthorAccount.FEATURE.name())) {
            threads.execute(() -> authors.follow(AccountId.parse(change.id())));
        } else if (change.feature().equals(Person.FEATURE.name())) {
            PersonId person = PersonId.parse(change.id());
            if (authors.knows(person)) {
                threads.execute(() -> authors.follow(person));
            }
        }
        signal.changed();
    }

    /** Stops: no further step begins, those under way have a few seconds. */
    @Override
    public void close() {
        if (closed.getAndSet(true)) {
            return;
        }
        subscription.close();
        watch.close();
        signal.wake();
        signal.changed();
        threads.shutdown();
        try {
            if (!threads.awaitTermination(GRACE.toMillis(), TimeUnit.MILLISECONDS)) {
                threads.shutdownNow();
                threads.awaitTermination(GRACE.toMillis(), TimeUnit.MILLISECONDS);
            }
            Thread thread = dispatcher;
            if (thread != null) {
                thread.join(GRACE.toMillis());
            }
        } catch (InterruptedException e) {
            threads.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
