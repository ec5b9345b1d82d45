package fr.passerelle.app.web;

import fr.passerelle.app.cli.ServeFile;
import fr.passerelle.app.town.TownSettings;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/** Through which commands of this machine come in: only with the token that lies beside the store. */
final class Door {
    private final TownSettings settings;
    private volatile @Nullable ServeFile key;

    Door(TownSettings settings) {
        this.settings = settings;
    }

    TownSettings settings() {
        return settings;
    }

    /** Opens at an address; what must lie beside the store. */
    ServeFile open(String address) {
        ServeFile made = ServeFile.at(address);
        key = made;
        return made;
    }

    boolean fits(@Nullable String token) {
        ServeFile now = key;
        return now != null
                && token != null
                && MessageDigest.isEqual(
                        now.token().getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8));
    }
}
