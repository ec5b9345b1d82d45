package fr.passerelle.app;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.app.picture.Photos;
import fr.passerelle.app.picture.SafePicture;
import fr.passerelle.one.sandbox.OneSandbox;
import fr.passerelle.one.sandbox.SandboxObjects.AttachmentView;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an ENT receives of a picture that a command attaches. */
class AttachedPictureTest {
    @TempDir
    private Path directory;

    @Test
    void no_picture_leaves_with_the_place_where_it_was_taken() throws Exception {
        try (OneSandbox one = OneSandbox.start(0)) {
            byte[] taken = Photos.withExif(2400, 1800, 6);
            Desk desk = Desk.at(directory, one)
                    .furnished()
                    .write("IMG_1.jpeg", taken)
                    .write("faux.jpg", "rien".getBytes(java.nio.charset.StandardCharsets.UTF_8));
            communicate(desk, "IMG_1.jpeg").ended(0);

            AttachmentView received =
                    one.objects().messages().get(0).attachments().get(0);
            byte[] safe = SafePicture.of("IMG_1.jpeg", taken).bytes();
            assertThat(Photos.tells(taken)).isTrue();
            assertThat(Photos.tells(safe)).isFalse();
            assertThat(received)
                    .isEqualTo(new AttachmentView(
                            "IMG_1.jpeg",
                            "image/jpeg",
                            safe.length,
                            HexFormat.of()
                                    .formatHex(
                                            MessageDigest.getInstance("SHA-256").digest(safe))));

            assertThat(communicate(desk, "faux.jpg").ended(1).sentences())
                    .singleElement()
                    .asString()
                    .endsWith("(ENT-660)");
            assertThat(one.objects().messages()).hasSize(1);
        }
    }

    private static Ran communicate(Desk desk, String file) {
        return desk.here(
                "communicate",
                "--place",
                Desk.TOURNELLES,
                "--class",
                "CM2 B",
                "--kind",
                "message",
                "--title",
                "Sortie",
                "--body",
                "texte.txt",
                "--attach",
                file);
    }
}
