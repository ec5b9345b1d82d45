package fr.passerelle.ent.directory;

import fr.passerelle.ent.directory.PlanEntry.Departure;
import fr.passerelle.ent.directory.Town.KnownPerson;
import fr.passerelle.ent.intake.Finding;
import fr.passerelle.ent.intake.RosterFile;
import fr.passerelle.ent.model.PersonId;
import fr.passerelle.ent.model.Refusal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;

/**
 * Who is at the school and not in the file.
 *
 * <p>Departures always wait for somebody who has read how many there are. No rule could tell a file cut between two lines
 * from one whose last people left, and what is held costs a glance, what is lost by mistake a child's messages.
 *
 * @param held why they wait; empty when there are none or they are agreed to
 */
record Departures(List<Departure> entries, Optional<Refusal> held) {

    /** @param stays whether the file names somebody, or might mean her */
    static Departures of(
            RosterFile.Export file, List<KnownPerson> known, Predicate<PersonId> stays, Decisions decisions) {
        List<PersonId> present = known.stream()
                .filter(person -> person.present() && person.place().equals(file.school()))
                .map(KnownPerson::person)
                .toList();
        List<Departure> entries = present.stream()
                .filter(stays.negate())
                .sorted(Comparator.comparing(PersonId::value))
                .map(Departure::new)
                .toList();
        return new Departures(entries, held(file, entries.size(), present.size(), decisions.departures()));
    }

    private static Optional<Refusal> held(RosterFile.Export file, int count, int present, OptionalInt agreed) {
        if (count == 0 || agreed.equals(OptionalInt.of(count))) {
            return Optional.empty();
        }
        String departures = Integer.toString(count);
        if (agreed.isPresent()) {
            return Optional.of(new Refusal(
                    DirectoryReason.OTHER_DEPARTURES_AGREED,
                    Map.of("count", departures, "agreed", Integer.toString(agreed.getAsInt()))));
        }
        if (!file.complete()) {
            long refused = file.findings().stream()
                    .filter(Finding::refused)
                    .map(Finding::line)
                    .distinct()
                    .count();
            return Optional.of(new Refusal(
                    DirectoryReason.DEPARTURES_OF_INCOMPLETE_FILE,
                    Map.of("count", departures, "refused", Long.toString(refused))));
        }
        return Optional.of(
                2L * count > present
                        ? new Refusal(
                                DirectoryReason.MASS_DEPARTURE,
                                Map.of("count", departures, "known", Integer.toString(present)))
                        : Refusal.of(DirectoryReason.DEPARTURES, "count", count));
    }
}
