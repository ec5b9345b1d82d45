package fr.passerelle.ent.privacy;

import fr.passerelle.ent.model.CommandId;
import fr.passerelle.ent.model.CommandResult;
import fr.passerelle.ent.model.Commands;
import fr.passerelle.ent.model.PersonId;
import fr.passerelle.ent.model.Personal;
import fr.passerelle.ent.model.Refusal;
import fr.passerelle.ent.model.States;
import fr.passerelle.ent.model.SubjectId;
import fr.passerelle.ent.person.MatchKeys;
import fr.passerelle.ent.person.Person;
import fr.passerelle.ent.person.PersonCommand.ErasePerson;
import fr.passerelle.ent.person.PersonReason;
import org.jspecify.annotations.Nullable;

/**
 * Erases people (RGPD article 17): a tombstone in the key store, then the key, then the event that says so. From the
 * first step on nobody can read the person any more, and what a crash leaves undone is completed at the next start.
 */
public final class Erasures {
    private final Vault vault;
    private final Commands commands;
    private final States states;

    public Erasures(Vault vault, Commands commands, States states) {
        this.vault = vault;
        this.commands = commands;
        this.states = states;
    }

    /**
     * Erases a person, at once and for good. A repeat changes nothing.
     *
     * @return refused only if nobody has this id
     */
    public CommandResult erase(PersonId person) {
        Person known = states.current(Person.FEATURE, person.toString());
        if (known.status() == Person.Status.UNKNOWN) {
            return new CommandResult.Refused(Refusal.of(PersonReason.UNKNOWN_PERSON, "person", person));
        }
        // Read before the key goes: by it a later import sees that this person was erased.
        vault.erase(person.subject(), exactMatch(known));
        return record(person);
    }

    /** Stores the events that an interruption or a restored backup left missing. Called when the store is opened. */
    public void completePending() {
        for (SubjectId subject : vault.pendingErasures()) {
            PersonId person = new PersonId(subject.value());
            if (states.current(Person.FEATURE, person.toString()).status() == Person.Status.UNKNOWN) {
                vault.confirmErasure(subject);
            } else {
                record(person);
            }
        }
    }

    private CommandResult record(PersonId person) {
        // A fresh id each time: after a backup was restored, the same erasure must be stored again.
        CommandResult result = commands.send(CommandId.random(), new ErasePerson(person));
        if (result instanceof CommandResult.Done) {
            vault.confirmErasure(person.subject());
        }
        return result;
    }

    private @Nullable String exactMatch(Person known) {
        return known.match() != null && vault.open(known.match()) instanceof Personal.Clear<MatchKeys> clear
                ? clear.value().exact()
                : null;
    }
}
