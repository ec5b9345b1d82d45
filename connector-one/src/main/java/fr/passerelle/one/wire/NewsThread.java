package fr.passerelle.one.wire;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A thread of news in {@code GET /actualites/api/v1/threads}.
 *
 * @param structureId the school that it belongs to
 * @param sharedRights what the account may do there, for example {@code thread.publish}
 */
public record NewsThread(
        String id, String title, Owner owner, @Nullable String structureId, List<String> sharedRights) {
    public NewsThread {
        Wire.number(id, "id");
        Wire.present(title, "title");
        Wire.present(owner, "owner");
        Wire.present(sharedRights, "sharedRights");
    }
}
