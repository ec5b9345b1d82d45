package fr.passerelle.app;

import fr.passerelle.app.Desk.Child;
import fr.passerelle.app.town.Configuration;
import fr.passerelle.app.town.Town;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.awaitility.Awaitility;

/** Holds the store of the directory where it is started, until it is killed. */
public final class HoldMain {
    private static final String HELD = "held";

    private HoldMain() {}

    public static void main(String[] arguments) throws InterruptedException {
        Path here = Path.of("").toAbsolutePath();
        try (Town town = Town.open(Configuration.read(List.of(), here), List.of(), false, here, Clock.systemUTC())) {
            System.out.println(HELD + " " + town.places().all().size());
            new CountDownLatch(1).await();
        }
    }

    static void await(Child child) {
        Awaitility.await().atMost(Duration.ofMinutes(2)).until(() -> child.out().startsWith(HELD));
    }
}
