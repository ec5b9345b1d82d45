package fr.passerelle.ent.store;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Looks for texts in every file under a directory, as UTF-8, ISO-8859-1, UTF-16 and base64 of UTF-8. A process of its own, because
 * ordinary I/O on an open SQLite database would drop its locks.
 */
public final class ByteSearch {
    private ByteSearch() {}

    /** A text in one of its forms, one character for each byte. */
    private record Needle(String form, int number, String bytes) {}

    /** Prints one line per hit: form, the text's number and file, never the text. Arguments: the directory, then the texts in base64. */
    public static void main(String[] arguments) throws IOException {
        Needle[][] byBeginning = new Needle[1 << 16][];
        for (int index = 1; index < arguments.length; index++) {
            String text = new String(Base64.getDecoder().decode(arguments[index]), StandardCharsets.UTF_8);
            int number = index;
            forms(text).forEach((form, bytes) -> {
                int beginning = beginning(bytes, 0);
                Needle[] before = byBeginning[beginning] == null ? new Needle[0] : byBeginning[beginning];
                byBeginning[beginning] = Arrays.copyOf(before, before.length + 1);
                byBeginning[beginning][before.length] = new Needle(form, number, bytes);
            });
        }
        try (Stream<Path> files = Files.walk(Path.of(arguments[0]))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                found(content(file), byBeginning)
                        .forEach(needle -> System.out.println(needle.form() + " " + needle.number() + " " + file));
            }
        }
    }

    private static int beginning(String bytes, int at) {
        return bytes.charAt(at) << 8 | bytes.charAt(at + 1);
    }

    private static Set<Needle> found(String bytes, Needle[][] byBeginning) {
        Set<Needle> found = new LinkedHashSet<>();
        for (int at = 0; at + 2 <= bytes.length(); at++) {
            Needle[] candidates = byBeginning[beginning(bytes, at)];
            if (candidates != null) {
                for (Needle needle : candidates) {
                    if (bytes.startsWith(needle.bytes(), at)) {
                        found.add(needle);
                    }
                }
            }
        }
        return found;
    }

    /** Runs a search in another process and waits for its hits. */
    public static List<String> inAnotherProcess(Path directory, String... texts)
            throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of(directory.toString()));
        for (String text : texts) {
            arguments.add(Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)));
        }
        Process process = ChildJvm.command(ByteSearch.class, arguments)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException("The search failed.");
        }
        return output.lines().toList();
    }

    private static String content(Path file) throws IOException {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        } catch (NoSuchFileException goneMeanwhile) {
            return "";
        }
    }

    private static Map<String, String> forms(String text) {
        Map<String, String> forms = new LinkedHashMap<>();
        forms.put("UTF-8", as(text, StandardCharsets.UTF_8));
        if (!forms.containsValue(text)) {
            forms.put("ISO-8859-1", as(text, StandardCharsets.ISO_8859_1));
        }
        forms.put("UTF-16LE", as(text, StandardCharsets.UTF_16LE));
        forms.put("UTF-16BE", as(text, StandardCharsets.UTF_16BE));
        for (int shift = 0; shift < 3; shift++) {
            String encoded = Base64.getEncoder()
                    .withoutPadding()
                    .encodeToString((" ".repeat(shift) + text).getBytes(StandardCharsets.UTF_8));
            // Without the signs at both ends that depend on what stands beside the text.
            forms.put("base64/" + shift, encoded.substring(shift == 0 ? 0 : shift + 1, encoded.length() - 2));
        }
        return forms;
    }

    private static String as(String text, Charset charset) {
        return new String(text.getBytes(charset), StandardCharsets.ISO_8859_1);
    }
}
