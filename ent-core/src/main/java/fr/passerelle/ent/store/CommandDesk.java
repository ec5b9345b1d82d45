package fr.passerelle.ent.store;

import fr.passerelle.ent.model.Claim;
import fr.passerelle.ent.model.CodedException;
import fr.passerelle.ent.model.Command;
import fr.passerelle.ent.model.CommandId;
import fr.passerelle.ent.model.CommandResult;
import fr.passerelle.ent.model.Commands;
import fr.passerelle.ent.model.Decision;
import fr.passerelle.ent.model.Event;
import fr.passerelle.ent.model.Feature;
import fr.passerelle.ent.model.Refusal;
import fr.passerelle.ent.model.StoreUnavailable;
import fr.passerelle.ent.model.SubjectId;
import fr.passerelle.ent.privacy.KeyReason;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;

/** Decides on commands, each in one transaction of the {@link WriteLane}. */
final class CommandDesk implements Commands {
    private static final int CACHED_STREAMS = 10_000;
    private static final int TRIES = 3;

    private final Database database;
    private final WriteLane lane;
    private final Features features;
    private final EventCodec codec;
    private final EventTable events;
    private final Claims claims;
    private final Runnable committed;
    private final InstantSource time;
    private final String table;
    /** Touched by the lane's thread alone. */
    private final RecentStreams recent = new RecentStreams(CACHED_STREAMS);

    /** @param committed told after every commit, on the sender's thread */
    CommandDesk(
            Database database,
            WriteLane lane,
            Features features,
            EventCodec codec,
            EventTable events,
            Claims claims,
            Runnable committed,
            InstantSource time) {
        this.database = database;
        this.lane = lane;
        this.features = features;
        this.codec = codec;
        this.events = events;
        this.claims = claims;
        this.committed = committed;
        this.time = time;
        this.table = database.prefix() + "command";
    }

    /** A key that the command wants is taken: undoes the transaction on its way out. */
    private static final class Undone extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient Refusal refusal;

