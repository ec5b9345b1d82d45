package fr.passerelle.one.wire;

import java.util.Map;

/** Answer of {@code GET /audience/reactions/:application/:type?resourceIds=}: counts only, no names. */
public record ReactionSummary(Map<String, OfResource> reactionsByResource) {
    public ReactionSummary {
        Wire.present(reactionsByResource, "reactionsByResource");
    }

    /** The reactions to one resource. */
    public record OfResource(Long totalReactionsCounter) {
        public OfResource {
            Wire.present(totalReactionsCounter, "totalReactionsCounter");
        }
    }
}
