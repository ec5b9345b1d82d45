package fr.passerelle.one.wire;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Body of {@code POST /blog}; the first four must all be present. */
public record NewBlog(
        String title,
        String description,
        String thumbnail,
        boolean allowReplies,
        @JsonProperty("comment-type") String commentType,
        @JsonProperty("publish-type") String publishType) {}
