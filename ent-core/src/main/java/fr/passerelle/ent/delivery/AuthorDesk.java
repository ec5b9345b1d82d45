package fr.passerelle.ent.delivery;

import fr.passerelle.ent.authoraccount.AuthorAccount;
import fr.passerelle.ent.authoraccount.AuthorAccountCommand.ConnectAuthorAccount;
import fr.passerelle.ent.authoraccount.AuthorAccountCommand.DisconnectAuthorAccount;
import fr.passerelle.ent.authoraccount.AuthorAccountReason;
import fr.passerelle.ent.model.CommandId;
import fr.passerelle.ent.model.CommandResult;
import fr.passerelle.ent.model.Commands;
import fr.passerelle.ent.model.PersonId;
import fr.passerelle.ent.model.Personal;
import fr.passerelle.ent.model.States;
import fr.passerelle.ent.person.Person;
import fr.passerelle.ent.spi.AccountId;
import fr.passerelle.ent.spi.EntAccount;
import fr.passerelle.ent.spi.Fault;
import fr.passerelle.ent.spi.Secret;
import fr.passerelle.ent.spi.SignsPeopleIn;
import fr.passerelle.ent.spi.SignsPeopleIn.SignIn.SignedIn;
import java.net.URI;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Connects teachers' own accounts, and keeps the connections true to the events: an account that is disconnected, or whose
 * person has left or was erased, signs nothing any more. Safe for several threads.
 */
public final class AuthorDesk {
    private static final Logger LOG = LoggerFactory.getLogger(AuthorDesk.class);

    private final Commands commands;
    private final States states;
    private final ContentVault vault;
    private final Connections connections;
    private final Function<EntAccount, Connection> opener;
    private final DeliveryDesk desk;
    private final Signal signal;
    private final InstantSource clock;
    /** Those whose account is or was connected since this began. */
    private final Set<PersonId> known = ConcurrentHashMap.newKeySet();

    /** @param opener makes a connection of an account, without any I/O */
    AuthorDesk(
            Commands commands,
            States states,
            ContentVault vault,
            Connections connections,
            Function<EntAccount, Connection> opener,
            DeliveryDesk desk,
            Signal signal,
            InstantSource clock) {
        this.commands = commands;
        this.states = states;
        this.vault = vault;
        this.connections = connections;
        this.opener = opener;
        this.desk = desk;
        this.signal = signal;
        this.clock = clock;
    }

    /** What came of asking. */
    public sealed interface Answer {

        /** There she agrees, on the ENT. */
        record Page(URI address) implements Answer {
            @Override
            public String toString() {
                return "Page[" + address.getHost() + "]";
            }
        }

        /** Her account signs from now on what she writes. */
        record Connected(AccountId account) implements Answer {}

        /** The ENT knows her as the one who connected her account here. Nothing changed. */
        record Recognised(PersonId person) implements Answer {}

        /** Nothing changed. */
        record Refused(FaultNote why) implements Answer {}
    }

    /**
     * The ENT's page on which a person lets Passerelle publish in her name. No I/O but for reading the store.
     *
     * @param through the service account; its places become hers
     * @param redirect where the ENT sends her back to
     * @param state unguessable; comes back with her
     */
    public Answer page(AccountId through, PersonId person, URI redirect, String state) {
        return signsIn(through, person, (service, connector) -> page(service, connector, redirect, state));
    }

    /** As {@link #page(AccountId, PersonId, URI, String)}, for whoever wants to be recognised: see {@link #recognise}. */
    public Answer page(AccountId through, URI redirect, String state) {
        return signsIn(through, (service, connector) -> page(service, connector, redirect, state));
    }

    private static Answer page(Connection service, SignsPeopleIn connector, URI redirect, String state) {
        SignsPeopleIn.Page page = connector.authorizationPage(service.account(), redirect, state);
        return page instanceof SignsPeopleIn.Page.At at
                ? new Answer.Page(at.address())
                : refused(((SignsPeopleIn.Page.Refused) page).fault());
    }

    /**
     * Who comes back from the ENT, among those who connected their own account on it; what the ENT lets us do in her name
     * is not used. Asks the ENT once.
     *
     * @param redirect the same as for the page
     */
    public Answer recognise(AccountId through, String code, URI redirect) {
        return signsIn(through, (service, connector) -> {
            SignsPeopleIn.SignIn came = connector.redeem(service.session(), code, redirect);
            return came instanceof SignedIn signedIn
                    ? known(through, signedIn.entUser())
                    : refused(((SignsPeopleIn.SignIn.Refused) came).fault());
        });
    }

    private Answer known(AccountId through, String entUser) {
        return states.all(AuthorAccount.FEATURE).stream()
                .filter(account -> account.person() != null
                        && account.through() != null
                        && account.through().ent().equals(through.ent())
                        && account.entUser() != null
                        && vault.open(account.entUser()) instanceof Personal.Clear<String> id
                        && id.value().equals(entUser))
                .<Answer>map(account -> new Answer.Recognised(Objects.requireNonNull(account.person())))
                .findFirst()
                .orElseGet(() ->
                        new Answer.Refused(FaultNote.of(AuthorAccountReason.NOBODY_RECOGNISED, "ent", through.ent())));
    }

