package fr.passerelle.ent.spi;

import fr.passerelle.ent.model.AudienceScope;
import fr.passerelle.ent.model.ClassId;
import fr.passerelle.ent.model.CommunicationKind;
import fr.passerelle.ent.model.LeisureCentreId;
import fr.passerelle.ent.model.PlaceId;
import java.util.List;
import java.util.Locale;

/**
 * Whom a communication is for, resolved for a connector.
 *
 * @param placeName as people know it, for the byline
 * @param classes the classes meant, each once, in order of name; all open classes of the school for {@code PLACE}, empty
 *     for {@code STAFF} and for a leisure centre
 * @param groups the names of a leisure centre's groups meant, each once, for {@code LEISURE_GROUPS}; else empty
 */
public record TargetAudience(
        PlaceId place, String placeName, AudienceScope scope, List<TargetClass> classes, List<String> groups) {
    public TargetAudience {
        classes = List.copyOf(classes);
        groups = List.copyOf(groups);
    }

    /** What a descriptor must name for it: whatever a leisure centre addresses is {@code LEISURE_GROUPS} to an ENT. */
    public AudienceScope declaredAs() {
        return isLeisureCentre() ? AudienceScope.LEISURE_GROUPS : scope;
    }

    /** Whether a leisure centre speaks, which no ENT knows as it knows a school. */
    public boolean isLeisureCentre() {
        return place instanceof LeisureCentreId;
    }

    /**
     * One destination for each group of a leisure centre, for the whole centre or for its staff, by the names that people
     * there use: for a person who publishes by hand and knows how the ENT calls them. Empty for a school.
     */
    public List<Destination> atLeisureCentre(CommunicationKind kind) {
        if (!isLeisureCentre()) {
            return List.of();
        }
        String before = kind.name().toLowerCase(Locale.ROOT) + "/";
        return switch (scope) {
            case LEISURE_GROUPS ->
                groups.stream()
                        .map(group -> new Destination(place, before + "group/" + group, group))
                        .toList();
            case PLACE -> List.of(new Destination(place, before + "centre/" + place, placeName));
            case STAFF -> List.of(new Destination(place, before + "staff/" + place, "Personnel"));
            case CLASSES -> List.of();
        };
    }

    /**
     * A class that is meant.
     *
     * @param name the class's name in the school, by which an ENT knows it too, for example {@code CM2 B}
     */
    public record TargetClass(ClassId id, String name) {}
}
