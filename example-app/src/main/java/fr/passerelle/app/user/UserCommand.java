package fr.passerelle.app.user;

import fr.passerelle.ent.model.Command;
import fr.passerelle.ent.model.PersonId;
import fr.passerelle.ent.model.Personal;
import fr.passerelle.ent.model.PlaceId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What can be asked about a user's account; see {@link UserEvent} for the fields. */
public sealed interface UserCommand extends Command {
    UserId user();

    /** Makes one; refused if another has the login name, or the role needs a place and there is none. */
    record AddUser(
            UserId user,
            Role role,
            List<PlaceId> places,
            @Nullable PersonId person,
            Personal<String> name,
            Personal<String> login,
            String loginHash,
            Instant at)
            implements UserCommand {}

    /** Gives her another role or other places. */
    record MoveUser(UserId user, Role role, List<PlaceId> places, Instant at) implements UserCommand {}

    /** Gives her a link, in the place of any before. */
    record GiveLink(UserId user, String linkHash, Instant until, Instant at) implements UserCommand {}

    /** Refused unless the link is hers, not spent and not too old. */
    record ChoosePassword(UserId user, String linkHash, Personal<String> password, Instant at) implements UserCommand {}

    /** Gives a program a token. */
    record GiveToken(UserId user, String tokenHash, Instant at) implements UserCommand {}

    /** Closes it for good: its login name is free again. */
    record CloseUser(UserId user, Instant at) implements UserCommand {}
}
