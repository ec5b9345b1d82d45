package fr.passerelle.app.cli;

import fr.passerelle.ent.communication.RichText;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;

/** The text of a communication in a file: HTML where its name or its first sign says so, plain text otherwise. */
final class BodyFile {
    private static final int LIMIT = 5_000_000;

    private BodyFile() {}

    /**
     * Its HTML, not cleaned yet.
     *
     * @param given as the user wrote it, for the sentence
     * @throws fr.passerelle.ent.model.CodedException as {@link GivenFile#read} does
     */
    static String html(Path file, Path given) {
        String text = decode(GivenFile.read(file, given, LIMIT)).strip();
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        boolean html = name.endsWith(".html") || name.endsWith(".htm") || text.startsWith("<");
        return html ? text : RichText.ofPlainText(text);
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
