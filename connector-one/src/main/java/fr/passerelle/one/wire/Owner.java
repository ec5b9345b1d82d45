package fr.passerelle.one.wire;

/** Whose a thread or an info is; the name that comes with it is not read. */
public record Owner(String id) {
    public Owner {
        Wire.id(id, "id");
    }
}
