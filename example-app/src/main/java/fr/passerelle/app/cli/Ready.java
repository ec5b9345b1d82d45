package fr.passerelle.app.cli;

import java.util.Optional;

/**
 * The web app is up.
 *
 * @param address where
 * @param welcome where the town's first user chooses her password, once; empty when she has
 */
public record Ready(String address, Optional<String> welcome) {
    @Override
    public String toString() {
        return "Ready[" + address + "]";
    }
}
