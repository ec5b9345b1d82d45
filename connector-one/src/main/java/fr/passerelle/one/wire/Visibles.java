package fr.passerelle.one.wire;

import java.util.List;

/** Whom the account may write to, in {@code GET /conversation/visible}; the people in it are not read. */
public record Visibles(List<Ref> groups) {
    public Visibles {
        Wire.present(groups, "groups");
    }

    /** A group. */
    public record Ref(String id) {
        public Ref {
            Wire.id(id, "id");
        }
    }
}
