package fr.passerelle.one;

import java.nio.charset.StandardCharsets;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.json.JsonMapper;

/** JSON as ONE speaks it: UTF-8, unknown fields ignored, missing ones refused by the records themselves. */
final class OneJson {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private OneJson() {}

    static String write(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    static byte[] bytes(Object value) {
        return write(value).getBytes(StandardCharsets.UTF_8);
    }

    /** @throws JacksonException if the text is no JSON or lacks something that the type needs */
    static <T> T read(String json, Class<T> type) {
        return MAPPER.readValue(json, type);
    }

    /** @throws JacksonException as above */
    static <T> T read(byte[] json, Class<T> type) {
        return present(MAPPER.readValue(json, type));
    }

    /** @throws JacksonException as above */
    static <T> List<T> readList(byte[] json, Class<T> type) {
        JavaType list = MAPPER.getTypeFactory().constructCollectionType(List.class, type);
        List<T> read = present(MAPPER.<List<T>>readValue(json, list));
        read.forEach(OneJson::present);
        return List.copyOf(read);
    }

    private static <T> T present(@org.jspecify.annotations.Nullable T value) {
        if (value == null) {
            throw new tools.jackson.core.exc.StreamReadException("null");
        }
        return value;
    }
}
