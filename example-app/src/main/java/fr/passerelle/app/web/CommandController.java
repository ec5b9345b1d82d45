package fr.passerelle.app.web;

import fr.passerelle.app.cli.CommandLineApp;
import fr.passerelle.app.cli.Console;
import fr.passerelle.app.cli.ServedTown;
import fr.passerelle.app.cli.ServedTown.Order;
import fr.passerelle.app.cli.ServedTown.Piece;
import fr.passerelle.app.town.Town;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import tools.jackson.databind.json.JsonMapper;

/** Runs commands that another process of this machine sends while the app holds the store; tells what they say, as it is said. */
@RestController
class CommandController {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final Town town;
    private final Door door;

    CommandController(Town town, Door door) {
        this.town = town;
        this.door = door;
    }

    @GetMapping(ServedTown.PATH)
    @ForEverybody
    ResponseEntity<Void> here(@RequestHeader(name = ServedTown.TOKEN_HEADER, required = false) @Nullable String token) {
        knocks(token);
        return ResponseEntity.noContent().build();
    }

    @PostMapping(ServedTown.PATH)
    @ForEverybody
    ResponseEntity<StreamingResponseBody> run(
            @RequestHeader(name = ServedTown.TOKEN_HEADER, required = false) @Nullable String token,
            @RequestBody Order order) {
        knocks(token);
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_NDJSON).body(stream -> run(order, stream));
    }

    private void knocks(@Nullable String token) {
        if (!door.fits(token)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
    }

    private void run(Order order, OutputStream stream) {
        PrintWriter out = new PrintWriter(new Pieces(stream, text -> new Piece(text, null, null)), true);
        PrintWriter err = new PrintWriter(new Pieces(stream, text -> new Piece(null, text, null)), true);
        Console console = new Console(out, err, Path.of(order.directory()));
        int exit = CommandLineApp.run(order.arguments(), console, town, door.settings());
        out.flush();
        err.flush();
        write(stream, new Piece(null, null, exit));
    }

    private static void write(OutputStream stream, Piece piece) {
        synchronized (stream) {
            try {
                stream.write((MAPPER.writeValueAsString(piece) + "\n").getBytes(StandardCharsets.UTF_8));
                stream.flush();
            } catch (IOException gone) {
                // Whoever asked has left; the command itself goes on to its end.
                throw new UncheckedIOException(gone);
            }
        }
    }

    /** Each flush is a piece of its own. */
    private static final class Pieces extends Writer {
        private final OutputStream stream;
        private final Function<String, Piece> piece;
        private final StringBuilder text = new StringBuilder();

        private Pieces(OutputStream stream, Function<String, Piece> piece) {
            this.stream = stream;
            this.piece = piece;
        }

        @Override
        public void write(char[] buffer, int offset, int length) {
            text.append(buffer, offset, length);
        }

        @Override
        public void flush() {
            if (!text.isEmpty()) {
                CommandController.write(stream, piece.apply(text.toString()));
                text.setLength(0);
            }
        }

        @Override
        public void close() {
            flush();
        }
    }
}