    /**
     * Makes what she came back with into an account of hers. Asks the ENT once; after a lost answer she is sent to its
     * page again.
     *
     * @param redirect the same as for the page
     */
    public Answer connect(AccountId through, PersonId person, String code, URI redirect) {
        return signsIn(through, person, (service, connector) -> {
            SignsPeopleIn.SignIn came = connector.redeem(service.session(), code, redirect);
            return came instanceof SignedIn signedIn
                    ? keep(through, person, signedIn)
                    : refused(((SignsPeopleIn.SignIn.Refused) came).fault());
        });
    }

    private Answer keep(AccountId through, PersonId person, SignedIn signedIn) {
        ConnectAuthorAccount connect = new ConnectAuthorAccount(
                person,
                through,
                Personal.of(person.subject(), signedIn.entUser()),
                Personal.of(person.subject(), signedIn.refreshToken().reveal()),
                clock.instant());
        CommandResult result = commands.send(CommandId.random(), connect);
        if (result instanceof CommandResult.Refused refused) {
            return new Answer.Refused(new FaultNote(
                    refused.refusal().reason().code(), refused.refusal().facts()));
        }
        follow(connect.account());
        long position = Math.max(((CommandResult.Done) result).position(), desk.resume(connect.account()));
        ReadModel.reaches(position, states);
        signal.wake();
        return new Answer.Connected(connect.account());
    }

    /** Uses her account no longer: from now on the service account speaks for her. What it published stays its own. */
    public CommandResult disconnect(AccountId account) {
        CommandResult result = commands.send(CommandId.random(), new DisconnectAuthorAccount(account, clock.instant()));
        follow(account);
        return result;
    }

    @FunctionalInterface
    private interface Conversation {
        Answer with(Connection service, SignsPeopleIn connector);
    }

    private Answer signsIn(AccountId through, PersonId person, Conversation conversation) {
        return signsIn(
                through,
                (service, connector) -> isStaff(person, service)
                        ? conversation.with(service, connector)
                        : new Answer.Refused(FaultNote.of(AuthorAccountReason.NOT_STAFF, "person", person)));
    }

    private Answer signsIn(AccountId through, Conversation conversation) {
        Optional<Connection> service = connections
                .find(through)
                .filter(connection -> connection.account().author() == null);
        if (service.isEmpty()) {
            return new Answer.Refused(FaultNote.of(DeliveryReason.ACCOUNT_REMOVED, "account", through));
        }
        if (!(service.get().connector() instanceof SignsPeopleIn connector)) {
            return new Answer.Refused(FaultNote.of(
                    AuthorAccountReason.NOT_OFFERED, "profile", service.get().profile()));
        }
        try {
            return conversation.with(service.get(), connector);
        } catch (RuntimeException ours) {
            LOG.error(
                    "Connector {} failed to sign somebody in: {}",
                    service.get().descriptor().id(),
                    ours.getClass().getName());
            return refused(new Fault.ContractBroken(
                    "sign-in", "an answer", ours.getClass().getSimpleName()));
        }
    }

    private boolean isStaff(PersonId person, Connection service) {
        Person found = states.current(Person.FEATURE, person.toString());
        return found.belongsToStaff()
                && found.place() != null
                && service.account().places().contains(found.place());
    }

    private static Answer refused(Fault fault) {
        return new Answer.Refused(FaultNote.of(fault));
    }

    /** Opens the connections of all who are connected. */
    void open() {
        states.all(AuthorAccount.FEATURE).stream()
                .filter(AuthorAccount::connected)
                .forEach(account ->
                        follow(Objects.requireNonNull(account.through()).of(Objects.requireNonNull(account.person()))));
    }

    /** Whether a person's account is or was connected: what happens to others changes nothing here. */
    boolean knows(PersonId person) {
        return known.contains(person);
    }

    /** Looks again at all accounts of a person. */
    void follow(PersonId person) {
        states.inGroup(AuthorAccount.FEATURE, person.toString())
                .forEach(account ->
                        follow(Objects.requireNonNull(account.through()).of(person)));
    }

    /** Makes one connection what the events say now. */
    synchronized void follow(AccountId account) {
        AuthorAccount state = states.current(AuthorAccount.FEATURE, account.toString());
        if (state.person() != null) {
            known.add(state.person());
        }
        Optional<EntAccount> wanted = account(state);
        if (wanted.isEmpty()) {
            connections.remove(account);
        } else if (connections
                .find(account)
                .filter(known -> token(known.account()).equals(token(wanted.get())))
                .isEmpty()) {
            try {
                connections.put(opener.apply(wanted.get()));
            } catch (IllegalArgumentException unfit) {
                LOG.error("The account {} cannot be used: {}", account, unfit.getMessage());
                connections.remove(account);
            }
        }
    }

    private static String token(EntAccount account) {
        return Objects.requireNonNull(account.credentials().get(SignsPeopleIn.REFRESH_TOKEN))
                .reveal();
    }

    /** Empty where it is not connected, she has left, was erased, or the service account is no longer configured. */
    private Optional<EntAccount> account(AuthorAccount state) {
        PersonId person = state.person();
        AccountId through = state.through();
        if (person == null
                || through == null
                || state.refreshToken() == null
                || !(vault.open(state.refreshToken()) instanceof Personal.Clear<String> token)) {
            return Optional.empty();
        }
        return connections
                .find(through)
                .filter(service -> isStaff(person, service))
                .map(service -> service.account().of(person, Secret.of(token.value())));
    }
}
