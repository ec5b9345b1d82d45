package fr.passerelle.app.cli;

import fr.passerelle.app.AppReason;
import fr.passerelle.app.town.Town;
import fr.passerelle.ent.model.ClassId;
import fr.passerelle.ent.model.CodedException;
import fr.passerelle.ent.model.CommandId;
import fr.passerelle.ent.model.LeisureCentreId;
import fr.passerelle.ent.model.PersonId;
import fr.passerelle.ent.model.Personal;
import fr.passerelle.ent.model.PlaceId;
import fr.passerelle.ent.person.Names;
import fr.passerelle.ent.person.Person;
import fr.passerelle.ent.person.PersonCommand.RegisterPerson;
import fr.passerelle.ent.person.PersonReason;
import fr.passerelle.ent.person.Profile;
import fr.passerelle.ent.rights.ErasureReport;
import fr.passerelle.ent.rights.PersonExport;
import fr.passerelle.ent.schoolclass.SchoolClass;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** People and their rights over what is held of them. */
@Command(
        name = "person",
        mixinStandardHelpOptions = true,
        subcommands = {
            PersonCommand.Add.class,
            PersonCommand.ListAll.class,
            PersonCommand.Export.class,
            PersonCommand.Report.class,
            PersonCommand.Erase.class
        })
final class PersonCommand {
    private PersonCommand() {}

    /** Makes a member of a leisure centre's staff known: no export gives them. */
    @Command(name = "add")
    static final class Add extends TownCommand {
        @Option(names = "--place", required = true, paramLabel = "CL-…")
        PlaceId place;

        @Option(names = "--family", required = true, paramLabel = "N")
        String family;

        @Option(names = "--first", required = true, paramLabel = "N")
        String first;

        @Override
        int run(Town town, Dialogue say) {
            if (!(place instanceof LeisureCentreId)) {
                throw new CodedException(AppReason.STAFF_OF_A_SCHOOL, Map.of("place", place.value()));
            }
            PersonId id = PersonId.random();
            town.send(
                    CommandId.random(),
                    new RegisterPerson(
                            id,
                            Profile.LEISURE_STAFF,
                            new Names(
                                    Personal.of(id.subject(), family.strip()),
                                    null,
                                    Personal.of(id.subject(), first.strip())),
                            null,
                            null,
                            place,
                            List.of()));
            try (Answer answer = say.answer()) {
                answer.fact("id", id.toString());
            }
            return Exit.OK;
        }
    }

    /** Lists the people of a place or class by id: who somebody is, a page or an export tells. */
    @Command(name = "list")
    static final class ListAll extends TownCommand {
        @Option(names = "--place", required = true, paramLabel = "ID")
        PlaceId place;

        @Option(names = "--class", paramLabel = "NAME")
        @Nullable
        String schoolClass;

        @Override
        int run(Town town, Dialogue say) {
            town.places().get(place);
            ClassId wanted = schoolClass == null ? null : town.places().classNamed(place, schoolClass);
            Table people = new Table("id", "profile", "state", "classes");
            town.passerelle().states().under(Person.FEATURE, place.value()).stream()
                    .filter(person -> wanted == null || person.classes().contains(wanted))
                    .forEach(person -> people.row(
                            String.valueOf(person.person()),
                            word(person.profile()),
                            word(person.status()),
                            person.classes().stream()
                                    .map(id -> town.passerelle()
                                            .states()
                                            .current(SchoolClass.FEATURE, id.toString())
                                            .name())
                                    .collect(Collectors.joining(", "))));
            try (Answer answer = say.answer()) {
                answer.table("people", people);
            }
            return Exit.OK;
        }
    }

    /** Everything that is held about somebody, as JSON, to be given to her and to nobody else. */
    @Command(name = "export")
    static final class Export extends TownCommand {
        private static final JsonMapper MAPPER =
                JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

        @Parameters(paramLabel = "PERSON")
        PersonId id;

        @Override
        int run(Town town, Dialogue say) {
            PersonExport export = town.passerelle().accessExport(id).orElseThrow(() -> unknown(id));
            say.console().out().println(MAPPER.writeValueAsString(export));
            return Exit.OK;
        }
    }

    /** What erasing somebody destroyed or would, and which communications may concern her. */
    @Command(name = "report")
    static final class Report extends TownCommand {
        @Parameters(paramLabel = "PERSON")
        PersonId id;

        @Override
        int run(Town town, Dialogue say) {
            try (Answer answer = say.answer()) {
                tell(town, say, answer, id);
            }
            return Exit.OK;
        }
    }

    /** Erases somebody for good, and says what is left to decide on each ENT. */
    @Command(name = "erase")
    static final class Erase extends TownCommand {
        @Parameters(paramLabel = "PERSON")
        PersonId id;

        @Override
        int run(Town town, Dialogue say) {
            town.done(town.passerelle().erasures().erase(id));
            say.note("person.erased");
            try (Answer answer = say.answer()) {
                tell(town, say, answer, id);
            }
            return Exit.OK;
        }
    }

    private static void tell(Town town, Dialogue say, Answer answer, PersonId id) {
        ErasureReport report = town.passerelle().erasures().report(id).orElseThrow(() -> unknown(id));
        answer.fact("id", id.toString());
        answer.fact(
                "erasedAt", report.erasedAt() == null ? null : report.erasedAt().toString());
        answer.fact("keyDestroyed", report.destroyed().key());
        answer.fact("values", report.destroyed().values());
        Table ents = new Table("account", "status", "items");
        report.ents()
                .forEach((account, words) ->
                        words.forEach((word, count) -> ents.row(account.toString(), word.label(say.locale()), count)));
        answer.table("ents", ents);
        Table concerns = new Table(
                "communication", "place", "why", "state", "account", "destination", "status", "ref", "choices");
        report.communications().forEach(concern -> {
            String why = words(concern.why());
            String choices = words(concern.choices());
            if (concern.items().isEmpty()) {
                concerns.row(
                        concern.communication().toString(),
                        concern.place().value(),
                        why,
                        word(concern.status()),
                        null,
                        null,
                        null,
                        null,
                        choices);
            }
            concern.items()
                    .forEach(item -> concerns.row(
                            concern.communication().toString(),
                            concern.place().value(),
                            why,
                            word(concern.status()),
                            item.account().toString(),
                            item.destination(),
                            item.word().label(say.locale()),
                            item.ref(),
                            choices));
        });
        answer.table("communications", concerns);
        if (!report.communications().isEmpty()) {
            say.note("person.decide", report.communications().size());
        }
    }

    private static CodedException unknown(PersonId id) {
        return new CodedException(PersonReason.UNKNOWN_PERSON, Map.of("person", id.toString()));
    }

    private static String words(List<? extends Enum<?>> words) {
        return words.stream().map(PersonCommand::word).collect(Collectors.joining(", "));
    }

    private static String word(@Nullable Enum<?> word) {
        return word == null ? "" : word.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
