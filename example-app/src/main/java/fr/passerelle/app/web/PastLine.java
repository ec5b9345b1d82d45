package fr.passerelle.app.web;

import fr.passerelle.app.town.Town;
import fr.passerelle.app.user.UserId;
import fr.passerelle.ent.communication.Communication;
import fr.passerelle.ent.communication.CommunicationEvent;
import fr.passerelle.ent.communication.CommunicationEvent.CommunicationCorrected;
import fr.passerelle.ent.communication.CommunicationEvent.CommunicationErased;
import fr.passerelle.ent.communication.CommunicationEvent.CommunicationPublished;
import fr.passerelle.ent.communication.CommunicationEvent.CommunicationWithdrawn;
import fr.passerelle.ent.communication.CommunicationEvent.CommunicationWritten;
import fr.passerelle.ent.communication.CommunicationEvent.DraftRewritten;
import fr.passerelle.ent.model.CommunicationId;
import fr.passerelle.ent.model.History.Dated;
import fr.passerelle.ent.model.Personal;
import fr.passerelle.ent.model.SubjectId;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened to a communication.
 *
 * @param what key of the words for it
 * @param title as readers see it from then on, or null where it did not change or cannot be read any more
 * @param from when it was to appear, if that was later
 * @param who the name of the user who asked for it, or null where no user did, or she is erased
 */
record PastLine(
        ZonedDateTime at,
        String what,
        @Nullable String title,
        @Nullable ZonedDateTime from,
        @Nullable String who) {

    /**
     * What people did that readers could see, oldest first: how a draft came about is its author's.
     *
     * @param words whether it is for somebody who may read them
     */
    static List<PastLine> of(Town town, CommunicationId id, boolean words) {
        List<PastLine> lines = new ArrayList<>();
        @Nullable String before = null;
        @Nullable String title = null;
        for (Dated<CommunicationEvent> past : town.passerelle().history().of(Communication.FEATURE, id.toString())) {
            CommunicationEvent event = past.event();
            @Nullable String now = words ? title(town, event) : null;
            title = now == null ? title : now;
            String what = what(event);
            if (what != null) {
                lines.add(new PastLine(
                        past.at().atZone(Town.ZONE),
                        "past." + what,
                        Objects.equals(title, before) ? null : title,
                        later(past.at(), event),
                        who(town, past.by())));
                before = title;
            }
        }
        return lines;
    }

    private static @Nullable String who(Town town, @Nullable SubjectId by) {
        return Optional.ofNullable(by)
                .flatMap(subject -> town.users().find(new UserId(subject.value())))
                .map(town.users()::name)
                .orElse(null);
    }

    private static @Nullable String what(CommunicationEvent event) {
        if (event instanceof CommunicationPublished) {
            return "published";
        }
        if (event instanceof CommunicationCorrected) {
            return "corrected";
        }
        if (event instanceof CommunicationWithdrawn) {
            return "withdrawn";
        }
        return event instanceof CommunicationErased ? "erased" : null;
    }

    private static @Nullable String title(Town town, CommunicationEvent event) {
        @Nullable Personal<String> title = null;
        if (event instanceof CommunicationWritten written) {
            title = written.title();
        } else if (event instanceof DraftRewritten rewritten) {
            title = rewritten.title();
        } else if (event instanceof CommunicationCorrected corrected) {
            title = corrected.title();
        }
        return title != null && town.passerelle().open(title) instanceof Personal.Clear<String> clear
                ? clear.value()
                : null;
    }

    private static @Nullable ZonedDateTime later(Instant at, CommunicationEvent event) {
        return event instanceof CommunicationPublished published
                        && published.from().isAfter(at)
                ? published.from().atZone(Town.ZONE)
                : null;
    }

    @Override
    public String toString() {
        return "PastLine[" + what + "]";
    }
}
