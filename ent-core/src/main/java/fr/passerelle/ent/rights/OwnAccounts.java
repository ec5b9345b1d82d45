package fr.passerelle.ent.rights;

import fr.passerelle.ent.authoraccount.AuthorAccount;
import fr.passerelle.ent.authoraccount.AuthorAccountEvent;
import fr.passerelle.ent.authoraccount.AuthorAccountEvent.AuthorAccountConnected;
import fr.passerelle.ent.model.History;
import fr.passerelle.ent.model.History.Dated;
import fr.passerelle.ent.model.PersonId;
import fr.passerelle.ent.model.Personal;
import fr.passerelle.ent.model.States;
import fr.passerelle.ent.rights.PersonExport.OwnAccount;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The accounts on ENTs that a person connected as her own, as their events tell. */
final class OwnAccounts {
    private OwnAccounts() {}

    /** What happened to each of them. */
    static List<List<Dated<AuthorAccountEvent>>> of(PersonId person, States states, History history) {
        return states.inGroup(AuthorAccount.FEATURE, person.toString()).stream()
                .map(account -> history.of(
                        AuthorAccount.FEATURE,
                        Objects.requireNonNull(account.through()).of(person).toString()))
                .toList();
    }

    /** The times during which one of them was connected. */
    static List<OwnAccount> told(
            List<Dated<AuthorAccountEvent>> events, Function<Personal<String>, @Nullable String> opener) {
        List<OwnAccount> told = new ArrayList<>();
        for (int i = 0; i < events.size(); i++) {
            if (events.get(i).event() instanceof AuthorAccountConnected connected) {
                @Nullable
                Instant until = i + 1 < events.size() ? events.get(i + 1).at() : null;
                told.add(new OwnAccount(
                        connected.through().ent(),
                        opener.apply(connected.entUser()),
                        events.get(i).at(),
                        until));
            }
        }
        return told;
    }
}
