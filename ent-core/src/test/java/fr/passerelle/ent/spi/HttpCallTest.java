package fr.passerelle.ent.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class HttpCallTest {
    private static final HttpCall CALL = HttpCall.of("POST", "/files", "/files");

    private static String body(HttpCall call) {
        return new String(Objects.requireNonNull(call.body()), StandardCharsets.UTF_8);
    }

    @Test
    void a_file_is_sent_as_a_browser_sends_it() {
        HttpCall call = CALL.file("file", "été.txt", "text/plain", "à midi".getBytes(StandardCharsets.UTF_8));

        String boundary = Objects.requireNonNull(call.contentType()).replace("multipart/form-data; boundary=", "");
        assertThat(boundary).matches("[a-z0-9-]{10,70}");
        assertThat(body(call))
                .isEqualTo(
                        "--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"été.txt\"\r\n"
                                + "Content-Type: text/plain\r\n\r\nà midi\r\n--" + boundary + "--\r\n");
    }

    @Test
    void a_files_name_does_not_break_out_of_its_header() {
        assertThat(body(CALL.file("file", "a\"; x=\"b\r\nc.txt", "text/plain", new byte[] {1})))
                .contains("filename=\"a%22; x=%22b%0D%0Ac.txt\"\r\n");
    }

    @Test
    void two_files_have_two_boundaries() {
        assertThat(CALL.file("file", "a", "text/plain", new byte[] {1}).contentType())
                .isNotEqualTo(
                        CALL.file("file", "a", "text/plain", new byte[] {2}).contentType());
    }
}
