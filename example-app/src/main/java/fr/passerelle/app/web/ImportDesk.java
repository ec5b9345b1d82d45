package fr.passerelle.app.web;

import fr.passerelle.app.AppReason;
import fr.passerelle.app.town.Town;
import fr.passerelle.ent.intake.RosterFile.Export;
import fr.passerelle.ent.model.CodedException;
import fr.passerelle.ent.model.PlaceId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Who imports for which school now: one person for each, whose plan is kept for half an hour after she last looked at it,
 * and not beyond a restart. What is applied runs on one thread, school after school. Safe for several threads.
 */
@Component
class ImportDesk implements DisposableBean {
    static final Duration KEPT = Duration.ofMinutes(30);

    private static final long STEP_ENDS_WITHIN_SECONDS = 30;

    private final Town town;
    private final Map<PlaceId, Kept> sessions = new HashMap<>();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread created = new Thread(task, "passerelle-imports");
        created.setDaemon(true);
        return created;
    });

    private record Kept(ImportSession session, Instant seen) {}

    ImportDesk(Town town) {
        this.town = town;
        // Names do not stay in memory because nobody comes back.
        var unused = thread.scheduleWithFixedDelay(this::forget, 1, 1, TimeUnit.MINUTES);
    }

    /** Where plans are carried out. */
    Executor background() {
        return thread;
    }

    /**
     * Begins; what she had planned for this school before is forgotten.
     *
     * @throws CodedException if somebody else imports for the school, or nothing can be imported
     */
    void begin(Visitor visitor, PlaceId place, List<Export> files) {
        mayBegin(visitor, place);
        ImportSession session = new ImportSession(town.passerelle().ondeImport(), visitor.id(), files);
        synchronized (this) {
            mayBegin(visitor, place);
            sessions.put(place, new Kept(session, town.clock().instant()));
        }
    }

    private void mayBegin(Visitor visitor, PlaceId place) {
        if (of(visitor, place).flatMap(ImportSession::run).isPresent()) {
            // Hers, and under way: it is shown, not doubled.
            throw new CodedException(AppReason.IMPORT_CHANGED, Map.of());
        }
    }

    /**
     * Hers for this school, or empty where she has none.
     *
     * @throws CodedException {@link AppReason#IMPORT_UNDER_WAY} if somebody else imports for it
     */
    synchronized Optional<ImportSession> of(Visitor visitor, PlaceId place) {
        forget();
        Kept kept = sessions.get(place);
        if (kept == null) {
            return Optional.empty();
        }
        if (!kept.session().owner().equals(visitor.id())) {
            throw new CodedException(
                    AppReason.IMPORT_UNDER_WAY,
                    Map.of("place", place.value(), "minutes", Long.toString(KEPT.toMinutes())));
        }
        sessions.put(place, new Kept(kept.session(), town.clock().instant()));
        return Optional.of(kept.session());
    }

    /** Forgets hers; what is under way ends after its step. */
    synchronized void leave(Visitor visitor, PlaceId place) {
        of(visitor, place).ifPresent(session -> {
            session.stop();
            sessions.remove(place);
        });
    }

    private synchronized void forget() {
        Instant oldest = town.clock().instant().minus(KEPT);
        sessions.values()
                .removeIf(kept -> kept.session().run().isEmpty() && kept.seen().isBefore(oldest));
    }

    @Override
    public void destroy() throws InterruptedException {
        synchronized (this) {
            sessions.values().forEach(kept -> kept.session().stop());
        }
        thread.shutdown();
        if (!thread.awaitTermination(STEP_ENDS_WITHIN_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException("A step of an import does not end.");
        }
    }
}
