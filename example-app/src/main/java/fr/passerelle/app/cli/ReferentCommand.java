package fr.passerelle.app.cli;

import fr.passerelle.app.town.Town;
import fr.passerelle.ent.directory.Coverage;
import fr.passerelle.ent.directory.Coverage.Standing;
import fr.passerelle.ent.model.CommandId;
import fr.passerelle.ent.model.PersonId;
import fr.passerelle.ent.model.PlaceId;
import fr.passerelle.ent.referent.ReferentCommand.AppointReferent;
import fr.passerelle.ent.referent.ReferentCommand.EndReferent;
import fr.passerelle.ent.referent.ReferentCommand.HandOverReferent;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Who helps with digital tools at each place. */
@Command(
        name = "referent",
        mixinStandardHelpOptions = true,
        subcommands = {
            ReferentCommand.Appoint.class,
            ReferentCommand.HandOver.class,
            ReferentCommand.End.class,
            ReferentCommand.Covered.class
        })
final class ReferentCommand {
    private ReferentCommand() {}

    /** Gives the task to somebody. */
    private abstract static class Naming extends TownCommand {
        @Option(names = "--place", required = true, paramLabel = "ID")
        PlaceId place;

        @Option(names = "--person", required = true, paramLabel = "PERSON")
        PersonId person;

        @Option(names = "--since", paramLabel = "2026-09-01")
        @Nullable
        LocalDate since;

        abstract fr.passerelle.ent.referent.ReferentCommand naming(LocalDate since);

        @Override
        int run(Town town, Dialogue say) {
            town.send(CommandId.random(), naming(since == null ? town.today() : since));
            say.note("referent.appointed", town.places().get(place).name());
            return Exit.OK;
        }
    }

    /** Names the referent of a place that has none. */
    @Command(name = "appoint")
    static final class Appoint extends Naming {
        @Override
        fr.passerelle.ent.referent.ReferentCommand naming(LocalDate since) {
            return new AppointReferent(place, person, since);
        }
    }

    /** Passes the task on, without a gap. */
    @Command(name = "hand-over")
    static final class HandOver extends Naming {
        @Override
        fr.passerelle.ent.referent.ReferentCommand naming(LocalDate since) {
            return new HandOverReferent(place, person, since);
        }
    }

    /** Ends the task. */
    @Command(name = "end")
    static final class End extends TownCommand {
        @Option(names = "--place", required = true, paramLabel = "ID")
        PlaceId place;

        @Option(names = "--until", paramLabel = "2027-07-05")
        @Nullable
        LocalDate until;

        @Override
        int run(Town town, Dialogue say) {
            town.send(CommandId.random(), new EndReferent(place, until == null ? town.today() : until));
            say.note("referent.ended", town.places().get(place).name());
            return Exit.OK;
        }
    }

    /** Which place has a referent and which has none; ids, no names. */
    @Command(name = "coverage")
    static final class Covered extends TownCommand {
        @Override
        int run(Town town, Dialogue say) {
            Table table = new Table("place", "name", "referent", "since", "why");
            Coverage coverage = town.passerelle().coverage();
            coverage.places().forEach(line -> {
                if (line.standing() instanceof Standing.Held held) {
                    table.row(
                            line.place().value(),
                            line.name(),
                            held.person().toString(),
                            held.since().toString(),
                            null);
                } else if (line.standing() instanceof Standing.Vacant vacant) {
                    String why = vacant.why().name().toLowerCase(Locale.ROOT).replace('_', '-');
                    table.row(
                            line.place().value(),
                            line.name(),
                            null,
                            vacant.since() == null ? null : vacant.since().toString(),
                            why);
                }
            });
            try (Answer answer = say.answer()) {
                answer.table("coverage", table);
            }
            say.note("referent.vacant", coverage.vacant().size());
            return Exit.OK;
        }
    }
}
