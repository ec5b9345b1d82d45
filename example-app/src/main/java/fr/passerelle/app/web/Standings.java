package fr.passerelle.app.web;

import fr.passerelle.app.town.Town;
import fr.passerelle.ent.directory.Coverage;
import fr.passerelle.ent.directory.Coverage.Standing.Held;
import fr.passerelle.ent.directory.Coverage.Standing.Vacant;
import fr.passerelle.ent.model.PlaceId;
import fr.passerelle.ent.person.Person;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which place has a referent, read once for a page. */
final class Standings {
    private final Town town;
    private final Map<PlaceId, Coverage.Standing> standings;

    private Standings(Town town, Coverage coverage) {
        this.town = town;
        this.standings =
                coverage.places().stream().collect(Collectors.toMap(Coverage.Line::place, Coverage.Line::standing));
    }

    static Standings of(Town town) {
        return new Standings(town, town.passerelle().coverage());
    }

    /**
     * Whether a place has one, without a name.
     *
     * @param since from when on; null where there never was one
     * @param why key of the words for why there is none, or null
     */
    record Standing(
            boolean held,
            @Nullable LocalDate since,
            @Nullable String why) {}

    Standing at(PlaceId place) {
        Coverage.Standing standing = standings.get(place);
        if (standing instanceof Held held) {
            return new Standing(true, held.since(), null);
        }
        return standing instanceof Vacant vacant
                ? new Standing(false, vacant.since(), "vacant." + vacant.why().name())
                : new Standing(false, null, "vacant." + Coverage.Why.NEVER_APPOINTED);
    }

    /** Her page, for somebody who may see names; null where the place has none. */
    @Nullable
    PersonPage person(PlaceId place) {
        return Optional.ofNullable(standings.get(place))
                .map(standing -> standing instanceof Held held ? held.person() : null)
                .map(id -> town.passerelle().states().current(Person.FEATURE, id.toString()))
                .flatMap(person -> PersonPage.of(town, List.of(person)).stream().findFirst())
                .orElse(null);
    }
}
