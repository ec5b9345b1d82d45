package fr.passerelle.one.wire;

/** A thread or an info that was just made or changed. */
public record MadeNumber(String id) {
    public MadeNumber {
        Wire.number(id, "id");
    }
}
