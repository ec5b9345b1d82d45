package fr.passerelle.ent.spi;

/** A password or client secret. It shows itself only when asked by name, never through {@code toString}. */
public final class Secret {
    private final String value;

    private Secret(String value) {
        this.value = value;
    }

    public static Secret of(String value) {
        return new Secret(value);
    }

    /** The secret in clear: for the request that needs it, never for a log, message or event. */
    public String reveal() {
        return value;
    }

    @Override
    public String toString() {
        return "Secret[…]";
    }
}
