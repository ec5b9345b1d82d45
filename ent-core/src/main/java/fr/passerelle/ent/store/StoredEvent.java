package fr.passerelle.ent.store;

import fr.passerelle.ent.model.Event;

/** A row and the event that today's classes make of it, personal values sealed. */
record StoredEvent(EventRow row, Event event) {}
