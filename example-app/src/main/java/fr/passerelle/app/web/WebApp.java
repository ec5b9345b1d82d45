package fr.passerelle.app.web;

import fr.passerelle.app.cli.ServeRequest;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;

public final class WebApp {
    private WebApp() {}

    public static int serve(ServeRequest request, List<String> settings, Path directory, InstantSource clock) {
        return 1;
    }
}
