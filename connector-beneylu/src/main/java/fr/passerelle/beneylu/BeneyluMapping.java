package fr.passerelle.beneylu;

import fr.passerelle.beneylu.wire.Group;
import fr.passerelle.ent.http.StepEnds;
import fr.passerelle.ent.model.AudienceScope;
import fr.passerelle.ent.model.Coded;
import fr.passerelle.ent.model.CommunicationKind;
import fr.passerelle.ent.spi.Destination;
import fr.passerelle.ent.spi.Fault;
import fr.passerelle.ent.spi.TargetAudience;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Which classes of Beneylu an audience means. Pure. */
final class BeneyluMapping {
    private static final Set<AudienceScope> BY_CLASS = Set.of(AudienceScope.PLACE, AudienceScope.CLASSES);

    private BeneyluMapping() {}

    static Fault rejected(Coded reason) {
        return new Fault.Rejected(reason, Map.of());
    }

    static StepEnds refused(BeneyluReason reason, Destination destination) {
        return StepEnds.refused(new Fault.Rejected(
                reason,
                Map.of("class", destination.name(), "place", destination.place().toString())));
    }

    /**
     * One destination for each class; one for the staff of a place, which only a message reaches; what a leisure centre
     * addresses, which has no blog there: as a message, whatever it was written as.
     */
    static List<Destination> destinations(CommunicationKind kind, TargetAudience audience) {
        if (audience.isLeisureCentre()) {
            boolean text = kind == CommunicationKind.BLOG || kind == CommunicationKind.MESSAGE;
            return text ? audience.atLeisureCentre(kind) : List.of();
        }
        String before = kind.name().toLowerCase(Locale.ROOT);
        if (kind == CommunicationKind.MESSAGE && audience.scope() == AudienceScope.STAFF) {
            return List.of(new Destination(audience.place(), before + "/staff/" + audience.place(), "Personnel"));
        }
        if (kind == CommunicationKind.NEWS || !BY_CLASS.contains(audience.scope())) {
            return List.of();
        }
        return audience.classes().stream()
                .map(target -> new Destination(audience.place(), before + "/class/" + target.id(), target.name()))
                .toList();
    }

    /** The account's classes of a name: as written, or else but for case, accents, blanks and punctuation. */
    static List<Group> named(List<Group> groups, String name) {
        List<Group> classes = groups.stream().filter(Group::isClass).toList();
        List<Group> same = classes.stream()
                .filter(group -> String.valueOf(group.label()).strip().equals(name.strip()))
                .toList();
        return same.isEmpty()
                ? classes.stream()
                        .filter(group -> plain(String.valueOf(group.label())).equals(plain(name)))
                        .toList()
                : same;
    }

    /** A name without what people write differently: {@code CM1-CM2} and {@code cm1 / cm2} are the same. */
    static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
