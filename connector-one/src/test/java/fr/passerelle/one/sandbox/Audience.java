package fr.passerelle.one.sandbox;

import fr.passerelle.one.sandbox.World.User;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** Who viewed what and how he reacted; a view by the same person counts once a minute. */
final class Audience {
    private static final Duration ONCE_IN = Duration.ofMinutes(1);

    private final Map<String, Resource> resources = new LinkedHashMap<>();
    /** Set where the platform runs without the module. */
    boolean absent;

    /** What was counted of one resource. */
    static final class Resource {
        long views;
        final Map<User, Instant> viewers = new LinkedHashMap<>();
        final Map<User, String> reactions = new LinkedHashMap<>();

        void view(User user, Instant now) {
            Instant last = viewers.get(user);
            if (last == null || !now.isBefore(last.plus(ONCE_IN))) {
                views++;
                viewers.put(user, now);
            }
        }

        /** How many people of each profile viewed it. */
        Map<String, Integer> viewersByProfile() {
            Map<String, Integer> counts = new TreeMap<>();
            viewers.keySet().forEach(user -> counts.merge(user.profile, 1, Integer::sum));
            return counts;
        }
    }

    Resource of(String application, String type, String id) {
        return resources.computeIfAbsent(application + "/" + type + "/" + id, new_ -> new Resource());
    }
}
