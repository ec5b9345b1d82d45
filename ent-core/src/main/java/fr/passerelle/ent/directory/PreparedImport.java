package fr.passerelle.ent.directory;

import fr.passerelle.ent.directory.Town.Identity;
import fr.passerelle.ent.intake.RosterFile;
import fr.passerelle.ent.model.Refusal;
import fr.passerelle.ent.person.MatchKeys;
import java.util.Map;
import java.util.Objects;

/** What came of reading and planning an import. */
public sealed interface PreparedImport {

    /**
     * Nothing can be imported; nothing was changed.
     *
     * @param refusal the file's or the school's fault
     */
    record Refused(Refusal refusal) implements PreparedImport {}

    /**
     * A plan with the file that it is of. It lives as long as the import: what was read holds names, for somebody who is
     * entitled to see them, and {@code toString} shows none.
     */
    final class Ready implements PreparedImport {
        private final RosterPlan plan;
        private final RosterFile.Export roster;
        private final Map<Integer, Identity> identities;
        private final Map<Integer, MatchKeys> keys;

        /** @param keys by which whoever a line gives is recognised from now on */
        Ready(
                RosterPlan plan,
                RosterFile.Export roster,
                Map<Integer, Identity> identities,
                Map<Integer, MatchKeys> keys) {
            this.plan = plan;
            this.roster = roster;
            this.identities = Map.copyOf(identities);
            this.keys = Map.copyOf(keys);
        }

        public RosterPlan plan() {
            return plan;
        }

        /** What was read, with its findings: pupils, teachers or guardians. */
        public RosterFile.Export roster() {
            return roster;
        }

        Identity identity(int line) {
            return Objects.requireNonNull(identities.get(line), "a line of the plan");
        }

        MatchKeys keys(int line) {
            return Objects.requireNonNull(keys.get(line), "a line of the plan");
        }

        @Override
        public String toString() {
            return "Ready[" + plan.id() + "]";
        }
    }
}
