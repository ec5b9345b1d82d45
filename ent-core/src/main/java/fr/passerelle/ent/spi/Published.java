package fr.passerelle.ent.spi;

import fr.passerelle.ent.model.CommunicationKind;
import java.util.Map;

/**
 * A communication as it stands on the ENT, for who reads what became of it there.
 *
 * @param marker see {@link Work#marker}
 * @param ref as in {@link Outcome.Applied}
 * @param progress the handles stored by the steps that published it
 */
public record Published(
        CommunicationKind kind, Destination destination, String marker, String ref, Map<String, String> progress) {
    public Published {
        progress = Map.copyOf(progress);
    }
}
