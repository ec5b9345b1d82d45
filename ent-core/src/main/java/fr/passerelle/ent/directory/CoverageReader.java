package fr.passerelle.ent.directory;

import fr.passerelle.ent.directory.Coverage.Line;
import fr.passerelle.ent.directory.Coverage.Standing;
import fr.passerelle.ent.directory.Coverage.Term;
import fr.passerelle.ent.directory.Coverage.Why;
import fr.passerelle.ent.leisurecentre.LeisureCentre;
import fr.passerelle.ent.model.History;
import fr.passerelle.ent.model.History.Dated;
import fr.passerelle.ent.model.PersonId;
import fr.passerelle.ent.model.PlaceId;
import fr.passerelle.ent.model.States;
import fr.passerelle.ent.person.Person;
import fr.passerelle.ent.person.PersonEvent;
import fr.passerelle.ent.person.PersonEvent.PersonErased;
import fr.passerelle.ent.person.PersonEvent.PersonLeft;
import fr.passerelle.ent.person.PersonEvent.PersonPlaced;
import fr.passerelle.ent.referent.Referent;
import fr.passerelle.ent.referent.ReferentEvent;
import fr.passerelle.ent.referent.ReferentEvent.ReferentAppointed;
import fr.passerelle.ent.referent.ReferentEvent.ReferentEnded;
import fr.passerelle.ent.referent.ReferentEvent.ReferentHandedOver;
import fr.passerelle.ent.school.School;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Says which place has a referent. A departure or an erasure is recorded of a person, not of a place: that it leaves a
 * place without referent is found here, when somebody asks, so that it cannot be forgotten.
 */
public final class CoverageReader {
    /** Events have instants, terms have days: those of metropolitan France. */
    private static final ZoneId DAYS = ZoneId.of("Europe/Paris");

    private final States states;
    private final History history;

    public CoverageReader(States states, History history) {
        this.states = states;
        this.history = history;
    }

    /** All places as the read model and the referents' events have them now. */
    public Coverage read() {
        List<Line> lines = new ArrayList<>();
        for (School school : states.all(School.FEATURE)) {
            if (school.school() != null) {
                lines.add(line(school.school(), school.name()));
            }
        }
        for (LeisureCentre centre : states.all(LeisureCentre.FEATURE)) {
            if (centre.centre() != null) {
                lines.add(line(centre.centre(), centre.name()));
            }
        }
        lines.sort(Comparator.comparing(line -> line.place().value()));
        return new Coverage(lines);
    }

    private Line line(PlaceId place, String name) {
        List<Term> terms = new ArrayList<>();
        history.of(Referent.FEATURE, place.value()).forEach(dated -> add(terms, dated.event()));
        if (terms.isEmpty()) {
            return new Line(place, name, new Standing.Vacant(Why.NEVER_APPOINTED, null), terms);
        }
        Term last = terms.get(terms.size() - 1);
        if (last.until() != null) {
            return new Line(place, name, new Standing.Vacant(Why.ENDED, last.until()), terms);
        }
        Standing.Vacant gone = gone(last.person());
        if (gone == null) {
            return new Line(place, name, new Standing.Held(last.person(), last.since()), terms);
        }
        end(terms, gone.since());
        return new Line(place, name, gone, terms);
    }

    private static void add(List<Term> terms, ReferentEvent event) {
        if (event instanceof ReferentAppointed appointed) {
            terms.add(new Term(appointed.person(), appointed.since(), null));
        } else if (event instanceof ReferentHandedOver handedOver) {
            end(terms, handedOver.since());
            terms.add(new Term(handedOver.to(), handedOver.since(), null));
        } else {
            end(terms, ((ReferentEnded) event).until());
        }
    }

    private static void end(List<Term> terms, @Nullable LocalDate until) {
        Term last = terms.remove(terms.size() - 1);
        terms.add(new Term(last.person(), last.since(), until));
    }

    /** Why and since when somebody is at no place any more, or null. */
    private Standing.@Nullable Vacant gone(PersonId person) {
        Standing.@Nullable Vacant gone = null;
        for (Dated<PersonEvent> dated : history.of(Person.FEATURE, person.toString())) {
            if (dated.event() instanceof PersonPlaced) {
                gone = null;
            } else if (gone == null && dated.event() instanceof PersonLeft) {
                gone = new Standing.Vacant(Why.LEFT, LocalDate.ofInstant(dated.at(), DAYS));
            } else if (gone == null && dated.event() instanceof PersonErased) {
                gone = new Standing.Vacant(Why.ERASED, LocalDate.ofInstant(dated.at(), DAYS));
            }
        }
        return gone;
    }
}
