package fr.passerelle.app;

import fr.passerelle.app.cli.CommandLineApp;
import fr.passerelle.app.cli.Console;
import fr.passerelle.app.web.WebApp;
import java.time.Clock;

/** Where the program begins: a command, or without one the web app. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        // Pictures are drawn here and never shown.
        System.setProperty("java.awt.headless", "true");
        CommandLineApp app = new CommandLineApp(Console.ofThisProcess(), WebApp::serve, Clock.systemUTC());
        System.exit(app.run(args));
    }
}
