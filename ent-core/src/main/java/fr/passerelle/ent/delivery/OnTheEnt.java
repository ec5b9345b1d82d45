package fr.passerelle.ent.delivery;

import fr.passerelle.ent.spi.EntConnector;
import fr.passerelle.ent.spi.EntSession;
import fr.passerelle.ent.spi.Published;
import java.net.URI;

/**
 * A publication that an ENT shows, with all that reading from it needs.
 *
 * @param platform the ENT's own name
 * @param baseUrl the ENT's origin, for deep links
 */
public record OnTheEnt(
        ItemView item, Published published, String platform, URI baseUrl, EntConnector connector, EntSession session) {}
