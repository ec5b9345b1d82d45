package fr.passerelle.app.user;

import fr.passerelle.ent.model.Command;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** What can be asked of the trail. */
public sealed interface TrailCommand extends Command {
    /** The id of the stream. */
    String page();

    /** Keeps that a user did something; see {@link TrailEvent.Noted}. */
    record Note(UserId user, String what, String of, int outcome, Instant at) implements TrailCommand {
        private static final DateTimeFormatter MONTH =
                DateTimeFormatter.ofPattern("yyyy-MM").withZone(ZoneOffset.UTC);

        @Override
        public String page() {
            return page(user, at);
        }

        static String page(UserId user, Instant at) {
            return user + "/" + MONTH.format(at);
        }
    }
}
