package fr.passerelle.one;

import fr.passerelle.ent.model.AudienceScope;
import fr.passerelle.ent.model.CommunicationKind;
import fr.passerelle.ent.spi.Destination;
import fr.passerelle.ent.spi.TargetAudience;
import java.util.List;

/** Which blogs and groups of ONE an audience means. Pure. */
final class OneDestinations {
    private static final String STAFF = "message/staff/";

    private OneDestinations() {}

    /** A blog or a message for each class; one message for the staff of a place. */
    static List<Destination> of(CommunicationKind kind, TargetAudience audience) {
        if (audience.scope() == AudienceScope.STAFF) {
            return List.of(new Destination(audience.place(), STAFF + audience.place(), "Personnel"));
        }
        String before = kind == CommunicationKind.MESSAGE ? "message/class/" : "class/";
        return audience.classes().stream()
                .map(target -> new Destination(audience.place(), before + target.id(), target.name()))
                .toList();
    }

    static boolean isStaff(Destination destination) {
        return destination.key().startsWith(STAFF);
    }
}
