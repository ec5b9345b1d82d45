package fr.passerelle.ent.spi;

import fr.passerelle.ent.model.AudienceScope;
import fr.passerelle.ent.model.CommunicationKind;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What one profile of a connector is, can do and cannot do. The tables of {@code docs/connectors} are written from it.
 *
 * @param id the connector, for example {@code one}
 * @param profile for example {@code entcore}
 * @param platform the platform's own name, as people know it
 * @param maturity what this profile was tried against; shown wherever an account is shown
 * @param settings what the operator fills in
 * @param publishes what it publishes, one line for each kind; empty if nothing
 * @param byHand what a person can publish on the ENT's own pages with our help; never a kind and audience that
 *     {@code publishes} covers
 * @param dataCategories what personal data leaves towards the ENT, in French, for the register of processing
 * @param gaps what it lacks and what to do instead, in French
 */
public record ConnectorDescriptor(
        String id,
        String profile,
        String platform,
        Maturity maturity,
        List<Setting> settings,
        List<Publishing> publishes,
        List<ByHand> byHand,
        List<String> dataCategories,
        List<String> gaps) {
    public ConnectorDescriptor {
        settings = List.copyOf(settings);
        publishes = List.copyOf(publishes);
        if (publishes.stream().map(Publishing::kind).distinct().count() < publishes.size()) {
            throw new IllegalArgumentException("A kind is declared once.");
        }
        byHand = List.copyOf(byHand);
        dataCategories = List.copyOf(dataCategories);
        gaps = List.copyOf(gaps);
    }

    /** How it publishes a kind; empty if it does not. */
    public Optional<Publishing> publishes(CommunicationKind kind) {
        return publishes.stream().filter(line -> line.kind() == kind).findFirst();
    }

    /** Whether a person can publish a kind for such an audience on the ENT's own pages. */
    public boolean byHand(CommunicationKind kind, AudienceScope scope) {
        return byHand.stream()
                .anyMatch(line -> line.kind() == kind && line.scopes().contains(scope));
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
     * How a profile publishes one kind of communication.
     *
     * @param scopes the audiences it can address without widening them; see {@link TargetAudience#declaredAs}
     * @param titleLimit most code points of a title
     * @param bodyLimit most code points of a body's HTML
     * @param edits whether what is published can be corrected; if not, the engine runs no step of an edit
     * @param withdrawal what taking back does
     * @param attachments what files it carries, or {@link Attaching#NONE}
     * @param settlesWithin after this long without being visible, a write did not happen
     */
    public record Publishing(
            CommunicationKind kind,
            Set<AudienceScope> scopes,
            int titleLimit,
            int bodyLimit,
            boolean edits,
            Withdrawal withdrawal,
            Attaching attachments,
            Duration settlesWithin) {
        public Publishing {
            scopes = Set.copyOf(scopes);
        }
    }

    /**
     * What a person can publish herself.
     *
     * @param scopes see {@link TargetAudience#declaredAs}
     */
    public record ByHand(CommunicationKind kind, Set<AudienceScope> scopes) {
        public ByHand {
            scopes = Set.copyOf(scopes);
        }
    }

    /**
     * What files go with a publication. Whatever does not fit is refused before any request, never left out.
     *
     * @param files most files, 0 for none at all
     * @param bytesEach most bytes of one
     * @param bytesInAll most bytes of all
     */
    public record Attaching(int files, int bytesEach, int bytesInAll) {
        /** It carries none. */
        public static final Attaching NONE = new Attaching(0, 0, 0);

        /** Whether files of these sizes fit; no files always do. */
        public boolean takes(List<Integer> sizes) {
            return sizes.size() <= files
                    && sizes.stream().allMatch(size -> size <= bytesEach)
                    && sizes.stream().mapToLong(Integer::longValue).sum() <= bytesInAll;
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
