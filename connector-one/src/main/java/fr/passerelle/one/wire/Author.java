package fr.passerelle.one.wire;

/** Who wrote something; the name that comes with it is not read. */
public record Author(String userId) {
    public Author {
        Wire.id(userId, "userId");
    }
}
