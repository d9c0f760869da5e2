package rescue.dispatch.shell.photos;

import com.drew.imaging.jpeg.JpegMetadataReader;
import com.drew.imaging.jpeg.JpegProcessingException;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifReader;
import java.awt.geom.AffineTransform;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;

/** How a camera was held (EXIF 2.3, tag 0x0112): the picture lies in the file as the sensor saw it. */
final class Orientation {

    private static final int UPRIGHT = 1;

    private final int tag;

    private Orientation(int tag) {
        this.tag = tag;
    }

    static Orientation upright() {
        return new Orientation(UPRIGHT);
    }

    /** As the file says; upright when it says nothing, or nonsense. */
    static Orientation of(byte[] jpeg) {
        try {
            var metadata = JpegMetadataReader.readMetadata(new ByteArrayInputStream(jpeg), List.of(new ExifReader()));
            var directory = metadata.getFirstDirectoryOfType(ExifIFD0Directory.class);
            Integer tag = directory == null ? null : directory.getInteger(ExifIFD0Directory.TAG_ORIENTATION);
            return new Orientation(tag == null ? UPRIGHT : tag);
        } catch (JpegProcessingException | IOException | RuntimeException e) {
            return upright(); // it is the picture that counts, not what was written beside it
        }
    }

    /** Whether width and height change places. */
    boolean isOnItsSide() {
        return tag >= 5 && tag <= 8;
    }

    /** From the picture in the file, of that size, to the picture upright. */
    AffineTransform upright(int width, int height) {
        return switch (tag) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
            default -> new AffineTransform();
        };
    }
}
