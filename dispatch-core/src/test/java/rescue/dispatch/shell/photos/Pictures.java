package rescue.dispatch.shell.photos;

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
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Files as cameras make them, and as nobody should. */
public final class Pictures {

    private Pictures() {}

    /** Red above left, green above right, blue below left, white below right. */
    public static BufferedImage fourColours(int width, int height) {
        var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = picture.createGraphics();
        canvas.setColor(Color.RED);
        canvas.fillRect(0, 0, width / 2, height / 2);
        canvas.setColor(Color.GREEN);
        canvas.fillRect(width / 2, 0, width - width / 2, height / 2);
        canvas.setColor(Color.BLUE);
        canvas.fillRect(0, height / 2, width / 2, height - height / 2);
        canvas.setColor(Color.WHITE);
        canvas.fillRect(width / 2, height / 2, width - width / 2, height - height / 2);
        canvas.dispose();
        return picture;
    }

    public static byte[] jpeg(int width, int height) {
        return write(fourColours(width, height), "jpeg", ImageWriteParam.MODE_DISABLED);
    }

    static byte[] progressive(int width, int height) {
        return write(fourColours(width, height), "jpeg", ImageWriteParam.MODE_DEFAULT);
    }

    static byte[] png(int width, int height) {
        return write(fourColours(width, height), "png", ImageWriteParam.MODE_DISABLED);
    }

    static byte[] gif(int width, int height) {
        return write(fourColours(width, height), "gif", ImageWriteParam.MODE_DISABLED);
    }

    static byte[] write(BufferedImage picture, String format, int progressive) {
        var bytes = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam parameters = writer.getDefaultWriteParam();
            if (parameters.canWriteProgressive()) {
                parameters.setProgressiveMode(progressive);
            }
            writer.setOutput(out);
            writer.write(null, new IIOImage(picture, null, null), parameters);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    public static BufferedImage read(byte[] file) {
        try {
            return ImageIO.read(new ByteArrayInputStream(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same JPEG with what a telephone writes into it: how it was held, and where. */
    public static byte[] held(byte[] jpeg, int orientation) {
        ByteBuffer exif = ByteBuffer.allocate(200);
        exif.put("Exif\0\0MM\0*".getBytes(StandardCharsets.ISO_8859_1)).putInt(8);
        exif.putShort((short) 2);
        exif.putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0);
        exif.putShort((short) 0x010F).putShort((short) 2).putInt(16).putInt(38);
        exif.putInt(0);
        exif.put("22.3471N 103.58E".getBytes(StandardCharsets.US_ASCII));
        return withSegment(jpeg, 0xE1, Arrays.copyOf(exif.array(), exif.position()));
    }

    /** The same JPEG with one more segment at its beginning. */
    static byte[] withSegment(byte[] jpeg, int marker, byte[] data) {
        ByteBuffer file = ByteBuffer.allocate(jpeg.length + data.length + 4);
        file.put(jpeg, 0, 2);
        file.put((byte) 0xFF)
                .put((byte) marker)
                .putShort((short) (data.length + 2))
                .put(data);
        file.put(jpeg, 2, jpeg.length - 2);
        return file.array();
    }

    /** The same JPEG, which now claims another size. */
    static byte[] claiming(byte[] jpeg, int width, int height) {
        byte[] file = jpeg.clone();
        for (int i = 2; i + 9 < file.length; i++) {
            if ((file[i] & 0xFF) == 0xFF && ((file[i + 1] & 0xFF) == 0xC0 || (file[i + 1] & 0xFF) == 0xC2)) {
                ByteBuffer.wrap(file).putShort(i + 5, (short) height).putShort(i + 7, (short) width);
                return file;
            }
        }
        throw new AssertionError("no frame");
    }

    /** A progressive JPEG whose last scan comes so many times again. */
    static byte[] manyScans(byte[] progressive, int more) {
        int last = 0;
        for (int i = 2; i + 1 < progressive.length; i++) {
            if ((progressive[i] & 0xFF) == 0xFF && (progressive[i + 1] & 0xFF) == 0xDA) {
                last = i;
            }
        }
        int length = progressive.length - 2 - last;
        ByteBuffer file = ByteBuffer.allocate(progressive.length + more * length);
        file.put(progressive, 0, progressive.length - 2);
        for (int i = 0; i < more; i++) {
            file.put(progressive, last, length);
        }
        return file.put((byte) 0xFF).put((byte) 0xD9).array();
    }

    /** One bit a pixel, all black: a few kilobytes, however large. */
    public static byte[] blackPng(int width, int height, byte[]... chunksBefore) {
        int row = (width + 7) / 8 + 1;
        byte[] header = ByteBuffer.allocate(13)
                .putInt(width)
                .putInt(height)
                .put(new byte[] {1, 0, 0, 0, 0})
                .array();
        var file = new ByteArrayOutputStream();
        file.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
        file.writeBytes(chunk("IHDR", header));
        for (byte[] before : chunksBefore) {
            file.writeBytes(before);
        }
        file.writeBytes(chunk("IDAT", packed((long) row * height)));
        file.writeBytes(chunk("IEND", new byte[0]));
        return file.toByteArray();
    }

    static byte[] chunk(String type, byte[] data) {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 crc = new CRC32();
        crc.update(name);
        crc.update(data);
        return ByteBuffer.allocate(data.length + 12)
                .putInt(data.length)
                .put(name)
                .put(data)
                .putInt((int) crc.getValue())
                .array();
    }

    /** So many zeros, a thousandth of that when packed. */
    static byte[] packed(long zeros) {
        var deflater = new Deflater(Deflater.BEST_COMPRESSION);
        var out = new ByteArrayOutputStream();
        byte[] in = new byte[1 << 16];
        byte[] buffer = new byte[1 << 16];
        long left = zeros;
        while (!deflater.finished()) {
            if (deflater.needsInput()) {
                int now = (int) Math.min(left, in.length);
                deflater.setInput(in, 0, now);
                left -= now;
            }
            if (left == 0) {
                deflater.finish();
            }
            out.write(buffer, 0, deflater.deflate(buffer));
        }
        deflater.end();
        return out.toByteArray();
    }
}
