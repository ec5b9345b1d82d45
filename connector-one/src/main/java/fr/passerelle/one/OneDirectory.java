package fr.passerelle.one;

import static fr.passerelle.one.Handles.progressed;

import fr.passerelle.ent.model.CommunicationKind;
import fr.passerelle.ent.spi.Destination;
import fr.passerelle.ent.spi.EntSession;
import fr.passerelle.ent.spi.Fault;
import fr.passerelle.ent.spi.Outcome;
import fr.passerelle.ent.spi.StepResult;
import fr.passerelle.ent.spi.StepResult.Progressed;
import fr.passerelle.ent.spi.Work;
import fr.passerelle.one.wire.ClassEntry;
import fr.passerelle.one.wire.Group;
import fr.passerelle.one.wire.Structure;
import fr.passerelle.one.wire.UserInfo;
import fr.passerelle.one.wire.Visibles;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Whom an item means on ONE: the steps that only read, one request each, before anything is written. */
final class OneDirectory {
    /** What was found holds for so long within this process, for the other publications to the same readers. */
    private static final Duration HOLDS = Duration.ofMinutes(10);

    private final EntSession session;
    private final OneClient client;
    private final Work work;
    private final Handles handles;

    OneDirectory(EntSession session, OneClient client, Work work) {
        this.session = session;
        this.client = client;
        this.work = work;
        this.handles = Handles.of(work);
    }

    StepResult findAccount() {
        String now = String.valueOf(session.clock().millis());
        Optional<String> known = session.memory().recall(memory());
        if (known.isPresent()) {
            Map<String, String> found = new HashMap<>(Map.of(Handles.SINCE, now));
            for (String pair : known.get().split(" ", -1)) {
                int equals = pair.indexOf('=');
                found.put(pair.substring(0, equals), pair.substring(equals + 1));
            }
            return new Progressed(found);
        }
        UserInfo me = client.get(
                OneRoute.USER_INFO,
                OneRoute.USER_INFO.call().header("Accept", "application/json;version=2.0"),
                UserInfo.class);
        return progressed(Handles.ME, me.userId(), Handles.SINCE, now);
    }

    private String memory() {
        return "one.readers " + work.destination().place() + " "
                + work.destination().key();
    }

    /** Keeps what was found so far, and one thing more, for the next publication to the same readers. */
    private void remember(String name, String value) {
        String known = Set.of(Handles.ME, Handles.SCHOOL, Handles.CLASS, Handles.TO).stream()
                .filter(handles::has)
                .map(handle -> handle + "=" + handles.get(handle) + " ")
                .collect(Collectors.joining());
        session.memory()
                .remember(
                        memory(),
                        known + name + "=" + value,
                        session.clock().instant().plus(HOLDS));
    }

    StepResult findSchool() {
        List<Structure> structures =
                client.asService().list(OneRoute.STRUCTURES, OneRoute.STRUCTURES.call(), Structure.class);
        return progressed(Handles.SCHOOL, OneMapping.structure(structures, work.destination()));
    }

    StepResult findClass() {
        List<ClassEntry> classes = client.asService()
                .list(
                        OneRoute.CLASSES,
                        OneRoute.CLASSES.query("?structureId=" + handles.get(Handles.SCHOOL)),
                        ClassEntry.class);
        return progressed(Handles.CLASS, OneMapping.schoolClass(classes, work.destination()));
    }

    /** The groups that may read a class's blog. */
    StepResult findGroups() {
        String found = OneMapping.groups(groups(), handles.get(Handles.CLASS), work.destination())
                .handle();
        remember(Handles.GROUPS, found);
        return progressed(Handles.GROUPS, found);
    }

    /** The groups that a message goes to, or that an info is open to. */
    StepResult findRecipients() {
        List<String> to = recipients(groups());
        if (work.content().kind() == CommunicationKind.NEWS) {
            remember(Handles.TO, String.join(",", to));
        }
        return progressed(Handles.TO, String.join(",", to));
    }

    private List<String> recipients(List<Group> groups) {
        Destination destination = work.destination();
        if (OneDestinations.isStaff(destination)) {
            return OneMapping.staff(groups, destination);
        }
        if (OneDestinations.isSchool(destination)) {
            return OneMapping.everybody(groups, destination);
        }
        String schoolClass = handles.get(Handles.CLASS);
        return work.content().kind() == CommunicationKind.NEWS
                ? OneMapping.readers(groups, schoolClass, destination)
                : OneMapping.familiesAndTeachers(groups, schoolClass, destination);
    }

    private List<Group> groups() {
        return client.asService()
                .list(
                        OneRoute.GROUPS,
                        OneRoute.GROUPS.query("?structureId=" + handles.get(Handles.SCHOOL) + "&translate=false"),
                        Group.class);
    }

    /** One recipient whom the account may not see would make ONE refuse the whole message, once it is written. */
    StepResult findVisible() {
        Visibles visibles = client.get(OneRoute.VISIBLES, OneRoute.VISIBLES.call(), Visibles.class);
        Set<String> seen = visibles.groups().stream().map(Visibles.Ref::id).collect(Collectors.toSet());
        if (!seen.containsAll(handles.list(Handles.TO))) {
            return new Outcome.Refused(
                    new Fault.Forbidden("communication: " + work.destination().name()));
        }
        remember(Handles.VISIBLE, Handles.YES);
        return progressed(Handles.VISIBLE, Handles.YES);
    }
}
