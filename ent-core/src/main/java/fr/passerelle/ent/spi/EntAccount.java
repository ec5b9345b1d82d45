package fr.passerelle.ent.spi;

import fr.passerelle.ent.model.PersonId;
import fr.passerelle.ent.model.PlaceId;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An account as the town configured it, or that of an author who signs by herself.
 *
 * @param connector the connector's id, for example {@code one}
 * @param profile one of the connector's profiles
 * @param baseUrl the platform's origin, without path; HTTPS unless {@code allowLoopback}
 * @param origins further origins of the same platform by name, for example {@code auth}, as {@code baseUrl}
 * @param allowLoopback true only for a sandbox on this machine: plain HTTP to a loopback address
 * @param places the schools and centres it acts for, at least one
 * @param byHand whether a person publishes on the ENT's own pages whatever is planned from now on, even what the connector could write
 * @param author whose own account it is; null for a service account
 * @param credentials by the names of the descriptor's settings; an author's account has those of the service account that
 *     it was connected through, and {@link SignsPeopleIn#REFRESH_TOKEN}
 * @param settlesWithin replaces the profile's settle horizon, or null; shorter than the profile's only with
 *     {@code allowLoopback}
 */
public record EntAccount(
        AccountId id,
        String connector,
        String profile,
        URI baseUrl,
        Map<String, URI> origins,
        boolean allowLoopback,
        Set<PlaceId> places,
        boolean byHand,
        @Nullable PersonId author,
        Map<String, Secret> credentials,
        @Nullable Duration settlesWithin) {
    public EntAccount {
        origins = Map.copyOf(origins);
        places = Set.copyOf(places);
        credentials = Map.copyOf(credentials);
    }

    /** A service account. */
    public EntAccount(
            AccountId id,
            String connector,
            String profile,
            URI baseUrl,
            Map<String, URI> origins,
            boolean allowLoopback,
            Set<PlaceId> places,
            boolean byHand,
            Map<String, Secret> credentials,
            @Nullable Duration settlesWithin) {
        this(id, connector, profile, baseUrl, origins, allowLoopback, places, byHand, null, credentials, settlesWithin);
    }

    /** An account that publishes by itself. */
    public EntAccount(
            AccountId id,
            String connector,
            String profile,
            URI baseUrl,
            Map<String, URI> origins,
            boolean allowLoopback,
            Set<PlaceId> places,
            Map<String, Secret> credentials,
            @Nullable Duration settlesWithin) {
        this(id, connector, profile, baseUrl, origins, allowLoopback, places, false, credentials, settlesWithin);
    }

    /** An account of a platform that has one origin. */
    public EntAccount(
            AccountId id,
            String connector,
            String profile,
            URI baseUrl,
            boolean allowLoopback,
            Set<PlaceId> places,
            Map<String, Secret> credentials,
            @Nullable Duration settlesWithin) {
        this(id, connector, profile, baseUrl, Map.of(), allowLoopback, places, credentials, settlesWithin);
    }

    /** The account of an author on the same platform, for the same places, who signs with what this token renews. */
    public EntAccount of(PersonId author, Secret refreshToken) {
        Map<String, Secret> hers = new HashMap<>(credentials);
        hers.put(SignsPeopleIn.REFRESH_TOKEN, refreshToken);
        return new EntAccount(
                id.of(author),
                connector,
                profile,
                baseUrl,
                origins,
                allowLoopback,
                places,
                byHand,
                author,
                hers,
                settlesWithin);
    }
}
