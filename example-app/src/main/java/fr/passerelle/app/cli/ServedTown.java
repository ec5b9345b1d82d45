package fr.passerelle.app.cli;

import fr.passerelle.app.AppReason;
import fr.passerelle.ent.model.CodedException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The web app that holds the store, as a command sees it: it is asked to run the command and tells what it says. */
public final class ServedTown {
    /** Where commands go. */
    public static final String PATH = "/internal/commands";
    /** What carries the token. */
    public static final String TOKEN_HEADER = "X-Passerelle-Token";

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final Duration CONNECT = Duration.ofSeconds(5);

    private final ServeFile where;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(CONNECT).build();

    private ServedTown(ServeFile where) {
        this.where = where;
    }

    /**
     * A command on its way.
     *
     * @param directory where its caller stands
     */
    public record Order(List<String> arguments, String directory) {}

    /**
     * A piece of what it says.
     *
     * @param exit the last piece's exit code
     */
    public record Piece(
            @Nullable String out,
            @Nullable String err,
            @Nullable Integer exit) {}

    /** The web app that says, beside the store, that it is there. Whether it is shows when it is asked. */
    static Optional<ServedTown> beside(Path serveFile) {
        return ServeFile.read(serveFile).map(ServedTown::new);
    }

    /** Whether it answers. */
    boolean answers() {
        try {
            return http.send(request().GET().timeout(CONNECT).build(), BodyHandlers.discarding())
                            .statusCode()
                    == 204;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /**
     * Runs a command there.
     *
     * @return its exit code; empty if nobody listens there any more, and nothing was done
     * @throws CodedException {@link AppReason#SERVER_SILENT} if it broke off
     */
    OptionalInt run(List<String> arguments, Console console) {
        Order order = new Order(arguments, console.directory().toString());
        HttpRequest request = request()
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(MAPPER.writeValueAsString(order)))
                .build();
        try {
            HttpResponse<java.io.InputStream> response = http.send(request, BodyHandlers.ofInputStream());
            try (BufferedReader lines =
                    new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
                if (response.statusCode() == 403 || response.statusCode() == 404) {
                    // Somebody else has that port now.
                    return OptionalInt.empty();
                }
                return OptionalInt.of(listen(lines, console));
            }
        } catch (ConnectException nobodyThere) {
            return OptionalInt.empty();
        } catch (IOException e) {
            throw new CodedException(AppReason.SERVER_SILENT, Map.of(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CodedException(AppReason.SERVER_SILENT, Map.of(), e);
        }
    }

    private HttpRequest.Builder request() {
        return HttpRequest.newBuilder(URI.create(where.address() + PATH)).header(TOKEN_HEADER, where.token());
    }

    private static int listen(BufferedReader lines, Console console) throws IOException {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            JsonNode piece = MAPPER.readTree(line);
            if (piece.hasNonNull("exit")) {
                return piece.path("exit").asInt();
            }
            say(console.out(), piece.path("out"));
            say(console.err(), piece.path("err"));
        }
        throw new CodedException(AppReason.SERVER_SILENT, Map.of());
    }

    private static void say(PrintWriter writer, JsonNode text) {
        if (text.isString()) {
            writer.print(text.asString());
            writer.flush();
        }
    }
}
