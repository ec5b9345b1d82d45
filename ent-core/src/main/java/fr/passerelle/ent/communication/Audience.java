package fr.passerelle.ent.communication;

import fr.passerelle.ent.model.AudienceScope;
import fr.passerelle.ent.model.ClassId;
import java.util.List;

/**
 * Whom a communication is for. It is never widened on the way.
 *
 * @param classes for {@link AudienceScope#CLASSES}, else empty
 * @param groups names of groups for {@link AudienceScope#LEISURE_GROUPS}, else empty
 */
public record Audience(AudienceScope scope, List<ClassId> classes, List<String> groups) {
    public Audience {
        classes = classes.stream().distinct().toList();
        groups = groups.stream().map(String::strip).distinct().toList();
    }

    /** Everybody of the author's place. */
    public static Audience wholePlace() {
        return new Audience(AudienceScope.PLACE, List.of(), List.of());
    }

    /** One class or several, each counted once. */
    public static Audience ofClasses(ClassId... classes) {
        return new Audience(AudienceScope.CLASSES, List.of(classes), List.of());
    }

    /** The staff of the author's place. */
    public static Audience staffOnly() {
        return new Audience(AudienceScope.STAFF, List.of(), List.of());
    }

    /** Groups of a leisure centre, by name. */
    public static Audience ofGroups(String... names) {
        return new Audience(AudienceScope.LEISURE_GROUPS, List.of(), List.of(names));
    }

    /** Whether it names nobody. */
    public boolean isEmpty() {
        return (scope == AudienceScope.CLASSES && classes.isEmpty())
                || (scope == AudienceScope.LEISURE_GROUPS && groups.isEmpty());
    }
}
