package fr.passerelle.app.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.passerelle.app.AppReason;
import fr.passerelle.ent.communication.CommunicationReason;
import fr.passerelle.ent.model.Coded;
import fr.passerelle.ent.model.CodedException;
import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;

/** What is left of a picture, and which pictures are not taken. */
class SafePictureTest {
    /** One point, then another: it moves. */
    private static final String GIF_OF_TWO =
            "R0lGODlhAQABAIAAAAAAAP///yH5BAAKAAAALAAAAAABAAEAAAICRAEAIfkEAAoAAAAsAAAAAAEAAQAAAgJEAQA7";

    /** One point, lossy. */
    private static final String WEBP = "UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA";

    @Test
    void place_camera_and_time_are_gone_and_what_one_sees_stays() {
        byte[] taken = Photos.withExif(400, 300, 1);
        assertThat(Photos.tells(taken)).as("the photo as it was taken").isTrue();
        SafePicture safe = SafePicture.of("IMG_1.JPG", taken);
        assertThat(safe.fileName()).isEqualTo("IMG_1.JPG");
        assertThat(Photos.tells(safe.bytes())).isFalse();
        BufferedImage seen = Photos.seen(safe.bytes());
        assertThat(List.of(seen.getWidth(), seen.getHeight())).containsExactly(400, 300);
        assertThat(light(seen, 20, 150)).isGreaterThan(light(seen, 380, 150) + 100);
        assertThat(markers(safe.bytes()))
                .as("nothing but JFIF, tables and points: no APP1 to APP15, no comment")
                .doesNotContain(0xfe)
                .allMatch(marker -> marker == 0xe0 || marker < 0xe0);
    }

    @Test
    void what_was_held_sideways_is_turned_upright() {
        BufferedImage seen = Photos.seen(
                SafePicture.of("a.jpg", Photos.withExif(400, 300, 6)).bytes());
        assertThat(List.of(seen.getWidth(), seen.getHeight())).containsExactly(300, 400);
        // Turned clockwise, the bright left side is above.
        assertThat(light(seen, 150, 20)).isGreaterThan(light(seen, 150, 380) + 100);
    }

    @Test
    void a_photo_of_twelve_megapixels_becomes_light() {
        byte[] taken = Photos.withExif(4000, 3000, 6);
        byte[] safe = SafePicture.of("a.jpg", taken).bytes();
        System.out.println("A photo of 12 megapixels: " + taken.length + " bytes, then " + safe.length);
        assertThat(taken.length).isGreaterThan(5_000_000);
        assertThat(safe).hasSizeLessThan(700_000);
        BufferedImage seen = Photos.seen(safe);
        assertThat(List.of(seen.getWidth(), seen.getHeight())).containsExactly(1200, 1600);
        BufferedImage small = Photos.seen(SafePicture.small(safe, 160));
        assertThat(List.of(small.getWidth(), small.getHeight())).containsExactly(120, 160);
    }

    @Test
    void the_same_photo_twice_is_the_same_file() {
        byte[] taken = Photos.withExif(2000, 900, 6);
        assertThat(SafePicture.of("a.jpg", taken).bytes())
                .isEqualTo(SafePicture.of("a.jpg", taken).bytes());
    }

    @Test
    void only_what_one_sees_through_stays_a_png() {
        SafePicture logo = SafePicture.of("Logo.png", Photos.png(2000, 500, true));
        assertThat(logo.fileName()).isEqualTo("Logo.png");
        BufferedImage seen = Photos.seen(logo.bytes());
        assertThat(List.of(seen.getWidth(), seen.getHeight())).containsExactly(1600, 400);
        assertThat(seen.getRGB(10, 10) >>> 24).isZero();
        assertThat(seen.getRGB(1590, 10)).isEqualTo(0xff0000ff);

        SafePicture screen = SafePicture.of("Capture d'écran.v2.png", Photos.png(200, 100, false));
        assertThat(screen.fileName()).isEqualTo("Capture d'écran.v2.jpg");
        assertThat(Photos.seen(screen.bytes()).getColorModel().hasAlpha()).isFalse();
    }

