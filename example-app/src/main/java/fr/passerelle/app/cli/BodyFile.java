package fr.passerelle.app.cli;

import fr.passerelle.app.AppReason;
import fr.passerelle.ent.communication.RichText;
import fr.passerelle.ent.model.CodedException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** The text of a communication in a file: HTML where its name or its first sign says so, plain text otherwise. */
final class BodyFile {
    private static final int LIMIT_MEGABYTES = 5;

    private BodyFile() {}

    /**
     * Its HTML, not cleaned yet.
     *
     * @param given as the user wrote it, for the sentence
     * @throws CodedException {@link AppReason#FILE_UNREADABLE} or {@link AppReason#FILE_TOO_LARGE}
     */
    static String html(Path file, Path given) {
        String text = decode(read(file, given)).strip();
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        boolean html = name.endsWith(".html") || name.endsWith(".htm") || text.startsWith("<");
        return html ? text : RichText.ofPlainText(text);
    }

    private static byte[] read(Path file, Path given) {
        int limit = LIMIT_MEGABYTES * 1_000_000;
        try (InputStream stream = Files.newInputStream(file)) {
            byte[] bytes = stream.readNBytes(limit + 1);
            if (bytes.length > limit) {
                throw new CodedException(
                        AppReason.FILE_TOO_LARGE,
                        Map.of("file", given.toString(), "limit", Integer.toString(LIMIT_MEGABYTES)));
            }
            return bytes;
        } catch (IOException e) {
            throw new CodedException(AppReason.FILE_UNREADABLE, Map.of("file", given.toString()), e);
        }
    }

    /** UTF-8 where the bytes are valid, else what Windows writes. */
    private static String decode(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException notUtf8) {
            return new String(bytes, Charset.forName("windows-1252"));
        }
    }
}
