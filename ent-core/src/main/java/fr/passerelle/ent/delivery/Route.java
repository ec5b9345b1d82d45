package fr.passerelle.ent.delivery;

import fr.passerelle.ent.delivery.Connection.Way;
import fr.passerelle.ent.model.CommunicationKind;
import fr.passerelle.ent.model.PlaceReason;
import fr.passerelle.ent.spi.Destination;
import fr.passerelle.ent.spi.Fault;
import fr.passerelle.ent.spi.TargetAudience;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where a communication goes on an account: what the planner asks for, and what a preview tells beforehand.
 *
 * @param destination its key; {@link #UNSUPPORTED} stands for "this account cannot"
 * @param name as people read it
 * @param byHand whether a person publishes it there
 * @param declined why it does not go there, or null
 */
record Route(
        String destination,
        String name,
        boolean byHand,
        @Nullable FaultNote declined) {
    static final String UNSUPPORTED = "unsupported";

    private static final Logger LOG = LoggerFactory.getLogger(Route.class);

    /**
     * All of an account, those that are declined included.
     *
     * @param sizes bytes of each attachment
     */
    static List<Route> on(
            Connection connection, CommunicationKind kind, List<Integer> sizes, Audiences.Resolved audience) {
        List<Route> routes = new ArrayList<>();
        for (TargetAudience.TargetClass closed : audience.closed()) {
            routes.add(new Route(
                    "class/" + closed.id(),
                    closed.name(),
                    false,
                    FaultNote.of(PlaceReason.UNKNOWN_CLASS, "class", closed.id())));
        }
        if (Audiences.reachesSomebody(audience.target())) {
            routes.addAll(open(connection, kind, sizes, audience.target()));
        }
        return routes;
    }

    private static List<Route> open(
            Connection connection, CommunicationKind kind, List<Integer> sizes, TargetAudience audience) {
        Way way = connection.way(kind, audience.declaredAs());
        if (way == Way.NONE) {
            return declined(connection, FaultNote.of(DeliveryReason.UNSUPPORTED, "profile", connection.profile()));
        }
        boolean carried = way == Way.BY_HAND
                || connection
                        .descriptor()
                        .publishes(kind)
                        .filter(line -> line.attachments().takes(sizes))
                        .isPresent();
        if (!carried) {
            return declined(
                    connection,
                    new FaultNote(
                            DeliveryReason.ATTACHMENTS_NOT_TAKEN.code(),
                            Map.of(
                                    "profile",
                                    connection.profile(),
                                    "kind",
                                    kind.name().toLowerCase(Locale.ROOT))));
        }
        try {
            List<Route> routes = destinations(connection, way, kind, audience).stream()
                    .map(destination -> new Route(destination.key(), destination.name(), way == Way.BY_HAND, null))
                    .toList();
            return routes.isEmpty()
                    ? declined(connection, FaultNote.of(DeliveryReason.UNSUPPORTED, "profile", connection.profile()))
                    : routes;
        } catch (RuntimeException ours) {
            LOG.error(
                    "Connector {} failed to name its destinations: {}",
                    connection.descriptor().id(),
                    ours.getClass().getName());
            return declined(
                    connection,
                    FaultNote.of(new Fault.ContractBroken(
                            "destinations", "a list", ours.getClass().getSimpleName())));
        }
    }

    private static List<Route> declined(Connection connection, FaultNote why) {
        return List.of(new Route(UNSUPPORTED, connection.descriptor().platform(), false, why));
    }

    private static List<Destination> destinations(
            Connection connection, Way way, CommunicationKind kind, TargetAudience audience) {
        return way == Way.BY_HAND
                ? connection.byHand().orElseThrow().destinations(kind, audience)
                : connection.publishes().orElseThrow().destinations(kind, audience);
    }
}
