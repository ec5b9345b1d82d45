package fr.passerelle.ent.store;

import fr.passerelle.ent.model.Feature;
import fr.passerelle.ent.model.States;
import fr.passerelle.ent.model.StoreUnavailable;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Answers from the read model, through the readers' connections. */
final class StateReader implements States {
    private final Database database;
    private final StateTable states;
    private final Claims claims;
    private final CommandDesk desk;
    private final EventTable events;
    private final Progress progress;

    StateReader(
            Database database,
            StateTable states,
            Claims claims,
            CommandDesk desk,
            EventTable events,
            Progress progress) {
        this.database = database;
        this.states = states;
        this.claims = claims;
        this.desk = desk;
        this.events = events;
        this.progress = progress;
    }

    private interface Query<T> {
        T run(Connection connection) throws SQLException;
    }

    private <T> T read(Query<T> query) {
        try (Connection connection = database.readers().getConnection()) {
            return query.run(connection);
        } catch (SQLException e) {
            throw new StoreUnavailable("The store cannot be read now.", e);
        }
    }

    @Override
    public <S> Optional<S> find(Feature<?, ?, S> feature, String id) {
        return read(connection -> states.find(connection, feature, id)).map(Folded::state);
    }

    @Override
    public <S> List<S> under(Feature<?, ?, S> feature, String parent) {
        return read(connection -> states.select(connection, feature, "AND parent = ? ORDER BY created", parent));
    }

    @Override
    public <S> List<S> inGroup(Feature<?, ?, S> feature, String group) {
        return read(connection -> states.select(connection, feature, "AND group_id = ? ORDER BY created", group));
    }

    @Override
    public <S> List<S> all(Feature<?, ?, S> feature) {
        return read(connection -> states.select(connection, feature, "ORDER BY created"));
    }

    @Override
    public <S> List<S> due(Feature<?, ?, S> feature, Instant until, int limit) {
        return read(connection -> states.select(
                connection, feature, "AND due_at <= ? ORDER BY due_at, created LIMIT " + limit, Micros.of(until)));
    }

    @Override
    public Optional<Instant> nextDue(Feature<?, ?, ?> feature) {
        return read(connection -> states.firstDue(connection, feature));
    }

    @Override
    public <S> S current(Feature<?, ?, S> feature, String id) {
        return desk.load(feature, Features.stream(feature, id)).state();
    }

    @Override
    public Optional<String> holder(String namespace, String key) {
        return read(connection -> claims.holder(connection, namespace, key)).map(Features::id);
    }

    @Override
    public boolean awaitPosition(long position, Duration atMost) {
        return progress.await(position, atMost);
    }

    @Override
    public boolean catchUp(Duration atMost) {
        return progress.await(events.lastPosition(), atMost);
    }
}
