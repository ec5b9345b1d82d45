package fr.passerelle.app.cli;

import fr.passerelle.app.town.Town;
import fr.passerelle.ent.delivery.RunSummary;
import java.time.Duration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Carries on with what is due, or until everything is settled. */
@Command(name = "deliver")
final class DeliverCommand extends TownCommand {
    /** Longer than an item may be tried before a person must decide. */
    private static final Duration UNTIL_SETTLED = Duration.ofDays(3);

    @Option(names = "--wait")
    boolean wait;

    @Override
    int run(Town town, Dialogue say) {
        RunSummary run = wait
                ? town.passerelle().delivery().runUntilSettled(UNTIL_SETTLED)
                : town.passerelle().delivery().runDue();
        try (Answer answer = say.answer()) {
            return tell(run, answer);
        }
    }

    /** What became of every item, and the exit code that it makes. */
    static int tell(RunSummary run, Answer answer) {
        answer.table(
                "run",
                new Table(
                                "planned",
                                "applied",
                                "already",
                                "adopted",
                                "accepted",
                                "awaiting",
                                "deferred",
                                "parked",
                                "unknown",
                                "refused")
                        .row(
                                run.planned(),
                                run.applied(),
                                run.already(),
                                run.adopted(),
                                run.accepted(),
                                run.awaiting(),
                                run.deferred(),
                                run.parked(),
                                run.unknown(),
                                run.refused()));
        if (run.needsSomebody()) {
            return Exit.FAILED;
        }
        return run.underWay() ? Exit.HELD : Exit.OK;
    }
}
