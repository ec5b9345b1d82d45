package fr.passerelle.ent.spi;

import java.util.Map;

/** What a look at an account showed. */
public sealed interface CheckResult {

    /**
     * The account can work.
     *
     * @param facts what was seen, for people who operate it, for example {@code classes=8}; no names of people
     */
    record Ready(Map<String, String> facts) implements CheckResult {
        public Ready {
            facts = Map.copyOf(facts);
        }
    }

    /** Something must be put right first. */
    record NotReady(Fault fault) implements CheckResult {}
}
