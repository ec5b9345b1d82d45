package fr.passerelle.ent.delivery;

import fr.passerelle.ent.model.PlaceId;
import fr.passerelle.ent.spi.AccountId;
import fr.passerelle.ent.spi.ConnectorDescriptor;
import java.util.Set;

/**
 * An account as those who operate the system see it.
 *
 * @param descriptor what its profile declares, maturity included
 */
public record AccountView(
        AccountId account, Set<PlaceId> places, ConnectorDescriptor descriptor, AccountHealth health) {}
