package fr.passerelle.app.web;

import fr.passerelle.app.AppReason;
import fr.passerelle.ent.model.CodedException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;

/**
 * Which part of a list a program asks for. A list is in the order of a key that nothing ever changes, and a cursor is the
 * key of the last entry that was told: whatever is added meanwhile, an entry that was there all the time comes once.
 *
 * @param limit how many entries at most, or null for {@link #USUAL}
 * @param cursor as the link to this part had it, or null for the beginning
 */
record ListPart(@Nullable String limit, @Nullable String cursor) {
    static final int USUAL = 50;
    static final int MOST = 200;

    /**
     * Answers with this part, and a link to the next one where there is more.
     *
     * @param path of the list: a cursor of one list fits no other
     * @param entries all of them, in any order
     * @param key of an entry: its own, for ever
     * @throws CodedException {@link AppReason#BAD_LIMIT}, {@link AppReason#BAD_CURSOR}
     */
    <E, J> ResponseEntity<List<J>> of(String path, Stream<E> entries, Function<E, String> key, Function<E, J> json) {
        int most = most();
        String after = after(path);
        List<E> found = entries.filter(entry -> key.apply(entry).compareTo(after) > 0)
                .sorted(Comparator.comparing(key))
                .limit(most + 1L)
                .toList();
        List<E> told = found.subList(0, Math.min(most, found.size()));
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok();
        if (found.size() > most) {
            String next = path + "?limit=" + most + "&cursor=" + cursor(path, key.apply(told.get(most - 1)));
            answer.header(HttpHeaders.LINK, "<" + next + ">; rel=\"next\"");
        }
        return answer.body(told.stream().map(json).toList());
    }

    private int most() {
        if (limit == null) {
            return USUAL;
        }
        if (limit.matches("[0-9]{1,3}")) {
            int asked = Integer.parseInt(limit);
            if (asked >= 1 && asked <= MOST) {
                return asked;
            }
        }
        throw new CodedException(
                AppReason.BAD_LIMIT, Map.of("field", "limit", "least", "1", "most", Integer.toString(MOST)));
    }

    private static String cursor(String path, String key) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((path + '\n' + key).getBytes(StandardCharsets.UTF_8));
    }

    /** The key after which this part begins; less than any key for the beginning. */
    private String after(String path) {
        if (cursor == null) {
            return "";
        }
        String begin = path + '\n';
        try {
            String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            if (text.startsWith(begin) && text.length() > begin.length()) {
                return text.substring(begin.length());
            }
        } catch (IllegalArgumentException notBase64) {
            throw badCursor(notBase64);
        }
        throw badCursor(null);
    }

    private static CodedException badCursor(@Nullable Throwable cause) {
        return new CodedException(AppReason.BAD_CURSOR, Map.of("field", "cursor"), cause);
    }
}
