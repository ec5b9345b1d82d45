package fr.passerelle.ent.sandbox;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The first file of a multipart body. */
public record Multipart(String fileName, String contentType, byte[] bytes) {
    private static final Pattern NAME = Pattern.compile("filename=\"([^\"\r\n]*)\"");
    private static final Pattern TYPE = Pattern.compile("(?im)^content-type: *([^\r\n]+)$");

    /** Empty where the body is no form with a file. */
    public static Optional<Multipart> of(Request request) {
        String type = request.header("content-type").orElse("");
        int at = type.indexOf("boundary=");
        if (!request.isMultipart() || at < 0) {
            return Optional.empty();
        }
        // One character for each byte: positions stay what they are.
        String body = new String(request.bytes(), StandardCharsets.ISO_8859_1);
        String boundary = "--" + type.substring(at + "boundary=".length());
        int head = body.indexOf(boundary + "\r\n");
        int start = body.indexOf("\r\n\r\n", head);
        int end = body.indexOf("\r\n" + boundary, start);
        if (head < 0 || start < 0 || end < 0) {
            return Optional.empty();
        }
        String headers =
                new String(body.substring(head, start).getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
        Matcher name = NAME.matcher(headers);
        Matcher contentType = TYPE.matcher(headers);
        return name.find()
                ? Optional.of(new Multipart(
                        name.group(1),
                        contentType.find() ? contentType.group(1).strip() : "application/octet-stream",
                        body.substring(start + 4, end).getBytes(StandardCharsets.ISO_8859_1)))
                : Optional.empty();
    }
}
