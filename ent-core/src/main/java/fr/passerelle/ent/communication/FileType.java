package fr.passerelle.ent.communication;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A kind of file that schools send, known by its ending and by what its bytes begin with.
 *
 * @param content whether bytes may be of this kind, as far as their beginning tells
 * @param endings in lower case
 */
record FileType(String mediaType, Predicate<byte[]> content, List<String> endings) {
    private static final List<FileType> ALL = List.of(
            new FileType("application/pdf", begins("255044462d"), List.of("pdf")),
            new FileType("image/jpeg", begins("ffd8ff"), List.of("jpg", "jpeg")),
            new FileType("image/png", begins("89504e470d0a1a0a"), List.of("png")),
            new FileType("image/gif", begins("47494638"), List.of("gif")),
            new FileType("image/webp", begins("52494646").and(bytes -> has(bytes, 8, "57454250")), List.of("webp")),
            new FileType(office("wordprocessingml.document"), zipWith("[Content_Types].xml"), List.of("docx")),
            new FileType(office("spreadsheetml.sheet"), zipWith("[Content_Types].xml"), List.of("xlsx")),
            new FileType(office("presentationml.presentation"), zipWith("[Content_Types].xml"), List.of("pptx")),
            new FileType(openDocument("text"), zipWith("mimetype" + openDocument("text")), List.of("odt")),
            new FileType(
                    openDocument("spreadsheet"), zipWith("mimetype" + openDocument("spreadsheet")), List.of("ods")),
            new FileType(
                    openDocument("presentation"), zipWith("mimetype" + openDocument("presentation")), List.of("odp")),
            new FileType("application/msword", begins("d0cf11e0a1b11ae1"), List.of("doc")),
            new FileType("application/vnd.ms-excel", begins("d0cf11e0a1b11ae1"), List.of("xls")),
            new FileType("application/vnd.ms-powerpoint", begins("d0cf11e0a1b11ae1"), List.of("ppt")),
            new FileType("text/plain", FileType::isText, List.of("txt")),
            new FileType("text/csv", FileType::isText, List.of("csv")),
            new FileType("audio/mpeg", begins("494433").or(FileType::isMpegFrame), List.of("mp3")));

    /** The kind that a name's ending says, whatever its case. */
    static Optional<FileType> named(String fileName) {
        int dot = fileName.lastIndexOf('.');
        String ending = dot < 1 ? "" : fileName.substring(dot + 1).toLowerCase(Locale.ROOT);
        return ALL.stream().filter(type -> type.endings.contains(ending)).findFirst();
    }

    /** All endings, for people. */
    static String allEndings() {
        return String.join(", ", endingsOfAll());
    }

    /** All endings. */
    static List<String> endingsOfAll() {
        return ALL.stream().flatMap(type -> type.endings.stream()).toList();
    }

    /** Whether bytes may be of this kind. */
    boolean holds(byte[] bytes) {
        return content.test(bytes);
    }

    private static String office(String what) {
        return "application/vnd.openxmlformats-officedocument." + what;
    }

    private static String openDocument(String what) {
        return "application/vnd.oasis.opendocument." + what;
    }

    private static Predicate<byte[]> begins(String hex) {
        return bytes -> has(bytes, 0, hex);
    }

    private static boolean has(byte[] bytes, int offset, String hex) {
        byte[] expected = HexFormat.of().parseHex(hex);
        return bytes.length >= offset + expected.length
                && Arrays.equals(bytes, offset, offset + expected.length, expected, 0, expected.length);
    }

    /** An archive that names this somewhere: office documents are archives of a certain content. */
    private static Predicate<byte[]> zipWith(String name) {
        return begins("504b0304").and(bytes -> new String(bytes, StandardCharsets.ISO_8859_1).contains(name));
    }

    /** No byte that text of UTF-8, Latin-1 or Windows-1252 does not have. */
    private static boolean isText(byte[] bytes) {
        for (byte one : bytes) {
            boolean control = one >= 0 && one < ' ' && one != '\t' && one != '\n' && one != '\r' && one != '\f';
            if (control || one == 0x7f) {
                return false;
            }
        }
        return true;
    }

    /** Eleven bits that are set begin a frame; layer III is written 01. */
    private static boolean isMpegFrame(byte[] bytes) {
        return bytes.length > 1 && (bytes[0] & 0xff) == 0xff && (bytes[1] & 0xe6) == 0xe2;
    }
}
