package fr.passerelle.ent.spi;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What people answered. It is shown to somebody entitled and never stored. */
public sealed interface Replies {

    /** All that there are. */
    record Complete(List<Reply> replies) implements Replies {
        public Complete {
            replies = List.copyOf(replies);
        }
    }

    /** Some; the look failed before the end, so that there may be more. */
    record Incomplete(List<Reply> replies, Fault fault) implements Replies {
        public Incomplete {
            replies = List.copyOf(replies);
        }
    }

    /**
     * This profile cannot read them.
     *
     * @param reason in French, for people
     */
    record NotReadable(String reason) implements Replies {}

    /**
     * One answer.
     *
     * @param author as the ENT shows her name
     * @param text plain, line breaks as {@code \n}
     * @param at when it was written, or null where the ENT does not tell
     * @param ref a path on the ENT where it stands, for a deep link
     */
    record Reply(String author, String text, @Nullable Instant at, String ref) {
        @Override
        public String toString() {
            return "Reply";
        }
    }
}
