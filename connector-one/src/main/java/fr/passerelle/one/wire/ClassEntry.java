package fr.passerelle.one.wire;

/** A class in {@code GET /directory/class/admin/list}. */
public record ClassEntry(String id, String name) {
    public ClassEntry {
        Wire.id(id, "id");
        Wire.present(name, "name");
    }
}
