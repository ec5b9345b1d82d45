package fr.passerelle.ent.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A PostgreSQL server of the tests' own, from the binaries of the machine: in a temporary directory, on a free port of
 * the loopback, stopped with the JVM. As root it runs as {@code nobody}, because PostgreSQL refuses root.
 *
 * <p>The binaries are found under {@code /usr/lib/postgresql}, the newest version first, or where the system property
 * {@code postgres.bin} says.
 */
public final class PostgresServer {
    private static final AtomicInteger DATABASES = new AtomicInteger();

    private final Path bin;
    private final Path home;
    private final int port;

    private PostgresServer(Path bin, Path home, int port) {
        this.bin = bin;
        this.home = home;
        this.port = port;
    }

    /** The one server of this JVM. */
    public static PostgresServer shared() {
        return Holder.SERVER;
    }

    private static final class Holder {
        private static final PostgresServer SERVER = start();
    }

    /** A new, empty database. */
    public PGSimpleDataSource createDatabase() {
        String name = "test_" + DATABASES.incrementAndGet();
        try (Connection connection = database("postgres").getConnection()) {
            Sql.execute(connection, "CREATE DATABASE " + name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return database(name);
    }

    /** A database by its name. */
    public PGSimpleDataSource database(String name) {
        return source(port, name);
    }

    static PGSimpleDataSource source(int port, String name) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setServerNames(new String[] {"127.0.0.1"});
        source.setPortNumbers(new int[] {port});
        source.setDatabaseName(name);
        source.setUser("postgres");
        source.setReWriteBatchedInserts(true);
        return source;
    }

    /** Where all its files lie. */
    Path home() {
        return home;
    }

    int port() {
        return port;
    }

    private static PostgresServer start() {
        try {
            Path home = Files.createTempDirectory("passerelle-postgres");
            PostgresServer server = new PostgresServer(binaries(), home, freePort());
            if (isRoot()) {
                run(List.of("chown", "nobody", home.toString()));
            }
            server.tool("initdb", "-D", server.data(), "-U", "postgres", "-A", "trust", "-E", "UTF8", "--no-locale");
            server.tool(
                    "pg_ctl",
                    "start",
                    "-w",
                    "-D",
                    server.data(),
                    "-l",
                    home.resolve("log").toString(),
                    "-o",
                    "-p " + server.port + " -c listen_addresses=127.0.0.1 -c unix_socket_directories=''");
            Runtime.getRuntime().addShutdownHook(new Thread(server::stop));
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }

    private String data() {
        return home.resolve("data").toString();
    }

    private void stop() {
        tool("pg_ctl", "stop", "-m", "immediate", "-D", data());
        try (Stream<Path> files = Files.walk(home)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void tool(String name, String... arguments) {
        List<String> command = new ArrayList<>();
        if (isRoot()) {
            command.addAll(List.of("runuser", "-u", "nobody", "--"));
        }
        command.add(bin.resolve(name).toString());
        command.addAll(List.of(arguments));
        run(command);
    }

    private static void run(List<String> command) {
        try {
            Path output = Files.createTempFile("passerelle-postgres", ".out");
            Process process = new ProcessBuilder(command)
                    .directory(Path.of("/").toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            if (process.waitFor() != 0) {
                throw new IllegalStateException(command + " failed: " + Files.readString(output));
            }
            Files.delete(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    private static Path binaries() throws IOException {
        String given = System.getProperty("postgres.bin");
        if (given != null) {
            return Path.of(given);
        }
        Path versions = Path.of("/usr/lib/postgresql");
        if (Files.isDirectory(versions)) {
            try (Stream<Path> found = Files.list(versions)) {
                var newest = found.map(version -> version.resolve("bin"))
                        .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
                        .max(Comparator.comparing(Path::toString));
                if (newest.isPresent()) {
                    return newest.get();
                }
            }
        }
        throw new IllegalStateException("The profile postgres needs PostgreSQL's server binaries: install the package"
                + " postgresql (they are looked for in /usr/lib/postgresql/*/bin) or pass -Dpostgres.bin=DIRECTORY.");
    }
}
