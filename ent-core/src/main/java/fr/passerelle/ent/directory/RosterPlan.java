package fr.passerelle.ent.directory;

import fr.passerelle.ent.model.ClassId;
import fr.passerelle.ent.model.CommandId;
import fr.passerelle.ent.model.Refusal;
import fr.passerelle.ent.model.SchoolYear;
import fr.passerelle.ent.model.Uai;
import java.util.List;
import java.util.Optional;

/**
 * What an import would change. It carries ids, line numbers and counts, no name of a person, so that it may be shown,
 * kept and exported.
 *
 * @param id from the file's hash and a number drawn for this plan: applying a plan twice has the effect of once, and
 *     yet the same file may be imported again after another one
 * @param fileHash SHA-256 of the file
 * @param entries classes in order of name, then people in order of lines, then departures
 * @param unchanged how many people are known just as the file gives them
 * @param repeated how many lines only repeat another one, or give the same adult again
 * @param emptied open classes of the year that no pupil's line names; they stay open
 * @param held why the departures wait; empty when there are none or they are agreed to
 */
public record RosterPlan(
        CommandId id,
        Uai school,
        SchoolYear year,
        String fileHash,
        List<PlanEntry> entries,
        int unchanged,
        int repeated,
        List<ClassId> emptied,
        Optional<Refusal> held) {
    public RosterPlan {
        entries = List.copyOf(entries);
        emptied = List.copyOf(emptied);
    }

    /** The entries of one kind, in the plan's order. */
    public <T extends PlanEntry> List<T> entries(Class<T> kind) {
        return entries.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** How many entries an application would do: all but those that wait and those that are only told. */
    public int steps() {
        return (int) entries.stream()
                .filter(entry -> !(entry instanceof PlanEntry.Unclear
                        || entry instanceof PlanEntry.ClassLevelUnknown
                        || entry instanceof PlanEntry.LeftOut
                        || (entry instanceof PlanEntry.Departure && held.isPresent())))
                .count();
    }

    /** Whether nothing is left to do or to decide: the file says what is known already. */
    public boolean isEmpty() {
        return entries.stream()
                .allMatch(entry -> entry instanceof PlanEntry.ClassLevelUnknown || entry instanceof PlanEntry.LeftOut);
    }

    /** Whether a person has to decide something before all of it is done. */
    public boolean waits() {
        return held.isPresent() || !entries(PlanEntry.Unclear.class).isEmpty();
    }
}
