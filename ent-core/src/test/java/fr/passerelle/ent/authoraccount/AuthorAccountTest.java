package fr.passerelle.ent.authoraccount;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.ent.authoraccount.AuthorAccountCommand.ConnectAuthorAccount;
import fr.passerelle.ent.authoraccount.AuthorAccountCommand.DisconnectAuthorAccount;
import fr.passerelle.ent.authoraccount.AuthorAccountEvent.AuthorAccountConnected;
import fr.passerelle.ent.authoraccount.AuthorAccountEvent.AuthorAccountDisconnected;
import fr.passerelle.ent.model.PersonId;
import fr.passerelle.ent.model.Personal;
import fr.passerelle.ent.model.Scenario;
import fr.passerelle.ent.spi.AccountId;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class AuthorAccountTest {
    private static final PersonId PERSON = PersonId.random();
    private static final AccountId SERVICE = AccountId.parse("one/service");
    private static final Instant AT = Instant.parse("2026-11-24T07:30:00Z");

    private static Personal<String> own(String value) {
        return Personal.of(PERSON.subject(), value);
    }

    private static AuthorAccountConnected connected(String token) {
        return new AuthorAccountConnected(PERSON, SERVICE, own("u1"), own(token), AT);
    }

    private static ConnectAuthorAccount connect(String token) {
        return new ConnectAuthorAccount(PERSON, SERVICE, own("u1"), own(token), AT);
    }

    @Test
    void a_teacher_connects_her_account_and_connecting_again_replaces_it() {
        var none = Scenario.of(AuthorAccount.FEATURE);
        none.when(connect("first")).then(connected("first"));
        var held = none.given(connected("first"));
        held.when(connect("second")).then(connected("second"));
        assertThat(held.given(connected("second")).state())
                .isEqualTo(new AuthorAccount(PERSON, SERVICE, own("u1"), own("second")));
        assertThat(AuthorAccount.FEATURE.index().apply(held.state()).group()).isEqualTo(PERSON.toString());
        assertThat(AuthorAccount.FEATURE.stream().apply(connect("first"))).isEqualTo("one/" + PERSON);
    }

    @Test
    void what_is_disconnected_keeps_no_token() {
        DisconnectAuthorAccount disconnect = new DisconnectAuthorAccount(SERVICE.of(PERSON), AT);
        var none = Scenario.of(AuthorAccount.FEATURE);
        none.when(disconnect).thenRefused(AuthorAccountReason.NOT_CONNECTED);
        var held = none.given(connected("first"));
        held.when(disconnect).then(new AuthorAccountDisconnected(AT));
        var gone = held.given(new AuthorAccountDisconnected(AT));
        gone.when(disconnect).thenNothing();
        assertThat(gone.state().connected()).isFalse();
        gone.when(connect("second")).then(connected("second"));
    }

    @Test
    void no_token_shows_itself() {
        assertThat(connect("first") + " " + connected("first")).doesNotContain("first");
    }
}
