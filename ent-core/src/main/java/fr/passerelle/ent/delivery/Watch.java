package fr.passerelle.ent.delivery;

import fr.passerelle.ent.availability.AvailabilityCommand.KeepAnswer;
import fr.passerelle.ent.model.CommandId;
import fr.passerelle.ent.model.Commands;
import fr.passerelle.ent.model.StoreUnavailable;
import fr.passerelle.ent.spi.AccountId;
import fr.passerelle.ent.spi.CheckResult;
import fr.passerelle.ent.spi.Fault;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks accounts whether they can work, by read-only requests: when somebody wants to know, and at regular times so that how
 * an ENT answers is known for the days on which nobody wrote. Every answer is kept.
 */
final class Watch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Watch.class);

    private final Commands commands;
    private final Connections connections;
    private final HealthBook health;
    private final Signal signal;
    private final InstantSource clock;
    private final ExecutorService threads;
    private final ScheduledExecutorService times = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "passerelle-watch");
        thread.setDaemon(true);
        return thread;
    });

    Watch(
            Commands commands,
            Connections connections,
            HealthBook health,
            Signal signal,
            InstantSource clock,
            ExecutorService threads) {
        this.commands = commands;
        this.connections = connections;
        this.health = health;
        this.signal = signal;
        this.clock = clock;
        this.threads = threads;
    }

    /** Asks from now on, first at once. */
    void every(Duration time) {
        var unused = times.scheduleWithFixedDelay(this::again, 0, time.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** All accounts; one that can work is healthy again at once. */
    Map<AccountId, CheckResult> look() {
        return look(connection -> true);
    }

    /** The service accounts, but for those that somebody must put right first: an ENT locks who keeps on trying. */
    void again() {
        try {
            Instant now = clock.instant();
            var unused = look(connection -> connection.account().author() == null
                    && mayBeAsked(health.of(connection.account().id()), now));
        } catch (StoreUnavailable now) {
            LOG.warn("How the ENTs answer could not be kept: the store is unavailable.");
        } catch (RuntimeException ours) {
            LOG.error("The watch failed and goes on.", ours);
        }
    }

    private static boolean mayBeAsked(AccountHealth known, Instant now) {
        return known.condition() != AccountHealth.Condition.QUARANTINED || known.open(now);
    }

    private Map<AccountId, CheckResult> look(Predicate<Connection> wanted) {
        Map<AccountId, CompletableFuture<CheckResult>> checks = new LinkedHashMap<>();
        connections.all().stream()
                .filter(wanted)
                .forEach(connection -> checks.put(
                        connection.account().id(), CompletableFuture.supplyAsync(() -> ask(connection), threads)));
        Map<AccountId, CheckResult> results = new LinkedHashMap<>();
        checks.forEach((account, check) -> results.put(account, DeliveryEngine.join(check)));
        return results;
    }

    private CheckResult ask(Connection connection) {
        AccountId account = connection.account().id();
        Instant before = clock.instant();
        CheckResult result;
        try {
            result = connection.connector().check(connection.session());
        } catch (RuntimeException ours) {
            LOG.error(
                    "The check of account {} failed: {}",
                    account,
                    ours.getClass().getName());
            result = new CheckResult.NotReady(new Fault.ContractBroken(
                    "check", "a result", ours.getClass().getSimpleName()));
        }
        Instant now = clock.instant();
        if (result instanceof CheckResult.NotReady notReady) {
            health.failed(account, notReady.fault(), now);
        } else {
            health.wentWell(account);
            signal.wake();
        }
        if (connection.account().author() == null) {
            String code = result instanceof CheckResult.NotReady notReady
                    ? notReady.fault().code()
                    : null;
            long millis = Math.max(0, Duration.between(before, now).toMillis());
            var unused = commands.send(CommandId.random(), new KeepAnswer(account, millis, code, now));
        }
        return result;
    }

    @Override
    public void close() {
        times.shutdownNow();
    }
}
