package fr.passerelle.app.standin;

import fr.passerelle.beneylu.sandbox.BeneyluSandbox;
import fr.passerelle.ent.sandbox.PortInUse;
import fr.passerelle.ent.sandbox.Sandbox;
import fr.passerelle.ent.sandbox.SchoolSeed;
import fr.passerelle.lilie.sandbox.LilieSandbox;
import fr.passerelle.one.sandbox.OneSandbox;
import fr.passerelle.one.sandbox.Seed;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;

/** The ENTs that have a stand-in here. */
public enum StandIn {
    ONE {
        @Override
        public List<String> profiles() {
            return List.of("entcore");
        }

        @Override
        public Sandbox start(int port, List<SchoolSeed> schools) {
            return OneSandbox.start(port, Seed.of(schools), InstantSource.system());
        }
    },
    BENEYLU {
        @Override
        public List<String> profiles() {
            return List.of("beneylu-v3", "beneylu-partner");
        }

        @Override
        public Sandbox start(int port, List<SchoolSeed> schools) {
            return BeneyluSandbox.start(port, schools, InstantSource.system());
        }
    },
    LILIE {
        @Override
        public List<String> profiles() {
            return List.of("openent-ng", "eliot-2015");
        }

        @Override
        public Sandbox start(int port, List<SchoolSeed> schools) {
            return LilieSandbox.start(port, schools, InstantSource.system());
        }
    };

    /** The connector's id, for example {@code one}. */
    public String connector() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The profiles that it speaks, the default one first. */
    public abstract List<String> profiles();

    /**
     * Starts it on 127.0.0.1.
     *
     * @param port 0 for any free one
     * @throws PortInUse if another program has the port
     */
    public abstract Sandbox start(int port, List<SchoolSeed> schools);
}
