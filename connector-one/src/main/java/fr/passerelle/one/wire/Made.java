package fr.passerelle.one.wire;

/** A draft or an attached file that was just made, or a message that was just sent. */
public record Made(String id) {
    public Made {
        Wire.id(id, "id");
    }
}
