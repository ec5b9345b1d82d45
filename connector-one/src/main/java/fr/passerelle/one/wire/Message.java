package fr.passerelle.one.wire;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message in {@code GET /conversation/message/:message}.
 *
 * @param state as in {@link MessageLine}
 * @param body HTML; empty once it is recalled
 */
public record Message(String id, String state, @Nullable String body, List<Attached> attachments) {
    public Message {
        Wire.id(id, "id");
        Wire.present(state, "state");
        Wire.present(attachments, "attachments");
    }

    /**
     * A file of a message.
     *
     * @param size in bytes
     */
    public record Attached(String id, Integer size) {
        public Attached {
            Wire.id(id, "id");
            Wire.present(size, "size");
        }
    }

    @Override
    public String toString() {
        return "Message[" + state + "]";
    }
}
