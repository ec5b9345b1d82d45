package fr.passerelle.one.wire;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A date as ONE's document store writes it.
 *
 * @param date ISO 8601 with a zone, or milliseconds since 1970
 */
public record StoredDate(@JsonProperty("$date") @Nullable JsonNode date) {

    /** Empty where it is neither. */
    public Optional<Instant> instant() {
        if (date == null) {
            return Optional.empty();
        }
        if (date.isNumber()) {
            return Optional.of(Instant.ofEpochMilli(date.asLong()));
        }
        try {
            return Optional.of(Instant.parse(date.asString("")));
        } catch (DateTimeParseException other) {
            return Optional.empty();
        }
    }
}
