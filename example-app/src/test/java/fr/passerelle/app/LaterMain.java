package fr.passerelle.app;

import fr.passerelle.app.cli.CommandLineApp;
import fr.passerelle.app.cli.Console;
import fr.passerelle.app.web.WebApp;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;

/** The program at a later time: the first argument is how much later, the rest is the command. */
public final class LaterMain {
    private LaterMain() {}

    public static void main(String[] arguments) {
        Clock later = Clock.offset(Clock.systemUTC(), Duration.parse(arguments[0]));
        CommandLineApp app = new CommandLineApp(Console.ofThisProcess(), WebApp::serve, later);
        System.exit(app.run(Arrays.copyOfRange(arguments, 1, arguments.length)));
    }
}
