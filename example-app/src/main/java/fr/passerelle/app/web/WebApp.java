package fr.passerelle.app.web;

import fr.passerelle.app.AppReason;
import fr.passerelle.app.cli.Ready;
import fr.passerelle.app.cli.ServeFile;
import fr.passerelle.app.cli.ServeRequest;
import fr.passerelle.app.demo.DemoEnts;
import fr.passerelle.app.demo.DemoSeeding;
import fr.passerelle.app.demo.DemoUsers;
import fr.passerelle.app.town.Configuration;
import fr.passerelle.app.town.Town;
import fr.passerelle.app.town.TownSettings;
import fr.passerelle.ent.model.CodedException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.Banner;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** The web app of one process: the town, open and delivering, under pages on a loopback port. */
@SpringBootApplication
public class WebApp {
    private static final Logger LOG = LoggerFactory.getLogger(WebApp.class);
    private static final String ADDRESS = "server.address";

    /**
     * Serves until the process is asked to end.
     *
     * @param arguments settings of the command line
     * @param say is told once pages are there
     * @throws CodedException {@link AppReason#NOT_LOOPBACK}, {@link AppReason#PORT_IN_USE}, or if the town cannot be
     *     opened
     */
    public static int serve(
            ServeRequest request, List<String> arguments, Path directory, InstantSource clock, Consumer<Ready> say) {
        Served served = start(request, arguments, directory, clock);
        Runtime.getRuntime().addShutdownHook(new Thread(served::close, "passerelle-end"));
        say.accept(new Ready(served.address(), served.welcome()));
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        served.close();
        return 0;
    }

    /** Starts; the caller closes it. */
    public static Served start(ServeRequest request, List<String> arguments, Path directory, InstantSource clock) {
        String address = Configuration.property(ADDRESS, arguments, directory).orElse("127.0.0.1");
        onlyLoopback(address);
        onlyFree(address, request.port());
        TownSettings settings = Configuration.read(arguments, directory);
        return request.demo() ? demo(request, directory, clock, settings) : town(request, directory, clock, settings);
    }

    private static Served town(ServeRequest request, Path directory, InstantSource clock, TownSettings settings) {
        Town town = Town.open(settings, List.of(), true, directory, clock);
        return started(request, directory, settings, town, new Demo(Optional.empty(), Optional.empty(), null));
    }

    /** Only stand-ins: whatever ENT is configured stays untouched by invented data. */
    private static Served demo(ServeRequest request, Path directory, InstantSource clock, TownSettings settings) {
        DemoEnts ents = new DemoEnts();
        try {
            TownSettings alone = settings.ofDemo();
            Town town = Town.open(alone, ents.accounts(), true, directory, clock);
            Demo demo = new Demo(Optional.of(ents), Optional.of(new DemoSeeding(town)), new DemoUsers(town).town());
            return started(request, directory, alone, town, demo);
        } catch (RuntimeException e) {
            ents.close();
            throw e;
        }
    }

    private static Served started(ServeRequest request, Path directory, TownSettings settings, Town town, Demo demo) {
        ConfigurableApplicationContext pages;
        Door door = new Door(settings);
        try {
            pages = new SpringApplicationBuilder(WebApp.class)
                    .bannerMode(Banner.Mode.OFF)
                    .logStartupInfo(false)
                    .registerShutdownHook(false)
                    .properties(
                            "server.port=" + request.port(),
                            "server.servlet.session.cookie.secure="
                                    + town.address().startsWith("https:"),
                            ADDRESS + "=127.0.0.1",
                            "spring.config.location=optional:classpath:/")
                    .initializers(context -> {
                        GenericApplicationContext beans = (GenericApplicationContext) context;
                        beans.registerBean(Town.class, () -> town, definition -> definition.setDestroyMethodName(""));
                        beans.registerBean(Demo.class, () -> demo);
                        beans.registerBean(Door.class, () -> door);
                    })
                    .run();
        } catch (RuntimeException e) {
            town.close();
            throw e;
        }
        int port = Objects.requireNonNull(((ServletWebServerApplicationContext) pages).getWebServer())
                .getPort();
        String base = "http://127.0.0.1:" + port;
        town.isServedAt(base);
        Optional<Path> file = ServeFile.path(settings, directory);
        file.ifPresent(path -> door.open(base).write(path));
        demo.seeding().ifPresent(seeding -> {
            Thread thread = new Thread(seeding, "passerelle-demo");
            thread.setDaemon(true);
            thread.start();
        });
        Optional<String> first = demo.isOn() ? Optional.empty() : new FirstUser(town.users()).link();
        return new Served(base, first.map(link -> town.address() + "/welcome/" + link), pages, town, demo, file);
    }

    private static void onlyLoopback(String address) {
        try {
            if (!InetAddress.getByName(address).isLoopbackAddress()) {
                throw new CodedException(AppReason.NOT_LOOPBACK, Map.of("address", address));
            }
        } catch (UnknownHostException e) {
            throw new CodedException(AppReason.NOT_LOOPBACK, Map.of("address", address), e);
        }
    }

    private static void onlyFree(String address, int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getByName(address))) {
            LOG.debug("Port {} is free.", socket.getLocalPort());
        } catch (IOException taken) {
            throw new CodedException(AppReason.PORT_IN_USE, Map.of("port", Integer.toString(port)), taken);
        }
    }

    /**
     * A web app that is up.
     *
     * @param address its loopback address, without a slash at the end
     * @param welcome where the town's first user chooses her password, once; empty when she has
     */
    public record Served(
            String address,
            Optional<String> welcome,
            ConfigurableApplicationContext pages,
            Town town,
            Demo demo,
            Optional<Path> serveFile)
            implements AutoCloseable {
        /** Takes no more requests, finishes what is under way, and frees the store. A repeat does nothing. */
        @Override
        public void close() {
            synchronized (pages) {
                if (!pages.isActive()) {
                    return;
                }
                serveFile.ifPresent(Served::delete);
                demo.seeding().ifPresent(DemoSeeding::stop);
                pages.close();
                town.close();
                demo.ents().ifPresent(DemoEnts::close);
            }
        }

        private static void delete(Path file) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
