package fr.passerelle.app.picture;

import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import fr.passerelle.app.AppReason;
import fr.passerelle.ent.model.CodedException;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.imageio.IIOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.spi.IIORegistry;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import net.coobird.thumbnailator.util.exif.ExifFilterUtils;
import net.coobird.thumbnailator.util.exif.ExifUtils;
import net.coobird.thumbnailator.util.exif.Orientation;

/**
 * Reads the points of a picture that anybody may have made: how large it is shows before they are unpacked, no more of
 * them are than its use needs, and nothing is written to a disk.
 */
final class PictureReader {
    /** Most points: more than what phones take, less than what a machine cannot hold. */
    static final int MOST_PIXELS = 64_000_000;

    private static final Set<String> FORMATS = Set.of("jpeg", "png", "gif", "webp");
    private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);

    static {
        // By hand: where the app is one jar, the readers of its libraries are not found from every thread.
        IIORegistry.getDefaultInstance().registerServiceProvider(new WebPImageReaderSpi());
    }

    private PictureReader() {}

    /**
     * The picture, upright.
     *
     * @param longest side that will be made of it: where it has much more, points are left out while it is read
     * @throws CodedException {@link AppReason#PICTURE_UNREADABLE}, or {@link AppReason#PICTURE_TOO_LARGE} before
     *     anything is unpacked
     */
    static BufferedImage read(byte[] bytes, int longest) {
        try (ImageInputStream stream = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            ImageReader reader = readerOf(stream);
            try {
                return read(reader, bytes, longest);
            } finally {
                reader.dispose();
            }
        } catch (CodedException refused) {
            throw refused;
        } catch (IOException | RuntimeException broken) {
            // A broken file may break a reader in any way.
            throw new CodedException(AppReason.PICTURE_UNREADABLE, Map.of(), broken);
        }
    }

    private static ImageReader readerOf(ImageInputStream stream) throws IOException {
        for (Iterator<ImageReader> readers = ImageIO.getImageReaders(stream); readers.hasNext(); ) {
            ImageReader reader = readers.next();
            if (FORMATS.contains(format(reader))) {
                // Its other contents are not looked at: they are not kept, and may be large once unpacked.
                reader.setInput(stream, false, true);
                return reader;
            }
            reader.dispose();
        }
        throw new IIOException("No picture of a known format.");
    }

    private static String format(ImageReader reader) throws IOException {
        return reader.getFormatName().toLowerCase(Locale.ROOT);
    }

    private static BufferedImage read(ImageReader reader, byte[] bytes, int longest) throws IOException {
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        if ((long) width * height > MOST_PIXELS) {
            throw new CodedException(
                    AppReason.PICTURE_TOO_LARGE, Map.of("limit", Integer.toString(MOST_PIXELS / 1_000_000)));
        }
        boolean photo = format(reader).equals("jpeg");
        if (!photo && reader.getNumImages(true) > 1) {
            throw new IIOException("It moves.");
        }
        ImageReadParam parameters = reader.getDefaultReadParam();
        // Twice the side that is wanted is left, so that what is left out does not show.
        int every = Math.max(1, Math.max(width, height) / (2 * longest));
        parameters.setSourceSubsampling(every, every, 0, 0);
        BufferedImage picture = reader.read(0, parameters);
        return photo
                ? ExifFilterUtils.getFilterForOrientation(orientation(bytes)).apply(picture)
                : picture;
    }

    /** How the camera was held, from the JPEG's segment of Exif, which stands before the points. */
    private static Orientation orientation(byte[] jpeg) {
        int at = 2;
        while (at + 4 <= jpeg.length && jpeg[at] == (byte) 0xff && jpeg[at + 1] != (byte) 0xda) {
            int length = (jpeg[at + 2] & 0xff) << 8 | (jpeg[at + 3] & 0xff);
            int content = at + 4;
            int end = Math.min(jpeg.length, at + 2 + length);
            if (jpeg[at + 1] == (byte) 0xe1
                    && end - content > EXIF.length
                    && Arrays.equals(jpeg, content, content + EXIF.length, EXIF, 0, EXIF.length)) {
                return orientationOf(Arrays.copyOfRange(jpeg, content, end));
            }
            at += 2 + Math.max(2, length);
        }
        return Orientation.TOP_LEFT;
    }

    private static Orientation orientationOf(byte[] exif) {
        try {
            Orientation found = ExifUtils.getOrientationFromExif(exif);
            return found == null ? Orientation.TOP_LEFT : found;
        } catch (RuntimeException damaged) {
            // The points can be read all the same.
            return Orientation.TOP_LEFT;
        }
    }
}
