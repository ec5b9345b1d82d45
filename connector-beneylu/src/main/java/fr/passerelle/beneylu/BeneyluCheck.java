package fr.passerelle.beneylu;

import fr.passerelle.beneylu.wire.Group;
import fr.passerelle.beneylu.wire.Right;
import fr.passerelle.ent.http.StepEnds;
import fr.passerelle.ent.model.Uai;
import fr.passerelle.ent.spi.CheckResult;
import fr.passerelle.ent.spi.EntSession;
import fr.passerelle.ent.spi.Fault;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Looks whether an account can publish: signs in, goes through its classes, reads their schools and its rights there. */
final class BeneyluCheck {
    private BeneyluCheck() {}

    static CheckResult look(EntSession session, BeneyluClient client) {
        try {
            return new CheckResult.Ready(facts(session, client));
        } catch (StepEnds ends) {
            return new CheckResult.NotReady(ends.fault());
        }
    }

    /** Counts; no names. */
    private static Map<String, String> facts(EntSession session, BeneyluClient client) {
        Set<String> places = session.account().places().stream()
                .filter(Uai.class::isInstance)
                .map(place -> place.toString().toUpperCase(Locale.ROOT))
                .collect(Collectors.toSet());
        List<Group> classes = new BeneyluDirectory(session, client)
                .groups().stream().filter(Group::isClass).toList();
        Set<String> found = new HashSet<>();
        int ours = 0;
        int blogs = 0;
        int books = 0;
        for (Group group : classes) {
            AppSession app = client.in(group.number(), "school");
            Optional<String> place = BeneyluDirectory.code(app).map(uai -> uai.toUpperCase(Locale.ROOT));
            if (place.filter(places::contains).isPresent()) {
                found.add(place.get());
                ours++;
                blogs += mayPublish(app, group, Section.BLOG) ? 1 : 0;
                books += mayPublish(app, group, Section.LIAISON) ? 1 : 0;
            }
        }
        if (!found.equals(places)) {
            throw StepEnds.refused(new Fault.Misconfigured("places"));
        }
        Map<String, String> facts = new TreeMap<>();
        facts.put("schools", String.valueOf(found.size()));
        facts.put("classes", String.valueOf(ours));
        facts.put("classes-elsewhere", String.valueOf(classes.size() - ours));
        facts.put("blogs", String.valueOf(blogs));
        facts.put("liaison-books", String.valueOf(books));
        return facts;
    }

    private static boolean mayPublish(AppSession app, Group group, Section section) {
        return section.rights().stream()
                .allMatch(right -> app.json(
                                BeneyluRoute.RIGHT,
                                BeneyluRoute.RIGHT.call(right, group.number() + ".json"),
                                Right.class)
                        .isGranted());
    }
}
