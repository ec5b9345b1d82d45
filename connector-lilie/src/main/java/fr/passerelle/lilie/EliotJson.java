package fr.passerelle.lilie;

import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.json.JsonMapper;

/** JSON as Eliot speaks it: UTF-8, unknown fields ignored, missing ones refused by the records themselves. */
final class EliotJson {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private EliotJson() {}

    static byte[] bytes(Object value) {
        return MAPPER.writeValueAsBytes(value);
    }

    /** @throws JacksonException if the text is no JSON or lacks something that the type needs */
    static <T> T read(byte[] json, Class<T> type) {
        T read = MAPPER.readValue(json, type);
        if (read == null) {
            throw new StreamReadException("null");
        }
        return read;
    }

    /** @throws JacksonException as above */
    static <T> List<T> readList(byte[] json, Class<T> type) {
        JavaType list = MAPPER.getTypeFactory().constructCollectionType(List.class, type);
        List<T> read = MAPPER.readValue(json, list);
        if (read == null || read.contains(null)) {
            throw new StreamReadException("null");
        }
        return List.copyOf(read);
    }
}
