package fr.passerelle.one.wire;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Body of {@code POST /actualites/api/v1/infos}; one property more would be refused.
 *
 * @param status 1 for a draft
 */
public record NewInfo(
        String title,
        String content,
        @JsonProperty("thread_id") long threadId,
        int status) {
    @Override
    public String toString() {
        return "NewInfo";
    }
}
