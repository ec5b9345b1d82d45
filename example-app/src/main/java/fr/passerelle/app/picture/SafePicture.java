package fr.passerelle.app.picture;

import fr.passerelle.app.AppReason;
import fr.passerelle.ent.communication.AttachmentRules;
import fr.passerelle.ent.communication.CommunicationReason;
import fr.passerelle.ent.model.CodedException;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import net.coobird.thumbnailator.Thumbnails;

/**
 * A picture as it may leave: upright, small enough for a phone, its points written anew and nothing else. Where it was
 * taken, when and with what is not in it any more, nor a smaller copy, nor what other programs hid behind it.
 */
public final class SafePicture {
    /** Most bytes of a picture before it is made smaller. */
    public static final int MOST_BYTES = 20 << 20;

    /** The longest side, in points. */
    static final int LONGEST = 1600;

    private static final double QUALITY = 0.8;

    private final String fileName;
    private final byte[] bytes;

    private SafePicture(String fileName, byte[] bytes) {
        this.fileName = fileName;
        this.bytes = bytes;
    }

    /** With the ending of what it is now: {@code .png} where one sees through it, else {@code .jpg}. */
    public String fileName() {
        return fileName;
    }

    /** The file. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /**
     * Makes a picture safe. The same bytes give the same bytes. One at a time: a large one takes much memory.
     *
     * @param fileName that says that it is a picture; see {@link AttachmentRules#mediaType}
     * @throws CodedException {@link AppReason#PICTURE_UNREADABLE}, {@link AppReason#PICTURE_TOO_LARGE} or
     *     {@link CommunicationReason#FILE_TOO_LARGE}
     */
    public static synchronized SafePicture of(String fileName, byte[] bytes) {
        if (bytes.length > MOST_BYTES) {
            throw new CodedException(
                    CommunicationReason.FILE_TOO_LARGE, Map.of("limit", Integer.toString(MOST_BYTES >> 20)));
        }
        BufferedImage picture = drawn(PictureReader.read(bytes, LONGEST), LONGEST, BufferedImage.TYPE_INT_ARGB);
        return isSeenThrough(picture)
                ? new SafePicture(named(fileName, "image/png", ".png"), written(picture, "png"))
                : new SafePicture(named(fileName, "image/jpeg", ".jpg"), jpeg(picture));
    }

    /** A small copy of a safe picture for a page, as a JPEG. */
    public static synchronized byte[] small(byte[] safe, int longest) {
        return jpeg(drawn(PictureReader.read(safe, longest), longest, BufferedImage.TYPE_INT_RGB));
    }

    /** Never larger than it was; in the colours of screens, whatever the camera's were. */
    private static BufferedImage drawn(BufferedImage picture, int longest, int type) {
        var builder = Thumbnails.of(picture).imageType(type);
        boolean large = Math.max(picture.getWidth(), picture.getHeight()) > longest;
        try {
            return (large ? builder.size(longest, longest) : builder.scale(1)).asBufferedImage();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isSeenThrough(BufferedImage picture) {
        int[] row = new int[picture.getWidth()];
        for (int y = 0; y < picture.getHeight(); y++) {
            picture.getRGB(0, y, row.length, 1, row, 0, row.length);
            for (int point : row) {
                if (point >>> 24 != 0xff) {
                    return true;
                }
            }
        }
        return false;
    }

    private static byte[] jpeg(BufferedImage picture) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            Thumbnails.of(picture)
                    .scale(1)
                    .imageType(BufferedImage.TYPE_INT_RGB)
                    .outputFormat("jpg")
                    .outputQuality(QUALITY)
                    .toOutputStream(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static byte[] written(BufferedImage picture, String format) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            Thumbnails.of(picture).scale(1).outputFormat(format).toOutputStream(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** A name that says already what it is stays. */
    private static String named(String fileName, String mediaType, String ending) {
        return AttachmentRules.mediaType(fileName).filter(mediaType::equals).isPresent()
                ? fileName
                : fileName.replaceAll("\\.[^./\\\\]*$", "") + ending;
    }
}
