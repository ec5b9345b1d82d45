package fr.passerelle.ent.authoraccount;

import fr.passerelle.ent.model.Command;
import fr.passerelle.ent.model.PersonId;
import fr.passerelle.ent.model.Personal;
import fr.passerelle.ent.spi.AccountId;
import java.time.Instant;

/** What can be asked about the account of an author. */
public sealed interface AuthorAccountCommand extends Command {
    /** Hers, see {@link AccountId#of}. */
    AccountId account();

    /**
     * Keeps what the ENT gave her. A person has one account on each ENT: connecting again replaces it.
     *
     * @param through the service account that she was sent to the ENT by
     * @param entUser the ENT's own id of her
     */
    record ConnectAuthorAccount(
            PersonId person, AccountId through, Personal<String> entUser, Personal<String> refreshToken, Instant at)
            implements AuthorAccountCommand {
        @Override
        public AccountId account() {
            return through.of(person);
        }
    }

    /** Uses it no longer. */
    record DisconnectAuthorAccount(AccountId account, Instant at) implements AuthorAccountCommand {}
}
