package fr.passerelle.beneylu;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.json.JsonMapper;

/** JSON as Beneylu speaks it: unknown fields ignored, missing ones refused by the records themselves. */
final class BeneyluJson {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private BeneyluJson() {}

    static byte[] bytes(Object value) {
        return MAPPER.writeValueAsBytes(value);
    }

    /** @throws JacksonException if the text is no JSON or lacks something that the type needs */
    static <T> T read(byte[] json, Class<T> type) {
        return present(MAPPER.readValue(json, type));
    }

    /** @throws JacksonException as above */
    static <T> List<T> readList(byte[] json, Class<T> type) {
        JavaType list = MAPPER.getTypeFactory().constructCollectionType(List.class, type);
        List<T> read = present(MAPPER.<List<T>>readValue(json, list));
        read.forEach(BeneyluJson::present);
        return List.copyOf(read);
    }

    private static <T> T present(@Nullable T value) {
        if (value == null) {
            throw new StreamReadException("null");
        }
        return value;
    }
}
