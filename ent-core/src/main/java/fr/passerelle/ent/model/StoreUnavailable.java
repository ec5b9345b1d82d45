package fr.passerelle.ent.model;

/** The store cannot be read or written now: disk full, database down, closed. What was asked had no effect. */
public final class StoreUnavailable extends RuntimeException implements Coded {
    private static final long serialVersionUID = 1L;

    public StoreUnavailable(String message, Throwable cause) {
        super(message, cause);
    }

    @Override
    public String code() {
        return "ENT-502";
    }
}
