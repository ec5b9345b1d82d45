package fr.passerelle.one.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * Body of {@code PUT /actualites/api/v1/infos/:info}; what is null is left out and stays as it is.
 *
 * @param status must be there: 1 for a draft, 2 for one that waits, 3 for what is published
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record InfoChange(@Nullable String title, @Nullable String content, int status) {
    @Override
    public String toString() {
        return "InfoChange[" + status + "]";
    }
}