        private Undone(Refusal refusal) {
            super("refused", null, false, false);
            this.refusal = refusal;
        }
    }

    @Override
    public CommandResult send(CommandId id, @Nullable SubjectId by, Command command) {
        Feature<?, ?, ?> feature = features.of(command);
        CommandResult result = lane.call(() -> handle(new Asked(id, by), command, feature));
        if (result instanceof CommandResult.Done done && !done.repeated()) {
            committed.run();
        }
        return result;
    }

    /** Whose intention it is; by null is nobody in particular. */
    private record Asked(CommandId id, @Nullable SubjectId by) {}

    private <S> CommandResult handle(Asked asked, Command command, Feature<?, ?, S> feature) {
        String stream = streamOf(feature, command);
        for (int attempt = 1; ; attempt++) {
            try {
                return attempt(asked, command, feature, stream);
            } catch (ConcurrencyException e) {
                // Only where two processes write in spite of the lock: what was decided on is out of date.
                recent.clear();
                if (attempt == TRIES) {
                    throw new StoreUnavailable("Another writer is always first.", e);
                }
            } catch (Undone undone) {
                return new CommandResult.Refused(undone.refusal);
            } catch (CodedException e) {
                recent.forget(stream);
                if (e.reason() == KeyReason.SUBJECT_ERASED) {
                    return new CommandResult.Refused(new Refusal(e.reason(), e.facts()));
                }
                throw e;
            } catch (StoreUnavailable | EventStoreException e) {
                recent.forget(stream);
                return outcomeAfter(e, asked.id());
            } catch (RuntimeException e) {
                recent.forget(stream);
                throw e;
            }
        }
    }

    /** A failed commit may have reached the disk: the command's own row tells. */
    private CommandResult outcomeAfter(RuntimeException failure, CommandId id) {
        try {
            Optional<Long> position = lane.transact(connection -> accepted(connection, id));
            if (position.isPresent()) {
                return new CommandResult.Done(position.get(), false);
            }
        } catch (RuntimeException e) {
            failure.addSuppressed(e);
        }
        throw failure instanceof StoreUnavailable
                ? failure
                : new StoreUnavailable("The store cannot be written now.", failure);
    }

    private <S> CommandResult attempt(Asked asked, Command command, Feature<?, ?, S> feature, String stream) {
        @Nullable
        Outcome<S> outcome = lane.transact(connection -> {
            Optional<Long> earlier = accepted(connection, asked.id());
            if (earlier.isPresent()) {
                return new Outcome<S>(new CommandResult.Done(earlier.get(), true), null);
            }
            Folded<S> before = recent.get(stream, feature, () -> load(feature, stream));
            Decision<Event> decision = before.decide(feature, command);
            if (decision instanceof Decision.Refused<Event> refused) {
                return new Outcome<>(new CommandResult.Refused(refused.refusal()), before);
            }
            return append(connection, asked, feature, stream, before, ((Decision.Accepted<Event>) decision).events());
        });
        if (outcome.after() != null) {
            recent.put(stream, outcome.after());
        }
        return outcome.result();
    }

    private record Outcome<S>(
            CommandResult result, @Nullable Folded<S> after) {}

    private <S> Outcome<S> append(
            Connection connection,
            Asked asked,
            Feature<?, ?, S> feature,
            String stream,
            Folded<S> before,
            List<Event> decided)
            throws SQLException {
        database.lockPositions(connection);
        long position = events.lastPosition(connection);
        Folded<S> after = before;
        Instant now = time.instant();
        byte[] metadata = codec.writeMetadata(asked.id(), asked.by());
        List<DomainEventMessage<EventRow>> messages = new ArrayList<>();
        for (Event event : decided) {
            EventRow row = EventRow.of(
                    ++position,
                    stream,
                    after.sequence() + 1,
                    features.typeOf(event),
                    now,
                    codec.write(stream, event),
                    metadata,
                    after.hash());
            // Folded from what was written, not from what was meant: sealed values stay sealed in every cache, and an
            // event that could not be read again is never stored.
            after = after.plus(feature, codec.read(row));
            messages.add(message(feature, row));
            claim(connection, feature, stream, row);
        }
        events.appendEvents(messages);
        Sql.run(
                connection,
                "INSERT INTO " + table + " (id, position) VALUES (?, ?)",
                asked.id().value(),
                position);
        return new Outcome<>(new CommandResult.Done(position, false), after);
    }

    private static DomainEventMessage<EventRow> message(Feature<?, ?, ?> feature, EventRow row) {
        return new GenericDomainEventMessage<>(
                feature.name(),
                row.stream(),
                row.sequence(),
                row,
                MetaData.emptyInstance(),
                row.stream() + "#" + row.sequence(),
                row.instant());
    }

    private void claim(Connection connection, Feature<?, ?, ?> feature, String stream, EventRow row)
            throws SQLException {
        List<Claim> wanted = Claims.of(feature, codec.readOpened(row));
        Optional<String> holder = claims.apply(connection, stream, wanted);
        if (holder.isPresent()) {
            throw new Undone(new Refusal(feature.conflict(), Map.of("holder", Features.id(holder.get()))));
        }
    }

    private Optional<Long> accepted(Connection connection, CommandId id) throws SQLException {
        return Sql.first(
                connection, "SELECT position FROM " + table + " WHERE id = ?", row -> row.getLong(1), id.value());
    }

    /** Folds a stream from its events, wherever it is called. */
    <S> Folded<S> load(Feature<?, ?, S> feature, String stream) {
        Folded<S> folded = Folded.nothing(feature);
        var stored = events.readEvents(stream, 0);
        while (stored.hasNext()) {
            folded = folded.plus(feature, (StoredEvent) stored.next().getPayload());
        }
        return folded;
    }

    @SuppressWarnings("unchecked")
    private static String streamOf(Feature<?, ?, ?> feature, Command command) {
        return Features.stream(feature, ((Function<Command, String>) feature.stream()).apply(command));
    }
}
