package fr.passerelle.ent.model;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * Identifies one intention, so that sending it twice has the effect of sending it once.
 *
 * <p>Chosen by the caller and kept for as long as the store: derive it from what makes the intention unique (a form's
 * one-time key, the hash of an imported file and a line number). Never put personal data in it.
 *
 * @param value 1 to 200 characters
 */
public record CommandId(String value) {
    public CommandId {
        if (value.isBlank() || value.length() > 200) {
            throw new IllegalArgumentException("A command id has 1 to 200 characters.");
        }
    }

    /** A new id that no other call returns. */
    public static CommandId random() {
        return new CommandId(UUID.randomUUID().toString());
    }

    /**
     * The id of a command that follows from this one: same arguments, same id.
     *
     * @param step names the follow-up within this command, for example {@code "publish"}
     */
    public CommandId then(String step) {
        return new CommandId(UUID.nameUUIDFromBytes((value + '\n' + step).getBytes(StandardCharsets.UTF_8))
                .toString());
    }

    @Override
    public String toString() {
        return value;
    }
}
