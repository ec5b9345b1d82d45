package fr.passerelle.app.user;

import fr.passerelle.app.user.UserCommand.AddUser;
import fr.passerelle.app.user.UserCommand.ChoosePassword;
import fr.passerelle.app.user.UserCommand.CloseUser;
import fr.passerelle.app.user.UserCommand.GiveLink;
import fr.passerelle.app.user.UserCommand.GiveToken;
import fr.passerelle.app.user.UserCommand.MoveUser;
import fr.passerelle.app.user.UserEvent.LinkGiven;
import fr.passerelle.app.user.UserEvent.PasswordChosen;
import fr.passerelle.app.user.UserEvent.TokenGiven;
import fr.passerelle.app.user.UserEvent.UserAdded;
import fr.passerelle.app.user.UserEvent.UserClosed;
import fr.passerelle.app.user.UserEvent.UserMoved;
import fr.passerelle.ent.model.Claim;
import fr.passerelle.ent.model.Decider;
import fr.passerelle.ent.model.Decision;
import fr.passerelle.ent.model.EventType;
import fr.passerelle.ent.model.Feature;
import fr.passerelle.ent.model.PersonId;
import fr.passerelle.ent.model.Personal;
import fr.passerelle.ent.model.PlaceId;
import fr.passerelle.ent.model.StateIndex;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A user as the events make her.
 *
 * @param user null only before she is added, like {@code role}, {@code name} and {@code login}
 * @param places hers; none for a role that is everywhere
 * @param person whom of the people of the places she is, or null
 * @param linkHash of a link that is not spent, or null
 * @param password null until she chose one
 * @param passwords how many she has chosen: who is signed in by an older one is not any more
 */
