package fr.passerelle.app.cli;

import fr.passerelle.app.AppReason;
import fr.passerelle.app.town.Town;
import fr.passerelle.ent.leisurecentre.LeisureCentreCommand.OpenGroup;
import fr.passerelle.ent.leisurecentre.LeisureCentreCommand.RegisterLeisureCentre;
import fr.passerelle.ent.model.CodedException;
import fr.passerelle.ent.model.CommandId;
import fr.passerelle.ent.model.LeisureCentreId;
import fr.passerelle.ent.model.PlaceId;
import fr.passerelle.ent.model.Uai;
import fr.passerelle.ent.school.SchoolCommand.RegisterSchool;
import fr.passerelle.ent.school.SchoolKind;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Schools and leisure centres. */
@Command(
        name = "place",
        mixinStandardHelpOptions = true,
        subcommands = {PlaceCommand.Add.class, PlaceCommand.ListAll.class, ReadinessCommand.class})
final class PlaceCommand {
    private PlaceCommand() {}

    /** Makes a place known. */
    @Command(name = "add")
    static final class Add extends TownCommand {
        @Parameters(paramLabel = "ID")
        PlaceId id;

        @Option(names = "--name", required = true, paramLabel = "N")
        String name;

        @Option(names = "--kind", required = true, paramLabel = "nursery|elementary|primary|leisure-centre")
        PlaceKind kind;

        @Option(names = "--group", paramLabel = "NAME")
        List<String> groups = List.of();

        @Override
        int run(Town town, Dialogue say) {
            if (id instanceof Uai school && kind.school != null && groups.isEmpty()) {
                town.send(CommandId.random(), new RegisterSchool(school, name, kind.school));
            } else if (id instanceof LeisureCentreId centre && kind.school == null) {
                town.send(CommandId.random(), new RegisterLeisureCentre(centre, name));
                groups.forEach(group -> town.send(CommandId.random(), new OpenGroup(centre, group)));
            } else {
                throw new CodedException(AppReason.KIND_AND_ID_DISAGREE, Map.of("value", id.value()));
            }
            try (Answer answer = say.answer()) {
                answer.fact("id", id.value());
            }
            say.note("place.added", town.places().get(id).name());
            return Exit.OK;
        }
    }

    /** Lists the places. */
    @Command(name = "list")
    static final class ListAll extends TownCommand {
        @Override
        int run(Town town, Dialogue say) {
            Table places = new Table("id", "name", "kind", "controller", "classes");
            town.places()
                    .all()
                    .forEach(place -> places.row(
                            place.id().value(),
                            place.name(),
                            place.kindWord(),
                            place.controller().name().toLowerCase(Locale.ROOT),
                            place.isSchool()
                                    ? town.places().classes(place.id()).size()
                                    : place.groups().size()));
            try (Answer answer = say.answer()) {
                answer.table("places", places);
            }
            return Exit.OK;
        }
    }

    /** What a place is, in the words of the command line. */
    enum PlaceKind {
        NURSERY(SchoolKind.NURSERY),
        ELEMENTARY(SchoolKind.ELEMENTARY),
        PRIMARY(SchoolKind.PRIMARY),
        LEISURE_CENTRE(null);

        private final @Nullable SchoolKind school;

        PlaceKind(@Nullable SchoolKind school) {
            this.school = school;
        }
    }
}
