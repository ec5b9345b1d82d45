package fr.passerelle.one;

import fr.passerelle.ent.http.StepEnds;
import fr.passerelle.ent.spi.EntSession;
import fr.passerelle.ent.spi.Next;
import fr.passerelle.ent.spi.Next.Effect;
import fr.passerelle.ent.spi.Outcome;
import fr.passerelle.ent.spi.StepResult;
import fr.passerelle.ent.spi.Work;
import java.util.Optional;
import java.util.function.Function;

/** Makes steps that speak to ONE as one account; what ends a step early becomes its outcome. */
record StepMaker(OneSettings settings) {

    /** What a step does. */
    @FunctionalInterface
    interface Act {
        StepResult run(EntSession session, OneClient client);
    }

    Next step(String name, Effect effect, Act act) {
        return new Next.Step(name, effect, session -> {
            try {
                return act.run(session, client(session));
            } catch (StepEnds ends) {
                return ends.outcome();
            }
        });
    }

    /** What every publication begins with: who the account is, the school, its class; empty once they are known. */
    Optional<Next> begin(Work work) {
        Handles handles = Handles.of(work);
        if (!handles.has(Handles.ME)) {
            return Optional.of(find("find-account", work, OneDirectory::findAccount));
        }
        if (!handles.has(Handles.SCHOOL)) {
            return Optional.of(find("find-school", work, OneDirectory::findSchool));
        }
        return OneDestinations.isClass(work.destination()) && !handles.has(Handles.CLASS)
                ? Optional.of(find("find-class", work, OneDirectory::findClass))
                : Optional.empty();
    }

    /** A step that only reads in the directory. */
    Next find(String name, Work work, Function<OneDirectory, StepResult> what) {
        return step(name, Effect.READ, (session, client) -> what.apply(new OneDirectory(session, client, work)));
    }

    OneClient client(EntSession session) {
        return new OneClient(session, settings);
    }

    /** Speaks for the service account's workspace, whoever signs. */
    OneClient files(EntSession session) {
        return OneClient.forFiles(session, settings);
    }

    static Next refused(OneReason reason) {
        return new Next.Finished(new Outcome.Refused(OneMapping.rejected(reason)));
    }

    /** How a withdrawal ends once the object is gone. */
    static Next withdrawn(Handles handles, String ref) {
        return new Next.Finished(
                handles.get(Handles.WITHDRAWN).equals(Handles.NOW)
                        ? new Outcome.Applied(ref)
                        : new Outcome.AlreadyApplied(ref));
    }

    static IllegalArgumentException notResolved(String step) {
        return new IllegalArgumentException("Only a step that must not run twice is resolved; " + step + " is none.");
    }
}
