package fr.passerelle.ent.authoraccount;

import fr.passerelle.ent.model.Event;
import fr.passerelle.ent.model.PersonId;
import fr.passerelle.ent.model.Personal;
import fr.passerelle.ent.spi.AccountId;
import java.time.Instant;

/** What has happened to the account of an author. */
public sealed interface AuthorAccountEvent extends Event {

    /** What she publishes goes out in her own name. Both values are sealed under her key and go with it. */
    record AuthorAccountConnected(
            PersonId person, AccountId through, Personal<String> entUser, Personal<String> refreshToken, Instant at)
            implements AuthorAccountEvent {}

    /** The service account speaks for her again. */
    record AuthorAccountDisconnected(Instant at) implements AuthorAccountEvent {}
}
