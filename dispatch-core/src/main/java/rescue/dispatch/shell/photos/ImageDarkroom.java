package rescue.dispatch.shell.photos;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import rescue.dispatch.port.Darkroom;

/**
 * Reads JPEG and PNG, writes JPEG. Whatever a file claims is checked before it is decoded: anybody may send one. One picture
 * at a time, on a thread of its own.
 */
public final class ImageDarkroom implements Darkroom {

    /** A good telephone's 40; more is a bomb, or a camera whose owner can send less. */
    static final int MOST_PIXELS = 40_000_000;

    /** A progressive picture is held whole while it is decoded, outside the heap: six bytes a pixel. */
    static final int MOST_PROGRESSIVE_PIXELS = 16_000_000;

    /** Cameras make ten; each costs the decoder another round over the whole picture. */
    static final int MOST_SCANS = 64;

    /** The longer side of what is kept: a wound, a car, a bend can be judged; a quarter of a megabyte to send. */
    static final int LONGER_SIDE = 1_600;

    /** What is larger is read coarsely: 40 MB at most while it is scaled down. */
    private static final int LONGER_SIDE_DECODED = 4_200;

    private static final float QUALITY = 0.8f;

    private final WorkerExecutor worker;

    public ImageDarkroom(Vertx vertx) {
        this.worker = vertx.createSharedWorkerExecutor("darkroom", 1);
    }

    @Override
    public Future<Developed> develop(String base64) {
        return worker.executeBlocking(() -> developNow(base64), false);
    }

    static Developed developNow(String base64) {
        byte[] file;
        try {
            file = Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            return new Unusable(Fault.NOT_READABLE);
        }
        if (JpegFile.isJpeg(file)) {
            return JpegFile.read(file)
                    .map(jpeg -> developJpeg(file, jpeg))
                    .orElseGet(() -> new Unusable(Fault.NOT_READABLE));
        }
        if (PngFile.isPng(file)) {
            return PngFile.read(file).map(ImageDarkroom::developPng).orElseGet(() -> new Unusable(Fault.NOT_READABLE));
        }
        return new Unusable(isAnotherPicture(file) ? Fault.OTHER_FORMAT : Fault.NOT_READABLE);
    }

    private static Developed developJpeg(byte[] file, JpegFile jpeg) {
        long pixels = (long) jpeg.width() * jpeg.height();
        if (pixels > (jpeg.progressive() ? MOST_PROGRESSIVE_PIXELS : MOST_PIXELS) || jpeg.scans() > MOST_SCANS) {
            return new Unusable(Fault.TOO_LARGE);
        }
        return jpeg.complete() ? develop("jpeg", jpeg.bare(), Orientation.of(file)) : new Unusable(Fault.INCOMPLETE);
    }

    private static Developed developPng(PngFile png) {
        if ((long) png.width() * png.height() > MOST_PIXELS) {
            return new Unusable(Fault.TOO_LARGE);
        }
        return png.complete() ? develop("png", png.bare(), Orientation.upright()) : new Unusable(Fault.INCOMPLETE);
    }

    private static Developed develop(String format, Bytes file, Orientation orientation) {
        try {
            return print(upright(decode(format, file), orientation));
        } catch (IOException | RuntimeException e) { // the readers throw much at a broken file
            return new Unusable(Fault.NOT_READABLE);
        }
    }

    private static BufferedImage decode(String format, Bytes file) throws IOException {
        ImageReader reader = ImageIO.getImageReadersByFormatName(format).next();
        try (var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(file.array()))) {
            reader.setInput(in, true, true);
            int longer = Math.max(reader.getWidth(0), reader.getHeight(0));
            int every = (longer + LONGER_SIDE_DECODED - 1) / LONGER_SIDE_DECODED;
            var parameters = reader.getDefaultReadParam();
            parameters.setSourceSubsampling(every, every, 0, 0);
            return reader.read(0, parameters);
        } finally {
            reader.dispose();
        }
    }

    /** Turned, scaled down, on white where it was transparent. */
    private static BufferedImage upright(BufferedImage picture, Orientation orientation) {
        int width = picture.getWidth();
        int height = picture.getHeight();
        double scale = Math.min(1, (double) LONGER_SIDE / Math.max(width, height));
        int across = (int) Math.max(1, Math.round(width * scale));
        int down = (int) Math.max(1, Math.round(height * scale));
        BufferedImage upright = orientation.isOnItsSide()
                ? new BufferedImage(down, across, BufferedImage.TYPE_INT_RGB)
                : new BufferedImage(across, down, BufferedImage.TYPE_INT_RGB);
        AffineTransform transform = orientation.upright(across, down);
        transform.scale((double) across / width, (double) down / height);
        Graphics2D canvas = upright.createGraphics();
        canvas.setColor(Color.WHITE);
        canvas.fillRect(0, 0, upright.getWidth(), upright.getHeight());
        canvas.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        canvas.drawImage(picture, transform, null);
        canvas.dispose();
        return upright;
    }

    private static Picture print(BufferedImage picture) throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam parameters = writer.getDefaultWriteParam();
            parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            parameters.setCompressionQuality(QUALITY);
            writer.setOutput(out);
            writer.write(null, new IIOImage(picture, null, null), parameters);
        } finally {
            writer.dispose();
        }
        byte[] jpeg = bytes.toByteArray();
        return new Picture(jpeg, picture.getWidth(), picture.getHeight(), sha256(jpeg));
    }

    /** Worth another sentence than "no picture": whoever sent it sees one on his screen. */
    private static boolean isAnotherPicture(byte[] file) {
        return has(file, 0, "GIF8")
                || has(file, 0, "BM")
                || has(file, 0, "II*")
                || has(file, 0, "MM\0*")
                || has(file, 4, "ftyp") // HEIC, AVIF
                || (has(file, 0, "RIFF") && has(file, 8, "WEBP"));
    }

    private static boolean has(byte[] file, int offset, String letters) {
        if (file.length < offset + letters.length()) {
            return false;
        }
        for (int i = 0; i < letters.length(); i++) {
            if (file[offset + i] != letters.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
