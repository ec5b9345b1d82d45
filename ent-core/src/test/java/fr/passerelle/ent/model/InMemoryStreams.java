package fr.passerelle.ent.model;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The store's ports in memory, for tests of what stands on them: folds deciders, repeats commands by id, keeps claims.
 * Personal values stay as they came. Its read model can be made to lag behind, as a real one may.
 */
public final class InMemoryStreams implements Commands, States, Feed {
    private final Map<String, Feature<?, ?, ?>> features = new LinkedHashMap<>();
    private final Map<CommandId, Long> answered = new HashMap<>();
    private final Map<String, List<Event>> events = new LinkedHashMap<>();
    private final Map<String, Object> states = new HashMap<>();
    private final Map<String, Object> readModel = new LinkedHashMap<>();
    private final Map<String, String> claims = new HashMap<>();
    private final List<Consumer<Change>> listeners = new CopyOnWriteArrayList<>();
    private final List<Change> unread = new ArrayList<>();
    private boolean lagging;
    private long position;

    public InMemoryStreams(Feature<?, ?, ?>... features) {
        for (Feature<?, ?, ?> feature : features) {
            this.features.put(feature.name(), feature);
        }
    }

    /** From now on the read model follows only when somebody waits for it. */
    public synchronized void lag(boolean lagging) {
        this.lagging = lagging;
        if (!lagging) {
            catchUp();
        }
    }

    /** All events of a stream, oldest first. */
    public synchronized List<Event> history(Feature<?, ?, ?> feature, String id) {
        return List.copyOf(events.getOrDefault(feature.name() + "/" + id, List.of()));
    }

    @Override
    public synchronized CommandResult send(CommandId id, @Nullable SubjectId by, Command command) {
        Long before = answered.get(id);
        if (before != null) {
            return new CommandResult.Done(before, true);
        }
        Feature<?, ?, ?> feature = features.values().stream()
                .filter(candidate -> candidate.commands().isInstance(command))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No feature answers " + command.getClass()));
        return decide(feature, id, command);
    }

    private <C extends Command, E extends Event, S> CommandResult decide(
            Feature<C, E, S> feature, CommandId id, Command command) {
        C own = feature.commands().cast(command);
        String stream = feature.stream().apply(own);
        S state = current(feature, stream);
        Decision<E> decision = feature.decider().decide(state, own);
        if (decision instanceof Decision.Refused<E> refused) {
            return new CommandResult.Refused(refused.refusal());
        }
        List<E> follows = ((Decision.Accepted<E>) decision).events();
        if (follows.stream().anyMatch(event -> conflicts(feature, stream, event))) {
            return new CommandResult.Refused(Refusal.of(feature.conflict()));
        }
        String key = feature.name() + "/" + stream;
        for (E event : follows) {
            claim(feature, key, event);
            state = feature.decider().evolve(state, event);
            events.computeIfAbsent(key, created -> new ArrayList<>()).add(event);
            states.put(key, state);
            unread.add(new Change(++position, feature.name(), stream, event, state));
        }
        answered.put(id, position);
        if (!lagging) {
            catchUp();
        }
        return new CommandResult.Done(position, false);
    }

    private <E extends Event> boolean conflicts(Feature<?, E, ?> feature, String stream, E event) {
        return feature.claims().apply(event).stream()
                .anyMatch(claim -> claim instanceof Claim.Take take
                        && !claims.getOrDefault(take.namespace() + ":" + take.key(), feature.name() + "/" + stream)
                                .equals(feature.name() + "/" + stream));
    }

    private <E extends Event> void claim(Feature<?, E, ?> feature, String stream, E event) {
        for (Claim claim : feature.claims().apply(event)) {
            if (claim instanceof Claim.Take take) {
                claims.put(take.namespace() + ":" + take.key(), stream);
            } else if (claim instanceof Claim.Release release) {
                claims.entrySet()
                        .removeIf(held -> held.getKey().startsWith(release.namespace() + ":")
                                && held.getValue().equals(stream));
            }
        }
    }

    private void catchUp() {
        List<Change> news = List.copyOf(unread);
        unread.clear();
        for (Change change : news) {
            readModel.put(change.feature() + "/" + change.id(), change.state());
        }
        news.forEach(change -> listeners.forEach(listener -> listener.accept(change)));
    }

    @Override
    public synchronized <S> Optional<S> find(Feature<?, ?, S> feature, String id) {
        return Optional.ofNullable(readModel.get(feature.name() + "/" + id)).map(feature.state()::cast);
    }

    @Override
    public <S> List<S> under(Feature<?, ?, S> feature, String parent) {
        return select(
                feature, state -> parent.equals(feature.index().apply(state).parent()));
    }

    @Override
    public <S> List<S> inGroup(Feature<?, ?, S> feature, String group) {
        return select(
                feature, state -> group.equals(feature.index().apply(state).group()));
    }

    @Override
    public <S> List<S> all(Feature<?, ?, S> feature) {
        return select(feature, state -> true);
    }

    private synchronized <S> List<S> select(Feature<?, ?, S> feature, Predicate<S> which) {
        List<S> found = new ArrayList<>();
        readModel.forEach((stream, state) -> {
            if (feature.state().isInstance(state) && which.test(feature.state().cast(state))) {
                found.add(feature.state().cast(state));
            }
        });
        return found;
    }

    @Override
    public <S> List<S> due(Feature<?, ?, S> feature, Instant until, int limit) {
        return select(feature, state -> dueAt(feature, state) != null).stream()
                .filter(state -> !due(feature, state).isAfter(until))
                .sorted(Comparator.comparing(state -> due(feature, state)))
                .limit(limit)
                .toList();
    }

    @Override
    public Optional<Instant> nextDue(Feature<?, ?, ?> feature) {
        return earliest(feature);
    }

    private <S> Optional<Instant> earliest(Feature<?, ?, S> feature) {
        return all(feature).stream()
                .map(state -> Optional.ofNullable(dueAt(feature, state)))
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder());
    }

    private static <S> @Nullable Instant dueAt(Feature<?, ?, S> feature, S state) {
        return feature.index().apply(state).dueAt();
    }

    private static <S> Instant due(Feature<?, ?, S> feature, S state) {
        return Objects.requireNonNull(dueAt(feature, state));
    }

    @Override
    public synchronized <S> S current(Feature<?, ?, S> feature, String id) {
        Object state = states.get(feature.name() + "/" + id);
        return state == null ? feature.decider().initial() : feature.state().cast(state);
    }

    @Override
    public synchronized Optional<String> holder(String namespace, String key) {
        return Optional.ofNullable(claims.get(namespace + ":" + key))
                .map(stream -> stream.substring(stream.indexOf('/') + 1));
    }

    @Override
    public synchronized boolean awaitPosition(long wanted, Duration atMost) {
        catchUp();
        return wanted <= position;
    }

    @Override
    public boolean catchUp(Duration atMost) {
        return awaitPosition(position, atMost);
    }

    @Override
    public Subscription subscribe(Consumer<Change> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /** The classes of all events that were ever written, for tests that want to have seen each. */
    public synchronized Set<Class<?>> kindsOfEvents() {
        Set<Class<?>> kinds = new HashSet<>();
        events.values().stream().flatMap(Collection::stream).forEach(event -> kinds.add(event.getClass()));
        return kinds;
    }
}
