package fr.passerelle.ent.directory;

import fr.passerelle.ent.directory.Town.KnownClass;
import fr.passerelle.ent.intake.OndePupils;
import fr.passerelle.ent.intake.Roster;
import fr.passerelle.ent.intake.Roster.Pupil;
import fr.passerelle.ent.intake.RosterFile;
import fr.passerelle.ent.model.CommandId;
import fr.passerelle.ent.model.Commands;
import fr.passerelle.ent.model.PlaceReason;
import fr.passerelle.ent.model.Refusal;
import fr.passerelle.ent.model.SchoolYear;
import fr.passerelle.ent.model.States;
import fr.passerelle.ent.model.Uai;
import fr.passerelle.ent.person.MatchKeys;
import fr.passerelle.ent.privacy.Vault;
import fr.passerelle.ent.school.School;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Imports ONDE's export of a school's pupils: first {@link #prepare}, which changes nothing, then {@link #apply}.
 *
 * <p>To decide on unclear lines and departures, prepare the same file again with {@link Decisions}. Safe for several
 * threads; of two imports at once, one is told as refused what the other was first to do.
 */
public final class OndeImport {
    private final Commands commands;
    private final States states;
    private final Vault vault;
    private final Recogniser recogniser;
    private final TownReader townReader;

    public OndeImport(Commands commands, States states, Vault vault) {
        this.commands = commands;
        this.states = states;
        this.vault = vault;
        this.recogniser = new Recogniser(vault);
        this.townReader = new TownReader(states, vault);
    }

    /**
     * Reads a file and plans what it would change. Changes nothing.
     *
     * @param file read up to {@link OndePupils#MAX_BYTES}, not closed
     * @param school whose pupils they are; it must be registered
     * @param year the school year that the file is of
     * @throws IOException if the file cannot be read
     */
    public PreparedImport prepare(InputStream file, Uai school, SchoolYear year, Decisions decisions)
            throws IOException {
        if (states.current(School.FEATURE, school.value()).school() == null) {
            return new PreparedImport.Refused(Refusal.of(PlaceReason.UNKNOWN_PLACE, "place", school));
        }
        RosterFile read = OndePupils.read(file, school, year);
        return read instanceof Roster roster
                ? prepare(roster, decisions)
                : new PreparedImport.Refused(((RosterFile.Unreadable) read).refusal());
    }

    private PreparedImport prepare(Roster roster, Decisions decisions) {
        Map<Integer, MatchKeys> keys = new LinkedHashMap<>();
        for (Pupil pupil : roster.pupils()) {
            keys.put(pupil.line(), recogniser.keys(pupil.familyName(), pupil.firstName(), pupil.birthDate()));
        }
        Town town = townReader.read(roster.school(), keys.values());
        Optional<SchoolYear> later = town.classes().stream()
                .map(KnownClass::year)
                .filter(year -> year.compareTo(roster.year()) > 0)
                .max(SchoolYear::compareTo);
        if (later.isPresent()) {
            return new PreparedImport.Refused(new Refusal(
                    DirectoryReason.LATER_YEAR_KNOWN,
                    Map.of(
                            "year",
                            roster.year().toString(),
                            "later",
                            later.get().toString())));
        }
        Set<String> erased = keys.values().stream()
                .map(MatchKeys::exact)
                .filter(vault::erasedMatch)
                .collect(Collectors.toSet());
        // The number drawn here lets the same file be imported again after another one: A, B, A must end as A.
        CommandId id = new CommandId("onde/" + roster.fileHash() + "/" + UUID.randomUUID());
        return new PreparedImport.Ready(RosterPlanner.plan(id, roster, keys, town, erased, decisions), roster, keys);
    }

    /**
     * Does what a plan says, except what waits for a decision. Repeating it changes nothing more, and after an
     * interruption a fresh {@link #prepare} finds what is left to do.
     *
     * @throws fr.passerelle.ent.model.StoreUnavailable if the store cannot be written; what was done so far holds
     */
    public ImportReport apply(PreparedImport.Ready prepared) {
        return new PlanRun(commands, states, prepared).run();
    }
}
