package fr.passerelle.ent.store;

import fr.passerelle.ent.Passerelle;

/** The stored events of the library. */
class StoredEventsTest extends ApprovedEvents {
    StoredEventsTest() {
        super(Passerelle.features(), EventExamples.ALL);
    }
}
