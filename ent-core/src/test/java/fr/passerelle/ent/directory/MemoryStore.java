package fr.passerelle.ent.directory;

import fr.passerelle.ent.model.Claim;
import fr.passerelle.ent.model.Command;
import fr.passerelle.ent.model.CommandId;
import fr.passerelle.ent.model.CommandResult;
import fr.passerelle.ent.model.Commands;
import fr.passerelle.ent.model.Decision;
import fr.passerelle.ent.model.Event;
import fr.passerelle.ent.model.Feature;
import fr.passerelle.ent.model.Refusal;
import fr.passerelle.ent.model.States;
import fr.passerelle.ent.model.StoreUnavailable;
import fr.passerelle.ent.model.SubjectId;
import fr.passerelle.ent.person.Person;
import fr.passerelle.ent.school.School;
import fr.passerelle.ent.schoolclass.SchoolClass;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The rules of the real features over maps: claims, repeats and, where a test asks for it, a read model that lags. */
final class MemoryStore implements Commands, States {
    private static final List<Feature<?, ?, ?>> FEATURES = List.of(School.FEATURE, SchoolClass.FEATURE, Person.FEATURE);

    private final Map<String, Object> states = new LinkedHashMap<>();
    private final Map<String, String> claims = new HashMap<>();
    private final Map<CommandId, Long> accepted = new HashMap<>();
    private Map<String, Object> shown = states;
    private long position;
    private int sends;
    private int diesAt = Integer.MAX_VALUE;

    final List<Event> events = new ArrayList<>();

    /** From now on the read model shows nothing new. */
    void lag() {
        shown = new LinkedHashMap<>(states);
    }

    void lagNoMore() {
        shown = states;
    }

    /** The process dies instead of taking this many more commands. */
    void dieAfter(int commands) {
        diesAt = sends + commands;
    }

    void live() {
        diesAt = Integer.MAX_VALUE;
    }

    @Override
    public CommandResult send(CommandId id, @Nullable SubjectId by, Command command) {
        if (sends++ >= diesAt) {
            throw new StoreUnavailable("killed", new IOException());
        }
        Long before = accepted.get(id);
        if (before != null) {
            return new CommandResult.Done(before, true);
        }
        for (Feature<?, ?, ?> feature : FEATURES) {
            if (feature.commands().isInstance(command)) {
                return decide(feature, id, command);
            }
        }
        throw new IllegalArgumentException("No feature takes " + command.getClass());
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
        Map<String, String> after = new HashMap<>(claims);
        for (E event : ((Decision.Accepted<E>) decision).events()) {
            state = feature.decider().evolve(state, event);
            for (Claim claim : feature.claims().apply(event)) {
                if (claim instanceof Claim.Take take) {
                    String holder = after.putIfAbsent(take.namespace() + "/" + take.key(), stream);
                    if (holder != null && !holder.equals(stream)) {
                        return new CommandResult.Refused(Refusal.of(feature.conflict()));
                    }
                } else {
                    String namespace = ((Claim.Release) claim).namespace() + "/";
                    after.entrySet()
                            .removeIf(entry -> entry.getKey().startsWith(namespace)
                                    && entry.getValue().equals(stream));
                }
            }
        }
        claims.clear();
        claims.putAll(after);
        events.addAll(((Decision.Accepted<E>) decision).events());
        states.put(feature.name() + "/" + stream, Objects.requireNonNull(state));
        accepted.put(id, ++position);
        return new CommandResult.Done(position, false);
    }

    @Override
    public <S> Optional<S> find(Feature<?, ?, S> feature, String id) {
        return Optional.ofNullable(shown.get(feature.name() + "/" + id)).map(feature.state()::cast);
    }

    @Override
    public <S> List<S> under(Feature<?, ?, S> feature, String parent) {
        return all(feature).stream()
                .filter(state -> parent.equals(feature.index().apply(state).parent()))
                .toList();
    }

    @Override
    public <S> List<S> inGroup(Feature<?, ?, S> feature, String group) {
        return all(feature).stream()
                .filter(state -> group.equals(feature.index().apply(state).group()))
                .toList();
    }

    @Override
    public <S> List<S> all(Feature<?, ?, S> feature) {
        return shown.values().stream()
                .filter(feature.state()::isInstance)
                .map(feature.state()::cast)
                .toList();
    }

    @Override
    public <S> List<S> due(Feature<?, ?, S> feature, Instant until, int limit) {
        return List.of();
    }

    @Override
    public Optional<Instant> nextDue(Feature<?, ?, ?> feature) {
        return Optional.empty();
    }

    @Override
    public <S> S current(Feature<?, ?, S> feature, String id) {
        Object state = states.get(feature.name() + "/" + id);
        return state == null ? feature.decider().initial() : feature.state().cast(state);
    }

    @Override
    public Optional<String> holder(String namespace, String key) {
        return Optional.ofNullable(claims.get(namespace + "/" + key));
    }

    @Override
    public boolean awaitPosition(long wanted, Duration atMost) {
        return shown == states;
    }

    @Override
    public boolean catchUp(Duration atMost) {
        return shown == states;
    }
}
