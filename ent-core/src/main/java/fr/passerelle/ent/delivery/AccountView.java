package fr.passerelle.ent.delivery;

import fr.passerelle.ent.model.PersonId;
import fr.passerelle.ent.model.PlaceId;
import fr.passerelle.ent.spi.AccountId;
import fr.passerelle.ent.spi.ConnectorDescriptor;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An account as those who operate the system see it.
 *
 * @param descriptor what its profile declares, maturity included
 * @param author whose own account it is, null for a service account
 * @param signsPeopleIn whether a teacher may connect her own account through it
 */
public record AccountView(
        AccountId account,
        Set<PlaceId> places,
        ConnectorDescriptor descriptor,
        AccountHealth health,
        @Nullable PersonId author,
        boolean signsPeopleIn) {}
