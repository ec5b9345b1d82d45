package fr.passerelle.ent.spi;

import fr.passerelle.ent.model.AudienceScope;
import fr.passerelle.ent.model.ClassId;
import fr.passerelle.ent.model.PlaceId;
import java.util.List;

/**
 * Whom a communication is for, resolved for a connector.
 *
 * @param placeName as people know it, for the byline
 * @param classes the classes meant, each once, in order of name; all open classes of the school for {@code PLACE}, empty
 *     for {@code STAFF} and {@code LEISURE_GROUPS}
 */
public record TargetAudience(PlaceId place, String placeName, AudienceScope scope, List<TargetClass> classes) {
    public TargetAudience {
        classes = List.copyOf(classes);
    }

    /**
     * A class that is meant.
     *
     * @param name the class's name in the school, by which an ENT knows it too, for example {@code CM2 B}
     */
    public record TargetClass(ClassId id, String name) {}
}
