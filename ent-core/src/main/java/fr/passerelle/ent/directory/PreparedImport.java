package fr.passerelle.ent.directory;

import fr.passerelle.ent.intake.Roster;
import fr.passerelle.ent.intake.Roster.Pupil;
import fr.passerelle.ent.model.Refusal;
import fr.passerelle.ent.person.MatchKeys;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What came of reading and planning an import. */
public sealed interface PreparedImport {

    /**
     * Nothing can be imported; nothing was changed.
     *
     * @param refusal the file's or the school's fault
     */
    record Refused(Refusal refusal) implements PreparedImport {}

    /**
     * A plan with the roster that it is of. It lives as long as the import: the roster holds names, for somebody who is
     * entitled to see them, and {@code toString} shows none.
     */
    final class Ready implements PreparedImport {
        private final RosterPlan plan;
        private final Roster roster;
        private final Map<Integer, Pupil> pupils;
        private final Map<Integer, MatchKeys> keys;

        Ready(RosterPlan plan, Roster roster, Map<Integer, MatchKeys> keys) {
            this.plan = plan;
            this.roster = roster;
            this.pupils = roster.pupils().stream().collect(Collectors.toMap(Pupil::line, Function.identity()));
            this.keys = Map.copyOf(keys);
        }

        public RosterPlan plan() {
            return plan;
        }

        /** What was read, with its findings. */
        public Roster roster() {
            return roster;
        }

        /** The pupil of a line that the plan names. */
        public Pupil pupil(int line) {
            return Objects.requireNonNull(pupils.get(line), "a line of the plan");
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
