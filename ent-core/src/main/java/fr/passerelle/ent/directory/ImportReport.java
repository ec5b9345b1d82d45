package fr.passerelle.ent.directory;

import fr.passerelle.ent.model.Refusal;
import java.util.List;

/**
 * What an import did: counts, ids and line numbers, no name.
 *
 * @param opened classes opened
 * @param levelsChanged classes with other levels than before
 * @param added people registered
 * @param changed people of the school about whom something changed, or who are back
 * @param transferred pupils who came from another place
 * @param departed people who left
 * @param unchanged people known just as the file gives them
 * @param refused what did not go through; import the file again to try once more
 * @param left how many entries were not tried because somebody stopped it; import the file again to do them
 * @param visible whether queries show all of it already; otherwise they will in a moment
 */
public record ImportReport(
        RosterPlan plan,
        int opened,
        int levelsChanged,
        int added,
        int changed,
        int transferred,
        int departed,
        int unchanged,
        List<RefusedEntry> refused,
        int left,
        boolean visible) {
    public ImportReport {
        refused = List.copyOf(refused);
    }

    /** An entry of the plan that was refused, because something had changed since it was made. */
    public record RefusedEntry(PlanEntry entry, Refusal refusal) {}
}
