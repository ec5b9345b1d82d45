package fr.passerelle.app.town;

import fr.passerelle.ent.communication.Audience;
import fr.passerelle.ent.communication.Communication;
import fr.passerelle.ent.model.AudienceScope;
import fr.passerelle.ent.model.PlaceId;
import fr.passerelle.ent.model.States;
import fr.passerelle.ent.schoolclass.SchoolClass;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which classes have read nothing for longer than the town wants: parents give up an ENT that is not fed. */
public final class Cadence {
    private final States states;
    private final Places places;
    private final LocalDate today;
    private final long mostDays;

    Cadence(States states, Places places, LocalDate today, long mostDays) {
        this.states = states;
        this.places = places;
        this.today = today;
        this.mostDays = mostDays;
    }

    /**
     * A school of which at least one class waits.
     *
     * @param classes those that wait, the youngest first
     */
    public record Waiting(Place place, List<SilentClass> classes) {
        public Waiting {
            classes = List.copyOf(classes);
        }

        /** Whether no class of the school has ever read anything. */
        public boolean isFromTheStart() {
            return classes.stream().allMatch(found -> found.days() == null);
        }
    }

    /**
     * A class that waits.
     *
     * @param days since the day on which the last publication was to appear, or null if there was none
     */
    public record SilentClass(String name, @Nullable Long days) {}

    /** School by school, by name; empty where every class has read something within the days that the town wants. */
    public List<Waiting> waiting() {
        List<Communication> published = states.all(Communication.FEATURE).stream()
                .filter(found -> found.status() == Communication.Status.PUBLISHED)
                .toList();
        return places.all().stream()
                .map(place -> new Waiting(place, waiting(place.id(), published)))
                .filter(waiting -> !waiting.classes().isEmpty())
                .toList();
    }

    private List<SilentClass> waiting(PlaceId place, List<Communication> published) {
        return places.classes(place).stream()
                .map(found -> new SilentClass(found.name(), days(place, found, published)))
                .filter(found -> found.days() == null || found.days() > mostDays)
                .toList();
    }

    private @Nullable Long days(PlaceId place, SchoolClass schoolClass, List<Communication> published) {
        Optional<LocalDate> last = published.stream()
                .filter(found -> place.equals(found.place()) && reaches(found.audience(), schoolClass))
                .map(Communication::from)
                .filter(Objects::nonNull)
                .max(Instant::compareTo)
                .map(at -> LocalDate.ofInstant(at, Town.ZONE));
        return last.map(day -> ChronoUnit.DAYS.between(day, today)).orElse(null);
    }

    private static boolean reaches(@Nullable Audience audience, SchoolClass schoolClass) {
        return audience != null
                && (audience.scope() == AudienceScope.PLACE
                        || audience.classes().contains(schoolClass.schoolClass()));
    }
}