public record User(
        @Nullable UserId user,
        @Nullable Role role,
        List<PlaceId> places,
        @Nullable PersonId person,
        @Nullable Personal<String> name,
        @Nullable Personal<String> login,
        @Nullable String linkHash,
        @Nullable Instant linkUntil,
        @Nullable Personal<String> password,
        int passwords,
        boolean closed) {
    static final String LOGIN = "user-login";
    static final String LINK = "user-link";
    static final String TOKEN = "user-token";

    /** How the store runs this feature; streams are {@code user/UUID}. */
    public static final Feature<UserCommand, UserEvent, User> FEATURE = new Feature<>(
            "user",
            UserCommand.class,
            command -> command.user().toString(),
            new Rules(),
            User.class,
            user -> StateIndex.of(user.closed ? "closed" : "open"),
            Map.of(
                    UserAdded.class, new EventType("user.added", 1),
                    UserMoved.class, new EventType("user.moved", 1),
                    LinkGiven.class, new EventType("user.link-given", 1),
                    PasswordChosen.class, new EventType("user.password-chosen", 1),
                    TokenGiven.class, new EventType("user.token-given", 1),
                    UserClosed.class, new EventType("user.closed", 1)),
            User::claims,
            UserReason.LOGIN_TAKEN);

    private static List<Claim> claims(UserEvent event) {
        if (event instanceof UserAdded added) {
            return List.of(new Claim.Take(LOGIN, added.loginHash()));
        }
        if (event instanceof LinkGiven given) {
            return List.of(new Claim.Release(LINK), new Claim.Take(LINK, given.linkHash()));
        }
        if (event instanceof PasswordChosen) {
            return List.of(new Claim.Release(LINK));
        }
        if (event instanceof TokenGiven given) {
            return List.of(new Claim.Release(TOKEN), new Claim.Take(TOKEN, given.tokenHash()));
        }
        return event instanceof UserClosed
                ? List.of(new Claim.Release(LOGIN), new Claim.Release(LINK), new Claim.Release(TOKEN))
                : List.of();
    }

    /**
     * Her id.
     *
     * @throws IllegalStateException if nobody was added under it
     */
    public UserId id() {
        if (user == null) {
            throw new IllegalStateException("Nobody was added.");
        }
        return user;
    }

    /** Whether she may do something anywhere. */
    public boolean may(Right right) {
        return !closed && role != null && role.may(right);
    }

    /** Whether a place is one of hers. */
    public boolean isAt(PlaceId place) {
        return role != null && (role.isEverywhere() || places.contains(place));
    }

    private static final class Rules implements Decider<UserCommand, UserEvent, User> {
        @Override
        public User initial() {
            return new User(null, null, List.of(), null, null, null, null, null, null, 0, false);
        }

        @Override
        public Decision<UserEvent> decide(User state, UserCommand command) {
            if (command instanceof AddUser add) {
                return placeNeeded(add.role(), add.places())
                        ? Decision.refuse(UserReason.PLACE_NEEDED, "role", add.role())
                        : Decision.accept(new UserAdded(
                                add.user(),
                                add.role(),
                                add.places(),
                                add.person(),
                                add.name(),
                                add.login(),
                                add.loginHash(),
                                add.at()));
            }
            if (state.user == null) {
                return Decision.refuse(UserReason.UNKNOWN_USER, "user", command.user());
            }
            if (state.closed) {
                return command instanceof CloseUser
                        ? Decision.accept()
                        : Decision.refuse(UserReason.USER_IS_CLOSED, "user", command.user());
            }
            return ofOpen(state, command);
        }

        private static Decision<UserEvent> ofOpen(User state, UserCommand command) {
            if (command instanceof MoveUser move) {
                return placeNeeded(move.role(), move.places())
                        ? Decision.refuse(UserReason.PLACE_NEEDED, "role", move.role())
                        : Decision.accept(new UserMoved(move.role(), move.places(), move.at()));
            }
            if (command instanceof GiveLink give) {
                return Decision.accept(new LinkGiven(give.linkHash(), give.until(), give.at()));
            }
            if (command instanceof ChoosePassword choose) {
                return choose.linkHash().equals(state.linkHash)
                                && state.linkUntil != null
                                && choose.at().isBefore(state.linkUntil)
                        ? Decision.accept(new PasswordChosen(choose.password(), choose.at()))
                        : Decision.refuse(UserReason.LINK_SPENT);
            }
            if (command instanceof GiveToken give) {
                return Decision.accept(new TokenGiven(give.tokenHash(), give.at()));
            }
            return Decision.accept(new UserClosed(((CloseUser) command).at()));
        }

        private static boolean placeNeeded(Role role, List<PlaceId> places) {
            return !role.isEverywhere() && places.isEmpty();
        }

        @Override
        public User evolve(User state, UserEvent event) {
            if (event instanceof UserAdded added) {
                return new User(
                        added.user(),
                        added.role(),
                        added.places(),
                        added.person(),
                        added.name(),
                        added.login(),
                        null,
                        null,
                        null,
                        0,
                        false);
            }
            if (event instanceof UserMoved moved) {
                return state.at(moved.role(), moved.places());
            }
            if (event instanceof LinkGiven given) {
                return state.with(given.linkHash(), given.until(), state.password, state.passwords, false);
            }
            if (event instanceof PasswordChosen chosen) {
                return state.with(null, null, chosen.password(), state.passwords + 1, false);
            }
            return event instanceof UserClosed ? state.with(null, null, null, state.passwords + 1, true) : state;
        }
    }

    private User at(Role newRole, List<PlaceId> newPlaces) {
        return new User(
                user, newRole, newPlaces, person, name, login, linkHash, linkUntil, password, passwords, closed);
    }

    private User with(
            @Nullable String hash,
            @Nullable Instant until,
            @Nullable Personal<String> chosen,
            int count,
            boolean isClosed) {
        return new User(user, role, places, person, name, login, hash, until, chosen, count, isClosed);
    }

    @Override
    public String toString() {
        return "User[" + user + "]";
    }
}
