package fr.passerelle.one.wire;

/**
 * Answer of {@code GET /workspace/quota/user/:user}, in bytes.
 *
 * @param storage what is taken
 */
public record Quota(Long quota, Long storage) {
    public Quota {
        Wire.present(quota, "quota");
        Wire.present(storage, "storage");
    }
}
