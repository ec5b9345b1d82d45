package fr.passerelle.app.town;

import fr.passerelle.ent.model.Controller;
import fr.passerelle.ent.model.PlaceId;
import fr.passerelle.ent.school.SchoolKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A school or a leisure centre, as lists show it.
 *
 * @param kind null for a leisure centre
 * @param groups of a leisure centre; empty for a school, which has classes
 */
public record Place(PlaceId id, String name, @Nullable SchoolKind kind, Controller controller, List<String> groups) {
    public Place {
        groups = List.copyOf(groups);
    }

    /** Whether it is a school. */
    public boolean isSchool() {
        return kind != null;
    }

    /** One word for programs and message keys: {@code nursery}, {@code elementary}, {@code primary}, {@code leisure-centre}. */
    public String kindWord() {
        return kind == null ? "leisure-centre" : kind.name().toLowerCase(java.util.Locale.ROOT);
    }
}
