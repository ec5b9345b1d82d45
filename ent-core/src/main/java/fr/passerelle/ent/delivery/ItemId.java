package fr.passerelle.ent.delivery;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import fr.passerelle.ent.model.CommunicationId;
import fr.passerelle.ent.spi.AccountId;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.function.UnaryOperator;

/**
 * Identifies one item: one communication at one destination of one account.
 *
 * @param value follows from the three, so that planning twice makes one item
 */
public record ItemId(@JsonValue UUID value) {

    /**
     * The item of a communication at a destination.
     *
     * @param destination the destination's key
     * @param hmac a keyed hash, so that the id tells nothing to who does not hold the key
     */
    public static ItemId of(
            CommunicationId communication, AccountId account, String destination, UnaryOperator<String> hmac) {
        String hash = hmac.apply(communication + "|" + account + "|" + destination);
        return new ItemId(UUID.nameUUIDFromBytes(hash.getBytes(StandardCharsets.UTF_8)));
    }

    /** Reads the text form of a UUID. */
    @JsonCreator
    public static ItemId parse(String text) {
        return new ItemId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
