package fr.passerelle.app.user;

import fr.passerelle.ent.model.Event;
import fr.passerelle.ent.model.PersonId;
import fr.passerelle.ent.model.Personal;
import fr.passerelle.ent.model.PlaceId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What has happened to a user's account. */
public sealed interface UserEvent extends Event {

    /**
     * Somebody is to use the app. Her name and her login name are sealed: under the key of the person whom she is, or under
     * one of her own.
     *
     * @param loginHash by which her login name is found, see {@link Users}
     */
    record UserAdded(
            UserId user,
            Role role,
            List<PlaceId> places,
            @Nullable PersonId person,
            Personal<String> name,
            Personal<String> login,
            String loginHash,
            Instant at)
            implements UserEvent {}

    /** She does something else, or elsewhere. */
    record UserMoved(Role role, List<PlaceId> places, Instant at) implements UserEvent {}

    /**
     * A link that lets her choose a password, once.
     *
     * @param linkHash SHA-256 of what stands in the link
     */
    record LinkGiven(String linkHash, Instant until, Instant at) implements UserEvent {}

    /**
     * She chose one; the link is spent, and whoever was signed in by the password before is not any more.
     *
     * @param password as argon2 keeps it, sealed
     */
    record PasswordChosen(Personal<String> password, Instant at) implements UserEvent {}

    /**
     * A program may act for her; the token before is worth nothing any more.
     *
     * @param tokenHash SHA-256 of the token
     */
    record TokenGiven(String tokenHash, Instant at) implements UserEvent {}

    /** Nobody uses the app by this account any more. */
    record UserClosed(Instant at) implements UserEvent {}
}
