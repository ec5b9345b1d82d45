package fr.passerelle.ent.spi;

import fr.passerelle.ent.model.AudienceScope;
import fr.passerelle.ent.model.CommunicationKind;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * What one profile of a connector is, can do and cannot do. The tables of {@code docs/connectors} are written from it.
 *
 * @param id the connector, for example {@code one}
 * @param profile for example {@code entcore}
 * @param platform the platform's own name, as people know it
 * @param maturity what this profile was tried against; shown wherever an account is shown
 * @param settings what the operator fills in
 * @param publishes what it publishes, or null-object {@link Publishing#NONE}
 * @param dataCategories what personal data leaves towards the ENT, in French, for the register of processing
 * @param gaps what it lacks and what to do instead, in French
 */
public record ConnectorDescriptor(
        String id,
        String profile,
        String platform,
        Maturity maturity,
        List<Setting> settings,
        Publishing publishes,
        List<String> dataCategories,
        List<String> gaps) {
    public ConnectorDescriptor {
        settings = List.copyOf(settings);
        dataCategories = List.copyOf(dataCategories);
        gaps = List.copyOf(gaps);
    }

    /** What a profile was tried against. */
    public enum Maturity {
        /** A live platform. */
        LIVE_VERIFIED,
        /** The platform's own code, run by us. */
        REAL_SERVER,
        /** The platform's code, read but not run. */
        SOURCE_ONLY,
        /** Client code or documents only. */
        RECONSTRUCTED
    }

    /**
     * What the operator fills in for an account.
     *
     * @param name as in {@code credentials.<name>}
     * @param secret never shown again once given
     */
    public record Setting(String name, boolean secret, boolean required) {}

    /**
     * How a profile publishes.
     *
     * @param kinds the kinds of communication it takes
     * @param scopes the audiences it can address without widening them
     * @param titleLimit most code points of a title
     * @param bodyLimit most code points of a body's HTML
     * @param edits whether what is published can be corrected
     * @param withdrawal what taking back does
     * @param settlesWithin after this long without being visible, a write did not happen
     */
    public record Publishing(
            Set<CommunicationKind> kinds,
            Set<AudienceScope> scopes,
            int titleLimit,
            int bodyLimit,
            boolean edits,
            Withdrawal withdrawal,
            Duration settlesWithin) {
        /** For a profile that publishes nothing. */
        public static final Publishing NONE =
                new Publishing(Set.of(), Set.of(), 0, 0, false, Withdrawal.NONE, Duration.ZERO);

        public Publishing {
            kinds = Set.copyOf(kinds);
            scopes = Set.copyOf(scopes);
        }
    }

    /** What taking back a publication does on the ENT. */
    public enum Withdrawal {
        /** It is deleted. */
        DELETE,
        /** It stays for its author only. */
        UNPUBLISH,
        /** It is recalled, for a limited time. */
        RECALL,
        /** It cannot be taken back. */
        NONE
    }
}
