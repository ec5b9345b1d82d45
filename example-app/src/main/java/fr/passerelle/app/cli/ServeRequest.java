package fr.passerelle.app.cli;

/**
 * How the web app is to be served.
 *
 * @param port 0 for any free one
 * @param demo with the invented town and a stand-in for each ENT
 */
public record ServeRequest(int port, boolean demo) {
    static final int DEFAULT_PORT = 8080;
}
