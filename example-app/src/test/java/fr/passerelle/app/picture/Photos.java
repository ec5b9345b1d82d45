package fr.passerelle.app.picture;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** Photos as phones make them, made here: points with noise, and before them what a camera knows. */
public final class Photos {
    /** 48° 51′ 29.61″ as Exif writes it: degrees, minutes and seconds, each a fraction of two integers. */
    private static final byte[] LATITUDE = ints(48, 1, 51, 1, 2961, 100);
    /** What a camera is called. */
    private static final byte[] CAMERA = "Zorgophone 12\0".getBytes(StandardCharsets.US_ASCII);

    private static final byte[] TIME = "2026:11:28 08:09:10\0".getBytes(StandardCharsets.US_ASCII);

    private Photos() {}

    /** A photo of a landscape by a sensor with noise: bright on the left, dark on the right. */
    public static byte[] jpeg(int width, int height) {
        return encoded(points(width, height), "jpg", 0.95f);
    }

    /** As {@link #jpeg}, with place, camera, time, and how it was held: 1 upright, 6 turned. */
    public static byte[] withExif(int width, int height, int orientation) {
        byte[] jpeg = jpeg(width, height);
        byte[] exif = exif(orientation);
        return ByteBuffer.allocate(jpeg.length + exif.length)
                .put(jpeg, 0, 2)
                .put(exif)
                .put(jpeg, 2, jpeg.length - 2)
                .array();
    }

    /** A drawing; seen through in its left half, or not at all. */
    public static byte[] png(int width, int height, boolean seenThrough) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        Graphics2D pen = image.createGraphics();
        pen.setColor(Color.BLUE);
        pen.fillRect(seenThrough ? width / 2 : 0, 0, width, height);
        pen.dispose();
        return encoded(image, "png", 0);
    }

    /** What a file would have to hold to tell where, when or with what it was made. */
    public static boolean tells(byte[] file) {
        return has(file, LATITUDE)
                || has(file, CAMERA)
                || has(file, TIME)
                || has(file, "Exif".getBytes(StandardCharsets.US_ASCII));
    }

    /** The picture in a file. */
    public static BufferedImage seen(byte[] file) {
        try {
            return ImageIO.read(new ByteArrayInputStream(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BufferedImage points(int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Random noise = new Random(42);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int light = 230 - 200 * x / width;
                image.setRGB(x, y, grain(light, noise) << 16 | grain(light, noise) << 8 | grain(light, noise));
            }
        }
        return image;
    }

    private static int grain(int light, Random noise) {
        return Math.max(0, Math.min(255, light + noise.nextInt(-50, 51)));
    }

    private static byte[] encoded(BufferedImage image, String format, float quality) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
        try (ImageOutputStream stream = ImageIO.createImageOutputStream(out)) {
            ImageWriteParam how = writer.getDefaultWriteParam();
            if (quality > 0) {
                how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                how.setCompressionQuality(quality);
            }
            writer.setOutput(stream);
            writer.write(null, new IIOImage(image, null, null), how);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return out.toByteArray();
    }

    /** A segment APP1 with two directories: the picture's and, below it, the place's. */
    private static byte[] exif(int orientation) {
        int main = 8;
        int place = main + 2 + 4 * 12 + 4;
        int values = place + 2 + 2 * 12 + 4;
        ByteBuffer tiff = ByteBuffer.allocate(values + LATITUDE.length + CAMERA.length + TIME.length);
        tiff.put((byte) 'M').put((byte) 'M').putShort((short) 42).putInt(main);
        tiff.putShort((short) 4);
        // Camera, orientation, time, and where the place stands.
        entry(tiff, 0x0110, 2, CAMERA.length).putInt(values + LATITUDE.length);
        entry(tiff, 0x0112, 3, 1).putShort((short) orientation).putShort((short) 0);
        entry(tiff, 0x0132, 2, TIME.length).putInt(values + LATITUDE.length + CAMERA.length);
        entry(tiff, 0x8825, 4, 1).putInt(place);
        tiff.putInt(0);
        tiff.putShort((short) 2);
        entry(tiff, 1, 2, 2).put((byte) 'N').put(new byte[3]);
        entry(tiff, 2, 5, 3).putInt(values);
        tiff.putInt(0);
        tiff.put(LATITUDE).put(CAMERA).put(TIME);
        byte[] name = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);
        int length = 2 + name.length + tiff.capacity();
        return ByteBuffer.allocate(2 + length)
                .put((byte) 0xff)
                .put((byte) 0xe1)
                .putShort((short) length)
                .put(name)
                .put(tiff.array())
                .array();
    }

    private static ByteBuffer entry(ByteBuffer tiff, int tag, int type, int count) {
        return tiff.putShort((short) tag).putShort((short) type).putInt(count);
    }

    private static byte[] ints(int... values) {
        ByteBuffer bytes = ByteBuffer.allocate(4 * values.length);
        Arrays.stream(values).forEach(bytes::putInt);
        return bytes.array();
    }

    private static boolean has(byte[] file, byte[] part) {
        for (int at = 0; at + part.length <= file.length; at++) {
            if (Arrays.equals(file, at, at + part.length, part, 0, part.length)) {
                return true;
            }
        }
        return false;
    }
}
