package fr.passerelle.ent.delivery;

import fr.passerelle.ent.model.CommandId;
import fr.passerelle.ent.model.CommandResult;
import fr.passerelle.ent.model.Commands;
import fr.passerelle.ent.model.States;

/** The engine's way to the items' streams. */
final class Ledger {
    private final Commands commands;
    private final States states;

    Ledger(Commands commands, States states) {
        this.commands = commands;
        this.states = states;
    }

    /** The item as its events make it at this moment. */
    Item read(ItemId item) {
        return states.current(Item.FEATURE, item.toString());
    }

    /**
     * Writes an entry down; it is durable when this returns.
     *
     * @return the store's position after it, or 0 if somebody else has moved the item on: read it again
     */
    long write(ItemCommand.OfEngine entry) {
        // The id is new each time: a second engine that repeats this one's entry must be refused, not told "done".
        return commands.send(CommandId.random(), entry) instanceof CommandResult.Done done ? done.position() : 0;
    }
}
