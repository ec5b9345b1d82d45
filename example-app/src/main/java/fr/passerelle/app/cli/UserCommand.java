package fr.passerelle.app.cli;

import fr.passerelle.app.town.Town;
import fr.passerelle.app.user.Role;
import fr.passerelle.app.user.User;
import fr.passerelle.app.user.UserReason;
import fr.passerelle.ent.model.CodedException;
import fr.passerelle.ent.model.PersonId;
import fr.passerelle.ent.model.PlaceId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Who may use the web app. Whoever may start a command may do this: it is how somebody who lost her way in gets back. */
@Command(
        name = "user",
        mixinStandardHelpOptions = true,
        subcommands = {
            UserCommand.Add.class,
            UserCommand.ListAll.class,
            UserCommand.Link.class,
            UserCommand.Token.class,
            UserCommand.Close.class
        })
final class UserCommand {
    private UserCommand() {}

    /** Makes a user and gives her a link by which she chooses a password. */
    @Command(name = "add")
    static final class Add extends TownCommand {
        @Parameters(paramLabel = "LOGIN")
        String login;

        @Option(names = "--name", required = true, paramLabel = "N")
        String name;

        @Option(
                names = "--role",
                required = true,
                paramLabel = "town|head|teacher|leisure-staff|referent|evaluator|parent")
        Role role;

        @Option(names = "--place", paramLabel = "ID")
        List<PlaceId> places = List.of();

        @Option(names = "--person", paramLabel = "PERSON")
        @Nullable
        PersonId person;

        @Override
        int run(Town town, Dialogue say) {
            places.forEach(town.places()::get);
            return link(town, town.users().add(null, login, name, role, places, person), say);
        }
    }

    /** Ids, roles and places; no names. */
    @Command(name = "list")
    static final class ListAll extends TownCommand {
        @Override
        int run(Town town, Dialogue say) {
            Table table = new Table("id", "role", "places", "ready");
            town.users()
                    .all()
                    .forEach(user -> table.row(
                            user.id().toString(),
                            user.role() == null ? null : word(user.role()),
                            user.places().stream().map(PlaceId::value).collect(Collectors.joining(" ")),
                            Boolean.toString(user.password() != null)));
            try (Answer answer = say.answer()) {
                answer.table("users", table);
            }
            return Exit.OK;
        }
    }

    private abstract static class Naming extends TownCommand {
        @Parameters(paramLabel = "LOGIN")
        String login;

        User user(Town town) {
            return town.users().ofLogin(login).orElseThrow(() -> new CodedException(UserReason.UNKNOWN_USER, Map.of()));
        }
    }

    /** A new link, for who forgot her password. */
    @Command(name = "link")
    static final class Link extends Naming {
        @Override
        int run(Town town, Dialogue say) {
            return link(town, user(town).id(), say);
        }
    }

    /** A token by which a program acts for her. */
    @Command(name = "token")
    static final class Token extends Naming {
        @Override
        int run(Town town, Dialogue say) {
            try (Answer answer = say.answer()) {
                answer.fact("token", town.users().token(null, user(town).id()));
            }
            say.note("user.token");
            return Exit.OK;
        }
    }

    /** Nobody comes in by it any more. */
    @Command(name = "close")
    static final class Close extends Naming {
        @Override
        int run(Town town, Dialogue say) {
            town.users().close(null, user(town).id());
            say.note("user.closed");
            return Exit.OK;
        }
    }

    private static int link(Town town, fr.passerelle.app.user.UserId user, Dialogue say) {
        try (Answer answer = say.answer()) {
            answer.fact("id", user.toString());
            answer.fact("link", town.address() + "/welcome/" + town.users().link(null, user));
        }
        say.note("user.link");
        return Exit.OK;
    }

    private static String word(Role role) {
        return role.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
