package fr.passerelle.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NotBlank;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;

/** Parts of a list, while others add to it and take from it. */
class ListPartProperties {
    private static final Pattern CURSOR = Pattern.compile(".*cursor=([^>]+)>; rel=\"next\"");

    @Property(tries = 300)
    void what_was_there_all_the_time_comes_once_in_its_order(
            @ForAll @Size(max = 30) List<@NotBlank String> stay,
            @ForAll @Size(max = 30) List<@NotBlank String> come,
            @ForAll @Size(max = 10) List<@NotBlank String> go,
            @ForAll @IntRange(min = 1, max = 7) int limit) {
        TreeSet<String> list = new TreeSet<>(stay);
        list.addAll(go);
        List<String> walked = new ArrayList<>();
        @Nullable String cursor = null;
        int turn = 0;
        do {
            ResponseEntity<List<String>> part = new ListPart(Integer.toString(limit), cursor)
                    .of("/list", list.stream(), key -> key, Function.identity());
            List<String> told = Objects.requireNonNull(part.getBody());
            assertThat(told).hasSizeLessThanOrEqualTo(limit);
            walked.addAll(told);
            Matcher next =
                    CURSOR.matcher(Objects.requireNonNullElse(part.getHeaders().getFirst(HttpHeaders.LINK), ""));
            cursor = next.matches() ? next.group(1) : null;
            if (turn < come.size()) {
                list.add(come.get(turn));
            }
            if (turn < go.size() && !stay.contains(go.get(turn))) {
                list.remove(go.get(turn));
            }
            turn++;
        } while (cursor != null);
        assertThat(walked).isSorted().doesNotHaveDuplicates().containsAll(stay);
    }
}
