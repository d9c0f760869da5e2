package rescue.dispatch.shell.photos;

import java.io.ByteArrayOutputStream;
import java.util.Optional;

/**
 * What a JPEG file says of itself before anything is decoded (ITU-T T.81, annex B): its size, whether it is all there, how
 * often a decoder would have to go over it. And the same file with nothing in it but the picture.
 *
 * @param progressive the whole picture is held in memory while it is decoded
 * @param scans how often the decoder goes over the picture
 * @param complete whether its end is there
 * @param bare the file without what a decoder does not need: no profile, no position, no second picture
 */
record JpegFile(int width, int height, boolean progressive, int scans, boolean complete, Bytes bare) {

    private static final int MARKER = 0xFF;
    private static final int SOI = 0xD8;
    private static final int EOI = 0xD9;
    private static final int SOS = 0xDA;
    private static final int FIRST_RESTART = 0xD0;
    private static final int TEM = 0x01;
    private static final int FIRST_APP = 0xE0;
    /** Adobe's segment says which colours the picture is in; all other application segments are only about it. */
    private static final int APP14 = 0xEE;

    private static final int LAST_APP = 0xEF;
    private static final int COMMENT = 0xFE;

    /** Empty when it is no JPEG, or none whose size can be told. */
    static Optional<JpegFile> read(byte[] file) {
        return isJpeg(file) ? new Reader(file).read() : Optional.empty();
    }

    static boolean isJpeg(byte[] file) {
        return file.length > 2 && (file[0] & 0xFF) == MARKER && (file[1] & 0xFF) == SOI && (file[2] & 0xFF) == MARKER;
    }

    /** Goes over the markers; the compressed picture between them is skipped, not read. */
    private static final class Reader {
        private final byte[] file;
        private final ByteArrayOutputStream bare;
        private int at = 2;
        private int width;
        private int height;
        private boolean progressive;
        private int scans;
        private boolean complete;

        private Reader(byte[] file) {
            this.file = file;
            this.bare = new ByteArrayOutputStream(file.length);
        }

        private Optional<JpegFile> read() {
            bare.write(file, 0, 2);
            while (!complete && segment()) {
                // each segment moves on
            }
            return width > 0 && height > 0
                    ? Optional.of(
                            new JpegFile(width, height, progressive, scans, complete, new Bytes(bare.toByteArray())))
                    : Optional.empty();
        }

        /** One marker with what belongs to it; false when the file ends before that does. */
        private boolean segment() {
            while (at + 1 < file.length && unsigned(at + 1) == MARKER) {
                at++; // any number of fill bytes may come before a marker
            }
            if (at + 1 >= file.length || unsigned(at) != MARKER) {
                return false;
            }
            int marker = unsigned(at + 1);
            if (marker == EOI) {
                bare.write(file, at, 2);
                complete = true;
                return true;
            }
            if (marker == TEM || isRestart(marker)) {
                at += 2;
                return true;
            }
            if (at + 4 > file.length) {
                return false;
            }
            int end = at + 2 + word(at + 2);
            if (end > file.length || end < at + 4) {
                return false;
            }
            if (isFrame(marker) && end >= at + 9) {
                height = word(at + 5);
                width = word(at + 7);
                progressive |= (marker & 0x03) == 2;
            }
            if (marker == SOS) {
                scans++;
                end = endOfScan(end);
            }
            if (!isOnlyAbout(marker)) {
                bare.write(file, at, end - at);
            }
            at = end;
            return true;
        }

        /** In a scan a marker byte is followed by zero, or by a restart; anything else ends it. */
        private int endOfScan(int from) {
            for (int i = from; i + 1 < file.length; i++) {
                int next = unsigned(i + 1);
                if (unsigned(i) == MARKER && next != 0 && next != MARKER && !isRestart(next)) {
                    return i;
                }
            }
            return file.length;
        }

        private int unsigned(int index) {
            return file[index] & 0xFF;
        }

        private int word(int index) {
            return unsigned(index) << 8 | unsigned(index + 1);
        }
    }

    private static boolean isRestart(int marker) {
        return marker >= FIRST_RESTART && marker < SOI;
    }

    /** Start of frame, SOF0 to SOF15 without the three that are something else. */
    private static boolean isFrame(int marker) {
        return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
    }

    private static boolean isOnlyAbout(int marker) {
        return marker == COMMENT || (marker >= FIRST_APP && marker <= LAST_APP && marker != APP14);
    }
}
