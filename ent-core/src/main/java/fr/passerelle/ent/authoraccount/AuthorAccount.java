package fr.passerelle.ent.authoraccount;

import fr.passerelle.ent.authoraccount.AuthorAccountCommand.ConnectAuthorAccount;
import fr.passerelle.ent.authoraccount.AuthorAccountEvent.AuthorAccountConnected;
import fr.passerelle.ent.authoraccount.AuthorAccountEvent.AuthorAccountDisconnected;
import fr.passerelle.ent.model.Decider;
import fr.passerelle.ent.model.Decision;
import fr.passerelle.ent.model.EventType;
import fr.passerelle.ent.model.Feature;
import fr.passerelle.ent.model.PersonId;
import fr.passerelle.ent.model.Personal;
import fr.passerelle.ent.model.StateIndex;
import fr.passerelle.ent.spi.AccountId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The account of an author as the events make it.
 *
 * @param person null only before she first connected one, like {@code through}
 * @param through the service account that she was sent to the ENT by
 * @param entUser the ENT's own id of her; null while it is not connected, like {@code refreshToken}
 */
public record AuthorAccount(
        @Nullable PersonId person,
        @Nullable AccountId through,
        @Nullable Personal<String> entUser,
        @Nullable Personal<String> refreshToken) {

    /** How the store runs this feature; streams are {@code authoraccount/ENT/PERSON}, in the group of their person. */
    public static final Feature<AuthorAccountCommand, AuthorAccountEvent, AuthorAccount> FEATURE = new Feature<>(
            "authoraccount",
            AuthorAccountCommand.class,
            command -> command.account().toString(),
            new Rules(),
            AuthorAccount.class,
            account -> new StateIndex(
                    null,
                    account.person == null ? null : account.person.toString(),
                    account.connected() ? "connected" : "disconnected",
                    null),
            Map.of(
                    AuthorAccountConnected.class, new EventType("authoraccount.connected", 1),
                    AuthorAccountDisconnected.class, new EventType("authoraccount.disconnected", 1)),
            event -> List.of(),
            AuthorAccountReason.NOT_CONNECTED);

    /** Whether it signs what she publishes. */
    public boolean connected() {
        return refreshToken != null;
    }

    private static final class Rules implements Decider<AuthorAccountCommand, AuthorAccountEvent, AuthorAccount> {
        @Override
        public AuthorAccount initial() {
            return new AuthorAccount(null, null, null, null);
        }

        @Override
        public Decision<AuthorAccountEvent> decide(AuthorAccount state, AuthorAccountCommand command) {
            if (command instanceof ConnectAuthorAccount connect) {
                return Decision.accept(new AuthorAccountConnected(
                        connect.person(), connect.through(), connect.entUser(), connect.refreshToken(), connect.at()));
            }
            AuthorAccountCommand.DisconnectAuthorAccount disconnect =
                    (AuthorAccountCommand.DisconnectAuthorAccount) command;
            if (state.person == null) {
                return Decision.refuse(AuthorAccountReason.NOT_CONNECTED, "account", disconnect.account());
            }
            return state.connected()
                    ? Decision.accept(new AuthorAccountDisconnected(disconnect.at()))
                    : Decision.accept();
        }

        @Override
        public AuthorAccount evolve(AuthorAccount state, AuthorAccountEvent event) {
            return event instanceof AuthorAccountConnected connected
                    ? new AuthorAccount(
                            connected.person(), connected.through(), connected.entUser(), connected.refreshToken())
                    : new AuthorAccount(state.person, state.through, null, null);
        }
    }
}
