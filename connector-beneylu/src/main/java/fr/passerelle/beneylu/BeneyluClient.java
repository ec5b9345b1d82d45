package fr.passerelle.beneylu;

import fr.passerelle.beneylu.wire.Group;
import fr.passerelle.ent.http.StepEnds;
import fr.passerelle.ent.spi.EntSession;
import fr.passerelle.ent.spi.Fault;
import fr.passerelle.ent.spi.Fault.SignInNeeded;
import fr.passerelle.ent.spi.HttpReply.Answer;
import fr.passerelle.ent.spi.Next.Effect;
import java.util.Map;
import java.util.Optional;

/**
 * Opens sessions of the application. Beneylu writes into the class that a session <em>stands in</em>, so each class has a
 * session of its own for each kind of work, and where it stands is read anew before anything is done in it.
 */
final class BeneyluClient {
    private final EntSession session;
    private final BeneyluSettings settings;

    BeneyluClient(EntSession session, BeneyluSettings settings) {
        this.session = session;
        this.settings = settings;
    }

    /** A session that stands anywhere: for what does not depend on the class. */
    AppSession anywhere() {
        return open("anywhere", "").app();
    }

    /**
     * A session that stands in a class.
     *
     * @param work what it is for; no two threads work at the same for one class
     */
    AppSession in(String group, String work) {
        Opened opened = open("class " + group + " " + work, group);
        if (!opened.current().number().equals(group)) {
            move(opened.app(), group);
        }
        return opened.app();
    }

    private static void move(AppSession app, String group) {
        Answer moved = app.ask(
                BeneyluRoute.SWITCH.call().json(BeneyluJson.bytes(Map.of("id", Integer.valueOf(group)))), Effect.READ);
        if (moved.status() == 400 || moved.status() == 404) {
            throw StepEnds.refused(new Fault.Forbidden(BeneyluRoute.SWITCH.need()));
        }
        app.expect(BeneyluRoute.SWITCH, moved);
        if (!app.current().number().equals(group)) {
            throw StepEnds.refused(new Fault.Forbidden(BeneyluRoute.SWITCH.need()));
        }
    }

    private record Opened(AppSession app, Group current) {}

    /** The session kept under a name, if Beneylu still honours it, or a new one. */
    private Opened open(String name, String group) {
        String key = "beneylu.session " + name;
        Optional<String> kept = session.memory().recall(key);
        if (kept.isPresent()) {
            try {
                AppSession app = new AppSession(session, key, Cookies.parse(kept.get()), group);
                return new Opened(app, app.current());
            } catch (StepEnds ends) {
                if (!ends.fault().equals(new SignInNeeded(SignInNeeded.Why.EXPIRED))) {
                    throw ends;
                }
            }
        }
        AppSession app = new AppSession(session, key, new BeneyluSignIn(session, settings).cookies(), group);
        Group current = app.current();
        app.remember();
        return new Opened(app, current);
    }
}
