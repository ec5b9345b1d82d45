package fr.passerelle.one;

import fr.passerelle.ent.http.StepEnds;
import fr.passerelle.ent.model.Uai;
import fr.passerelle.ent.spi.CheckResult;
import fr.passerelle.ent.spi.EntSession;
import fr.passerelle.ent.spi.Fault;
import fr.passerelle.ent.spi.Next.Effect;
import fr.passerelle.one.wire.Blog;
import fr.passerelle.one.wire.ClassEntry;
import fr.passerelle.one.wire.Structure;
import fr.passerelle.one.wire.UserInfo;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Looks whether an account can publish: signs in, reads its rights, its schools and their classes. */
final class OneCheck {
    private static final String CREATES_BLOGS = "org.entcore.blog.controllers.BlogController|create";
    private static final String LISTS_BLOGS = "org.entcore.blog.controllers.BlogController|list";

    private OneCheck() {}

    /** @param files speaks for the workspace alone */
    static CheckResult look(EntSession session, OneClient client, OneClient files) {
        try {
            return new CheckResult.Ready(facts(session, client, files));
        } catch (StepEnds ends) {
            return new CheckResult.NotReady(ends.fault());
        }
    }

    /** Counts and the account's profile; no names. */
    private static Map<String, String> facts(EntSession session, OneClient client, OneClient files) {
        UserInfo me = client.get(
                OneRoute.USER_INFO,
                OneRoute.USER_INFO.call().header("Accept", "application/json;version=2.0"),
                UserInfo.class);
        need(me, CREATES_BLOGS, "blog.create");
        need(me, LISTS_BLOGS, "blog.list");
        List<Structure> structures =
                client.asService().list(OneRoute.STRUCTURES, OneRoute.STRUCTURES.call(), Structure.class);
        List<Uai> schools = session.account().places().stream()
                .filter(Uai.class::isInstance)
                .map(Uai.class::cast)
                .sorted((a, b) -> a.value().compareTo(b.value()))
                .toList();
        int classes = 0;
        for (Uai school : schools) {
            List<Structure> same = structures.stream()
                    .filter(structure -> school.value().equalsIgnoreCase(structure.uai()))
                    .toList();
            if (same.size() != 1) {
                throw StepEnds.refused(new Fault.Misconfigured("places"));
            }
            classes += client.asService()
                    .list(
                            OneRoute.CLASSES,
                            OneRoute.CLASSES.query("?structureId=" + same.get(0).id()),
                            ClassEntry.class)
                    .size();
        }
        int blogs = client.list(OneRoute.BLOGS, OneRoute.BLOGS.query("?excludePost=true"), Blog.class)
                .size();
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("profile", me.type());
        facts.put("schools", String.valueOf(schools.size()));
        facts.put("classes", String.valueOf(classes));
        facts.put("blogs", String.valueOf(blogs));
        facts.put("messages", answers(client, OneRoute.MESSAGING, "", 200));
        facts.put("news", answers(client, OneRoute.THREADS, "", 200));
        facts.put("files", answers(files, OneRoute.DOCUMENTS, "?filter=owner", 200));
        // Nobody has a post of that name: where the module is there, it says that it is not ours to look at.
        facts.put("audience", answers(client, OneRoute.REACTIONS, "?resourceIds=none", 200, 403));
        return facts;
    }

    /** Whether an application that not every platform has answers as it should; one that fails tells neither. */
    private static String answers(OneClient client, OneRoute route, String query, Integer... expected) {
        try {
            return client.opens(route) && List.of(expected).contains(status(client, route, query)) ? "yes" : "no";
        } catch (StepEnds failed) {
            return failed.fault() instanceof Fault.Forbidden ? "no" : "unknown";
        }
    }

    private static int status(OneClient client, OneRoute route, String query) {
        return client.ask(route, route.query(query, "blog", "post"), Effect.READ)
                .status();
    }

    private static void need(UserInfo me, String action, String name) {
        if (!me.may(action)) {
            throw StepEnds.refused(new Fault.Forbidden(name));
        }
    }
}
