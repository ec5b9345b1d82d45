package fr.passerelle.ent.delivery;

/** The process dies here. An error, so that nothing on the way takes it for a fault. */
final class Crash extends Error {
    private static final long serialVersionUID = 1L;

    Crash(String where) {
        super(where);
    }
}
