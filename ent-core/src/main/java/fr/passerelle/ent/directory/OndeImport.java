package fr.passerelle.ent.directory;

import fr.passerelle.ent.directory.AdultRoster.AdultLine;
import fr.passerelle.ent.directory.Town.Identity;
import fr.passerelle.ent.directory.Town.KnownClass;
import fr.passerelle.ent.intake.Guardians;
import fr.passerelle.ent.intake.OndeKind;
import fr.passerelle.ent.intake.OndeReader;
import fr.passerelle.ent.intake.Roster;
import fr.passerelle.ent.intake.Roster.Pupil;
import fr.passerelle.ent.intake.RosterFile;
import fr.passerelle.ent.intake.Teachers;
import fr.passerelle.ent.model.CommandId;
import fr.passerelle.ent.model.Commands;
import fr.passerelle.ent.model.PlaceReason;
import fr.passerelle.ent.model.Refusal;
import fr.passerelle.ent.model.SchoolYear;
import fr.passerelle.ent.model.States;
import fr.passerelle.ent.model.SubjectId;
import fr.passerelle.ent.model.Uai;
import fr.passerelle.ent.person.MatchKeys;
import fr.passerelle.ent.person.Profile;
import fr.passerelle.ent.privacy.Vault;
import fr.passerelle.ent.school.School;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Imports ONDE's exports of a school, its pupils, teachers and guardians: first {@link #prepare}, which changes nothing,
 * then {@link #apply}. Which of the three a file is shows in its headings; they are imported in the order of
 * {@link OndeKind}, since teachers are found at the classes and guardians at the pupils that are known when the file is
 * prepared.
 *
 * <p>Pupils are recognised in the whole town by names and birth date; adults, whose birth date no file gives, at one school
 * by their names: see {@link Recogniser} for what follows for homonyms and for whoever is known at two schools.
 *
 * <p>To decide on unclear lines and departures, prepare the same file again with {@link Decisions}. Safe for several
 * threads; of two imports at once, one is told as refused what the other was first to do.
 */
public final class OndeImport {
    private static final Set<Profile> TEACHERS = Set.of(Profile.TEACHER, Profile.HEAD);
    private static final Set<Profile> GUARDIANS = Set.of(Profile.GUARDIAN);

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
     * @param file read up to {@link OndeReader#MAX_BYTES}, not closed
     * @param school whose file it is; it must be registered
     * @param year the school year that the file is of
     * @throws IOException if the file cannot be read
     */
    public PreparedImport prepare(InputStream file, Uai school, SchoolYear year, Decisions decisions)
            throws IOException {
        return prepare(OndeReader.read(file, school, year), decisions);
    }

    /** Plans what a file that was read would change, for whoever has several to put in order. Changes nothing. */
    public PreparedImport prepare(RosterFile file, Decisions decisions) {
        if (file instanceof RosterFile.Unreadable unreadable) {
            return new PreparedImport.Refused(unreadable.refusal());
        }
        RosterFile.Export export = (RosterFile.Export) file;
        if (states.current(School.FEATURE, export.school().value()).school() == null) {
            return new PreparedImport.Refused(Refusal.of(PlaceReason.UNKNOWN_PLACE, "place", export.school()));
        }
        List<KnownClass> classes = townReader.classes(export.school());
        Optional<SchoolYear> later = classes.stream()
                .map(KnownClass::year)
                .filter(year -> year.compareTo(export.year()) > 0)
                .max(SchoolYear::compareTo);
        if (later.isPresent()) {
            return new PreparedImport.Refused(new Refusal(
                    DirectoryReason.LATER_YEAR_KNOWN,
                    Map.of(
                            "year",
                            export.year().toString(),
                            "later",
                            later.get().toString())));
        }
        // The number drawn here lets the same file be imported again after another one: A, B, A must end as A.
        CommandId id = new CommandId("onde/" + export.fileHash() + "/" + UUID.randomUUID());
        if (export instanceof Roster roster) {
            return pupils(id, roster, classes, decisions);
        }
        return export instanceof Teachers teachers
                ? adults(id, AdultRoster.of(teachers, recogniser, classes), TEACHERS, decisions)
                : adults(
                        id,
                        AdultRoster.of((Guardians) export, recogniser, classes, townReader.pupilsAt(export.school())),
                        GUARDIANS,
                        decisions);
    }

    private PreparedImport pupils(CommandId id, Roster roster, List<KnownClass> classes, Decisions decisions) {
        Map<Integer, MatchKeys> keys = new LinkedHashMap<>();
        Map<Integer, Identity> identities = new HashMap<>();
        for (Pupil pupil : roster.pupils()) {
            keys.put(pupil.line(), recogniser.keys(pupil.familyName(), pupil.firstName(), pupil.birthDate()));
            identities.put(pupil.line(), RosterPlanner.identity(pupil));
        }
        Town town = new Town(townReader.pupils(keys.values()), classes);
        Set<String> erased = keys.values().stream()
                .map(MatchKeys::exact)
                .filter(vault::erasedMatch)
                .collect(Collectors.toSet());
        RosterPlan plan = RosterPlanner.plan(id, roster, keys, town, erased, decisions);
        return new PreparedImport.Ready(plan, roster, identities, keys);
    }

    private PreparedImport adults(CommandId id, AdultRoster roster, Set<Profile> profiles, Decisions decisions) {
        Map<Integer, Identity> identities =
                roster.lines().stream().collect(Collectors.toMap(AdultLine::line, AdultLine::identity));
        Set<String> names =
                roster.lines().stream().map(line -> line.keys().name()).collect(Collectors.toSet());
        Set<String> exact = roster.exactKeys(recogniser);
        Set<String> erased = exact.stream().filter(vault::erasedMatch).collect(Collectors.toSet());
        AdultPlanner.Planned planned = new AdultPlanner(
                        id,
                        roster,
                        townReader.adults(roster.file().school(), profiles, exact, names),
                        line -> !Collections.disjoint(erased, AdultRoster.exactKeys(line, recogniser)),
                        decisions,
                        recogniser)
                .plan();
        return new PreparedImport.Ready(planned.plan(), roster.file(), identities, planned.keys());
    }

    /**
     * Does what a plan says, except what waits for a decision. Repeating it changes nothing more, and after an
     * interruption a fresh {@link #prepare} finds what is left to do.
     *
     * @throws fr.passerelle.ent.model.StoreUnavailable if the store cannot be written; what was done so far holds
     */
    public ImportReport apply(PreparedImport.Ready prepared) {
        return apply(prepared, null, ImportWatch.TO_THE_END);
    }

    /**
     * As {@link #apply(PreparedImport.Ready)}, watched by somebody who may stop it.
     *
     * @param by who asks, as {@code history} will tell; or null
     * @param watch called in this thread
     */
    public ImportReport apply(PreparedImport.Ready prepared, @Nullable SubjectId by, ImportWatch watch) {
        Commands asked = (id, nobody, command) -> commands.send(id, by, command);
        return new PlanRun(asked, states, prepared, watch).run();
    }
}
