package fr.passerelle.ent.sandbox;

/** Another program listens on the port already. */
public final class PortInUse extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int port;

    PortInUse(int port, Throwable cause) {
        super("Port " + port + " is already in use: choose another one.", cause);
        this.port = port;
    }

    public int port() {
        return port;
    }
}
