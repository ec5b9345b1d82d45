package fr.passerelle.ent.intake;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.util.Arrays;
import java.util.List;

/**
 * The text of an exported file, whatever its encoding: by its byte order mark, else UTF-8 where the bytes are valid, else
 * windows-1252, which holds ISO-8859-1.
 */
final class FileText {
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final byte[] UTF_8_MARK = bytes(0xEF, 0xBB, 0xBF);
    private static final byte[] UTF_16LE_MARK = bytes(0xFF, 0xFE);
    private static final byte[] UTF_16BE_MARK = bytes(0xFE, 0xFF);
    private static final List<byte[]> WORKBOOKS_AND_ARCHIVES = List.of(
            bytes('P', 'K', 3, 4), bytes(0xD0, 0xCF, 0x11, 0xE0), bytes(0x1F, 0x8B), bytes('7', 'z', 0xBC, 0xAF));

    private FileText() {}

    static String of(byte[] file) throws WrongFile {
        if (WORKBOOKS_AND_ARCHIVES.stream().anyMatch(mark -> begins(file, mark))) {
            throw new WrongFile(IntakeReason.SPREADSHEET);
        }
        String text = decode(file);
        String start = text.stripLeading();
        if (start.isEmpty()) {
            throw new WrongFile(IntakeReason.EMPTY_FILE);
        }
        if (start.charAt(0) == '<') {
            throw new WrongFile(IntakeReason.WEB_PAGE);
        }
        if (text.indexOf('\0') >= 0 || start.startsWith("%PDF")) {
            throw new WrongFile(IntakeReason.NOT_TEXT);
        }
        return text;
    }

    private static String decode(byte[] file) {
        if (begins(file, UTF_8_MARK)) {
            return decode(file, UTF_8_MARK.length, UTF_8);
        }
        if (begins(file, UTF_16LE_MARK)) {
            return decode(file, UTF_16LE_MARK.length, UTF_16LE);
        }
        if (begins(file, UTF_16BE_MARK)) {
            return decode(file, UTF_16BE_MARK.length, UTF_16BE);
        }
        return decode(file, 0, isUtf8(file) ? UTF_8 : WINDOWS_1252);
    }

    /** What cannot be decoded becomes U+FFFD, for which the line is refused. */
    private static String decode(byte[] file, int from, Charset charset) {
        return new String(file, from, file.length - from, charset);
    }

    /** Half a character at the very end still counts as UTF-8: the file was cut there. */
    private static boolean isUtf8(byte[] file) {
        CoderResult result = UTF_8.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(file), CharBuffer.allocate(file.length), false);
        return result.isUnderflow();
    }

    private static boolean begins(byte[] file, byte[] mark) {
        return file.length >= mark.length && Arrays.equals(file, 0, mark.length, mark, 0, mark.length);
    }

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }
}
