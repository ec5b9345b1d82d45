package fr.passerelle.ent.spi;

import fr.passerelle.ent.model.Coded;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What stands between us and the ENT, named by who must act. Whether anything took effect is not said here but by the
 * {@link Outcome} that carries it.
 */
public sealed interface Fault extends Coded {

    /** What the sentence fills in; ids and settings only, no person, token or full URL. */
    default Map<String, String> facts() {
        return Map.of();
    }

    /** How far it reaches. */
    Scope scope();

    /** Who is held up by a fault. */
    enum Scope {
        /** This item only. */
        ITEM,
        /** Everything of this account. */
        ACCOUNT
    }

    /**
     * Time will tell: network, 5xx, throttling, maintenance.
     *
     * @param notBefore as the ENT asked, or null
     */
    record Unreachable(@Nullable Instant notBefore) implements Fault {
        @Override
        public String code() {
            return "ENT-401";
        }

        @Override
        public Scope scope() {
            return Scope.ACCOUNT;
        }
    }

    /** The engine signs in again, or a person does. */
    record SignInNeeded(Why why) implements Fault {
        /** What happened to the sign-in. */
        public enum Why {
            /** The session ended: signing in again is enough. */
            EXPIRED,
            /** The credentials are refused. */
            REVOKED,
            /** The ENT asks the person for something first: new password, terms, second factor. */
            INTERRUPTED,
            /** The ENT no longer honours the token of an author who had connected her own account. */
            DISCONNECTED
        }

        @Override
        public String code() {
            return switch (why) {
                case EXPIRED -> "ENT-402";
                case REVOKED -> "ENT-403";
                case INTERRUPTED -> "ENT-404";
                case DISCONNECTED -> "ENT-406";
            };
        }

        @Override
        public Scope scope() {
            return Scope.ACCOUNT;
        }
    }

    /**
     * The ENT's administrator must grant something.
     *
     * @param need which right, in the ENT's words
     */
    record Forbidden(String need) implements Fault {
        @Override
        public String code() {
            return "ENT-405";
        }

        @Override
        public Map<String, String> facts() {
            return Map.of("need", need);
        }

        @Override
        public Scope scope() {
            return Scope.ITEM;
        }
    }

    /**
     * The author must change something.
     *
     * @param violation what, as one of the connector's own codes
     */
    record Rejected(Coded violation, Map<String, String> facts) implements Fault {
        public Rejected {
            facts = Map.copyOf(facts);
        }

        @Override
        public String code() {
            return violation.code();
        }

        @Override
        public Scope scope() {
            return Scope.ITEM;
        }
    }

    /** The object is no longer there: the engine plans anew. */
    record Gone() implements Fault {
        @Override
        public String code() {
            return "ENT-407";
        }

        @Override
        public Scope scope() {
            return Scope.ITEM;
        }
    }

    /**
     * The ENT answers otherwise than its protocol says: we must mend the connector.
     *
     * @param path the route with ids replaced, for example {@code /blog/post/:blog}
     */
    record ContractBroken(String path, String expected, String got) implements Fault {
        @Override
        public String code() {
            return "ENT-408";
        }

        @Override
        public Map<String, String> facts() {
            return Map.of("path", path, "expected", expected, "got", got);
        }

        @Override
        public Scope scope() {
            return Scope.ITEM;
        }
    }

    /**
     * The town must correct a setting.
     *
     * @param setting its name in the configuration
     */
    record Misconfigured(String setting) implements Fault {
        @Override
        public String code() {
            return "ENT-409";
        }

        @Override
        public Map<String, String> facts() {
            return Map.of("setting", setting);
        }

        @Override
        public Scope scope() {
            return Scope.ACCOUNT;
        }
    }
}
