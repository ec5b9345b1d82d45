package fr.passerelle.ent.rights;

import fr.passerelle.ent.person.PersonEvent;
import fr.passerelle.ent.person.PersonEvent.ChildrenLinked;
import fr.passerelle.ent.person.PersonEvent.IdentityCorrected;
import fr.passerelle.ent.person.PersonEvent.PersonErased;
import fr.passerelle.ent.person.PersonEvent.PersonLeft;
import fr.passerelle.ent.person.PersonEvent.PersonPlaced;
import fr.passerelle.ent.person.PersonEvent.PersonRegistered;
import fr.passerelle.ent.person.PersonEvent.ProfileChanged;
import fr.passerelle.ent.rights.PersonExport.Label;
import java.util.Map;

/** What an export says in words. */
final class PlainWords {
    static final Label RETENTION = new Label(
            "Ces données sont gardées jusqu'à leur effacement, que vous pouvez demander au responsable de traitement du"
                    + " lieu ; aucune durée ne les efface d'elle-même. Après l'effacement restent les dates des événements,"
                    + " sans rien qui vous nomme.",
            "These data are kept until they are erased, which you can ask of the controller of the place; no period"
                    + " erases them by itself. After that the dates of events remain, with nothing that names you.");

    private static final Map<Class<? extends PersonEvent>, Label> EVENTS = Map.of(
            PersonRegistered.class, new Label("Enregistrement dans Passerelle", "Recorded in Passerelle"),
            IdentityCorrected.class,
                    new Label("Correction du nom ou de la date de naissance", "Name or birth date corrected"),
            PersonPlaced.class,
                    new Label("Affectation à un lieu et à ses classes", "Placed at a place, in its classes"),
            ProfileChanged.class, new Label("Changement de fonction", "Change of role"),
            ChildrenLinked.class,
                    new Label("Lien avec les enfants dont vous répondez", "Link to the children you answer for"),
            PersonLeft.class, new Label("Départ du lieu", "Departure from the place"),
            PersonErased.class, new Label("Effacement", "Erasure"));

    private PlainWords() {}

    /** What happened. */
    static Label of(Class<? extends PersonEvent> event) {
        Label label = EVENTS.get(event);
        if (label == null) {
            throw new IllegalStateException("An event of a person needs plain words: " + event.getSimpleName());
        }
        return label;
    }
}
