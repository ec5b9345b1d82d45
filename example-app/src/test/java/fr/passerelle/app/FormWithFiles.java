package fr.passerelle.app;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;

/** A form with files, as a browser sends it (RFC 7578). */
final class FormWithFiles {
    private static final String BOUNDARY = "passerelle-8d1f0c52";

    private final ByteArrayOutputStream body = new ByteArrayOutputStream();

    FormWithFiles field(String name, String value) {
        return part("name=\"" + name + "\"", value.getBytes(StandardCharsets.UTF_8));
    }

    FormWithFiles file(String name, String fileName, byte[] bytes) {
        return part("name=\"" + name + "\"; filename=\"" + fileName + "\"\r\nContent-Type: text/csv", bytes);
    }

    private FormWithFiles part(String headers, byte[] bytes) {
        text("--" + BOUNDARY + "\r\nContent-Disposition: form-data; " + headers + "\r\n\r\n");
        body.writeBytes(bytes);
        text("\r\n");
        return this;
    }

    private void text(String text) {
        body.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    HttpRequest.Builder to(HttpRequest.Builder request) {
        text("--" + BOUNDARY + "--\r\n");
        return request.header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(BodyPublishers.ofByteArray(body.toByteArray()));
    }
}
