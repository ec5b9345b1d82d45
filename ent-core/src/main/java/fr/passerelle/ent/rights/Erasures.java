package fr.passerelle.ent.rights;

import fr.passerelle.ent.communication.Communication;
import fr.passerelle.ent.communication.CommunicationCommand.EraseCommunication;
import fr.passerelle.ent.communication.CommunicationReason;
import fr.passerelle.ent.delivery.DeliveryDesk;
import fr.passerelle.ent.model.Command;
import fr.passerelle.ent.model.CommandId;
import fr.passerelle.ent.model.CommandResult;
import fr.passerelle.ent.model.Commands;
import fr.passerelle.ent.model.CommunicationId;
import fr.passerelle.ent.model.History;
import fr.passerelle.ent.model.History.Dated;
import fr.passerelle.ent.model.PersonId;
import fr.passerelle.ent.model.Personal;
import fr.passerelle.ent.model.Refusal;
import fr.passerelle.ent.model.States;
import fr.passerelle.ent.model.SubjectId;
import fr.passerelle.ent.person.MatchKeys;
import fr.passerelle.ent.person.Person;
import fr.passerelle.ent.person.PersonCommand.ErasePerson;
import fr.passerelle.ent.person.PersonEvent;
import fr.passerelle.ent.person.PersonReason;
import fr.passerelle.ent.privacy.Vault;
import fr.passerelle.ent.rights.ErasureReport.Destroyed;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Erases people (RGPD article 17) and communications: a tombstone in the key store, then the key, then the event that
 * says so. From the first step on nobody can read them any more, and what a crash leaves undone is completed at the next
 * start. What the ENTs show is not touched: {@link #report} says what may have to be taken back there.
 */
public final class Erasures {
    private final Vault vault;
    private final Commands commands;
    private final States states;
    private final History history;
    private final DeliveryDesk desk;
    private final InstantSource clock;

    public Erasures(
            Vault vault, Commands commands, States states, History history, DeliveryDesk desk, InstantSource clock) {
        this.vault = vault;
        this.commands = commands;
        this.states = states;
        this.history = history;
        this.desk = desk;
        this.clock = clock;
    }

    /**
     * Erases a person, at once and for good. A repeat changes nothing.
     *
     * @return refused only if nobody has this id
     */
    public CommandResult erase(PersonId person) {
        Person known = person(person);
        if (known.status() == Person.Status.UNKNOWN) {
            return new CommandResult.Refused(Refusal.of(PersonReason.UNKNOWN_PERSON, "person", person));
        }
        // Read before the key goes: by it a later import sees that this person was erased.
        vault.erase(person.subject(), exactMatch(known));
        return record(person.subject(), new ErasePerson(person));
    }

    /**
     * What erasing a person destroyed and which communications may concern her, with where each stands on every ENT; for
     * a person who is not erased, what it would. Changes nothing; may be asked for as often as one likes.
     *
     * @return empty if nobody has this id
     */
    public Optional<ErasureReport> report(PersonId person) {
        Person known = person(person);
        if (known.status() == Person.Status.UNKNOWN) {
            return Optional.empty();
        }
        List<Dated<PersonEvent>> life = history.of(Person.FEATURE, person.toString());
        List<Personal.Sealed<?>> values = new ArrayList<>(SealedValues.in(life));
        OwnAccounts.of(person, states, history).forEach(account -> values.addAll(SealedValues.in(account)));
        int matchKeys = (int)
                values.stream().filter(value -> value.type() == MatchKeys.class).count();
        return Optional.of(new ErasureReport(
                person,
                vault.erasedAt(person.subject()).orElse(null),
                new Destroyed(
                        vault.erasedAt(person.subject()).isPresent(),
                        values.size(),
                        matchKeys,
                        known.match() == null ? 0 : 1),
                new Concerns(states, history, desk).of(person, stays(life))));
    }

    /** Hers, and those of the children whom she answers for. */
    private List<Stay> stays(List<Dated<PersonEvent>> life) {
        List<Stay> stays = new ArrayList<>(Stay.of(life));
        Family.children(life).forEach(child -> stays.addAll(Stay.of(history.of(Person.FEATURE, child.toString()))));
        return stays;
    }

    /**
     * Erases what a communication says, title and text, at once and for good: what cannot be corrected and should not
     * stay readable even here. A repeat changes nothing.
     *
     * @return refused while an ENT may still show it, see {@link CommunicationReason#STILL_SHOWN}: without its text it
     *     could not be corrected there any more
     */
    public CommandResult eraseCommunication(CommunicationId communication) {
        Communication known = communication(communication);
        if (known.status() == Communication.Status.UNKNOWN) {
            return new CommandResult.Refused(
                    Refusal.of(CommunicationReason.UNKNOWN_COMMUNICATION, "communication", communication));
        }
        if (known.status() != Communication.Status.ERASED) {
            // In this order: whatever the read model calls planned has its items there too.
            Communication seen =
                    states.find(Communication.FEATURE, communication.toString()).orElse(known);
            Shown shown = new Shown(seen, desk.items(communication));
            if (known.from() != null && (seen.revision() != known.revision() || !shown.erasable())) {
                return new CommandResult.Refused(new Refusal(
                        CommunicationReason.STILL_SHOWN,
                        Map.of("communication", communication.toString(), "count", Long.toString(shown.accounts()))));
            }
        }
        vault.erase(communication.subject(), null);
        return record(communication.subject(), new EraseCommunication(communication, clock.instant()));
    }

    /** Stores the events that an interruption or a restored backup left missing. Called when the store is opened. */
    public void completePending() {
        for (SubjectId subject : vault.pendingErasures()) {
            PersonId person = new PersonId(subject.value());
            CommunicationId communication = new CommunicationId(subject.value());
            if (person(person).status() != Person.Status.UNKNOWN) {
                record(subject, new ErasePerson(person));
            } else if (communication(communication).status() != Communication.Status.UNKNOWN) {
                record(subject, new EraseCommunication(communication, clock.instant()));
            } else {
                vault.confirmErasure(subject);
            }
        }
    }

    private CommandResult record(SubjectId subject, Command erased) {
        // A fresh id each time: after a backup was restored, the same erasure must be stored again.
        CommandResult result = commands.send(CommandId.random(), erased);
        if (result instanceof CommandResult.Done) {
            vault.confirmErasure(subject);
        }
        return result;
    }

    private Person person(PersonId person) {
        return states.current(Person.FEATURE, person.toString());
    }

    private Communication communication(CommunicationId communication) {
        return states.current(Communication.FEATURE, communication.toString());
    }

    private @Nullable String exactMatch(Person known) {
        return known.match() != null && vault.open(known.match()) instanceof Personal.Clear<MatchKeys> clear
                ? clear.value().exact()
                : null;
    }
}
