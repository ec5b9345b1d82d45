package fr.passerelle.one;

import fr.passerelle.ent.model.AudienceScope;
import fr.passerelle.ent.model.CommunicationKind;
import fr.passerelle.ent.spi.Destination;
import fr.passerelle.ent.spi.TargetAudience;
import java.util.List;

/** Which blogs and groups of ONE an audience means. Pure. */
final class OneDestinations {
    private static final String STAFF = "/staff/";
    private static final String SCHOOL = "/school/";

    private OneDestinations() {}

    /**
     * A blog, a message or an info for each class; one message or info for the staff of a place, one info for the whole
     * place; what a leisure centre's own people address by hand.
     */
    static List<Destination> of(CommunicationKind kind, TargetAudience audience) {
        if (audience.isLeisureCentre()) {
            return audience.atLeisureCentre(kind);
        }
        String before = switch (kind) {
            case MESSAGE -> "message";
            case NEWS -> "news";
            case LIAISON -> "liaison";
            case BLOG -> "";
        };
        if (audience.scope() == AudienceScope.STAFF) {
            return List.of(new Destination(audience.place(), before + STAFF + audience.place(), "Personnel"));
        }
        if (audience.scope() == AudienceScope.PLACE && kind == CommunicationKind.NEWS) {
            return List.of(new Destination(audience.place(), before + SCHOOL + audience.place(), "Toute l'école"));
        }
        String classes = before.isEmpty() ? "class/" : before + "/class/";
        return audience.classes().stream()
                .map(target -> new Destination(audience.place(), classes + target.id(), target.name()))
                .toList();
    }

    static boolean isStaff(Destination destination) {
        return destination.key().contains(STAFF);
    }

    static boolean isSchool(Destination destination) {
        return destination.key().contains(SCHOOL);
    }

    /** Whether it is one class's. */
    static boolean isClass(Destination destination) {
        return !isStaff(destination) && !isSchool(destination);
    }
}
