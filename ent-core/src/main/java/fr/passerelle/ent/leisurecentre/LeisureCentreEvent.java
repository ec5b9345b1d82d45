package fr.passerelle.ent.leisurecentre;

import fr.passerelle.ent.model.Controller;
import fr.passerelle.ent.model.Event;
import fr.passerelle.ent.model.LeisureCentreId;

/** What has happened to a leisure centre. */
public sealed interface LeisureCentreEvent extends Event {

    /** The centre is known from now on. */
    record LeisureCentreRegistered(LeisureCentreId centre, String name, Controller controller)
            implements LeisureCentreEvent {}

    /** Families know it by another name. */
    record LeisureCentreRenamed(String name) implements LeisureCentreEvent {}

    /** A group of children can be written to. */
    record GroupOpened(String name) implements LeisureCentreEvent {}

    /** A group can no longer be written to. */
    record GroupClosed(String name) implements LeisureCentreEvent {}
}
