package fr.passerelle.app.web;

import fr.passerelle.app.demo.DemoEnts;
import fr.passerelle.app.demo.DemoSeeding;
import fr.passerelle.app.user.UserId;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether this is the demo, and how far its data is.
 *
 * @param town the user whom its visitors are until they choose somebody else, or null where it is not the demo
 */
public record Demo(
        Optional<DemoEnts> ents,
        Optional<DemoSeeding> seeding,
        @Nullable UserId town) {

    /** Whom a visitor is who has chosen nobody. */
    UserId visitor() {
        return Objects.requireNonNull(town);
    }

    /** Whether pages must say that everything here is invented. */
    public boolean isOn() {
        return ents.isPresent();
    }

    /** Whether data is still being added. */
    public boolean isFilling() {
        return seeding.filter(now -> now.done() < now.steps()).isPresent();
    }

    /** Done steps, from 0. */
    public int done() {
        return seeding.map(DemoSeeding::done).orElse(0);
    }

    /** All steps. */
    public int steps() {
        return seeding.map(DemoSeeding::steps).orElse(0);
    }
}