    @Test
    void a_picture_of_a_page_is_taken_as_well() {
        SafePicture safe = SafePicture.of("dessin.webp", Base64.getDecoder().decode(WEBP));
        assertThat(safe.fileName()).isEqualTo("dessin.jpg");
        assertThat(Photos.seen(safe.bytes()).getWidth()).isEqualTo(1);
    }

    @Test
    void what_cannot_be_read_is_refused() {
        byte[] photo = Photos.jpeg(60, 40);
        refused("a.jpg", "rien".getBytes(StandardCharsets.UTF_8), AppReason.PICTURE_UNREADABLE);
        refused("a.jpg", Arrays.copyOf(photo, 30), AppReason.PICTURE_UNREADABLE);
        refused("a.png", Arrays.copyOf(Photos.png(60, 40, true), 50), AppReason.PICTURE_UNREADABLE);
        refused("a.gif", Base64.getDecoder().decode(GIF_OF_TWO), AppReason.PICTURE_UNREADABLE);
        refused("a.jpg", new byte[SafePicture.MOST_BYTES + 1], CommunicationReason.FILE_TOO_LARGE);
    }

    @Test
    void what_would_fill_the_memory_is_refused_before_it_is_unpacked() {
        byte[] bomb = claims(Photos.png(60, 40, true), 30_000, 30_000);
        assertThat(bomb).hasSizeLessThan(1_000);
        refused("a.png", bomb, AppReason.PICTURE_TOO_LARGE);
        refused("a.png", claims(Photos.png(60, 40, true), 8_001, 8_000), AppReason.PICTURE_TOO_LARGE);
    }

    @Test
    void whatever_the_camera_wrote_before_the_points_does_no_harm() {
        byte[] taken = Photos.withExif(60, 40, 6);
        for (int length : new int[] {0, 1, 2, 9, 60_000}) {
            byte[] damaged = taken.clone();
            ByteBuffer.wrap(damaged).putShort(4, (short) length);
            try {
                assertThat(Photos.tells(SafePicture.of("a.jpg", damaged).bytes()))
                        .isFalse();
            } catch (CodedException unreadable) {
                assertThat(unreadable.reason()).isEqualTo(AppReason.PICTURE_UNREADABLE);
            }
        }
        // More entries than there are bytes, and a directory behind the end.
        for (int at : new int[] {16, 20}) {
            byte[] damaged = taken.clone();
            ByteBuffer.wrap(damaged).putInt(at, -1);
            assertThat(Photos.tells(SafePicture.of("a.jpg", damaged).bytes())).isFalse();
        }
    }

    private static void refused(String name, byte[] bytes, Coded reason) {
        assertThatExceptionOfType(CodedException.class)
                .isThrownBy(() -> SafePicture.of(name, bytes))
                .satisfies(refusal -> assertThat(refusal.reason()).isEqualTo(reason));
    }

    private static int light(BufferedImage image, int x, int y) {
        return image.getRGB(x, y) & 0xff;
    }

    /** The segments before the points. */
    private static List<Integer> markers(byte[] jpeg) {
        List<Integer> markers = new java.util.ArrayList<>();
        for (int at = 2;
                jpeg[at + 1] != (byte) 0xda;
                at += 2 + (ByteBuffer.wrap(jpeg).getShort(at + 2) & 0xffff)) {
            markers.add(jpeg[at + 1] & 0xff);
        }
        return markers;
    }

    /** A PNG whose header tells another size. */
    private static byte[] claims(byte[] png, int width, int height) {
        byte[] lying = png.clone();
        CRC32 sum = new CRC32();
        ByteBuffer.wrap(lying).putInt(16, width).putInt(20, height);
        sum.update(lying, 12, 17);
        ByteBuffer.wrap(lying).putInt(29, (int) sum.getValue());
        return lying;
    }
}
