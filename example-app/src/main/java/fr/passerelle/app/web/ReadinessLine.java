package fr.passerelle.app.web;

import fr.passerelle.app.town.Figure;
import fr.passerelle.app.town.Town;
import fr.passerelle.app.user.User;
import fr.passerelle.app.user.UserId;
import fr.passerelle.ent.model.History.Dated;
import fr.passerelle.ent.model.PlaceId;
import fr.passerelle.ent.readiness.Readiness;
import fr.passerelle.ent.readiness.ReadinessEvent;
import fr.passerelle.ent.readiness.ReadinessEvent.Statement;
import fr.passerelle.ent.readiness.Topic;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one topic at a place.
 *
 * @param figure null while nobody has said anything: it is unknown, and never zero
 * @param sayer who said it, for who may see names; or null
 * @param role what she is, for everybody; or null
 */
record ReadinessLine(
        Topic topic,
        @Nullable Figure figure,
        @Nullable String sayer,
        @Nullable String role) {

    /** All topics of a place, without who said it: for lists of many places. */
    static List<ReadinessLine> of(Readiness state) {
        return Arrays.stream(Topic.values())
                .map(topic ->
                        new ReadinessLine(topic, state.of(topic).map(Figure::of).orElse(null), null, null))
                .toList();
    }

    /**
     * All topics of a place.
     *
     * @param names whether it is for somebody who may see names
     */
    static List<ReadinessLine> of(Town town, PlaceId place, boolean names) {
        Readiness state = town.passerelle().states().current(Readiness.FEATURE, place.value());
        List<Dated<ReadinessEvent>> past = town.passerelle().history().of(Readiness.FEATURE, place.value());
        return Arrays.stream(Topic.values())
                .map(topic -> state.of(topic)
                        .map(said -> said(town, said, past, names))
                        .orElseGet(() -> new ReadinessLine(topic, null, null, null)))
                .toList();
    }

    private static ReadinessLine said(Town town, Statement said, List<Dated<ReadinessEvent>> past, boolean names) {
        Optional<User> sayer = past.stream()
                .filter(dated -> dated.event().equals(said))
                .reduce((earlier, later) -> later)
                .map(Dated::by)
                .flatMap(by -> town.users().find(new UserId(by.value())));
        return new ReadinessLine(
                said.topic(),
                Figure.of(said),
                names ? sayer.map(town.users()::name).orElse(null) : null,
                sayer.map(User::role).map(role -> "role." + role).orElse(null));
    }

    @Override
    public String toString() {
        return "ReadinessLine[" + topic + "]";
    }
}
