package rescue.dispatch.shell.photos;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/**
 * What a PNG file says of itself before anything is decoded (ISO/IEC 15948): its size, and whether it is all there. And
 * the same file with nothing in it but the picture: a profile or a text in it may be packed a thousand times over.
 */
record PngFile(int width, int height, boolean complete, Bytes bare) {

    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

    private static final Set<String> PICTURE = Set.of("IHDR", "PLTE", "tRNS", "IDAT", "IEND");

    /** Length and type before a chunk's data, a checksum after. */
    private static final int AROUND_DATA = 12;

    private static final int HEADER_LENGTH = 13;

    static boolean isPng(byte[] file) {
        return file.length > SIGNATURE.length
                && Arrays.equals(file, 0, SIGNATURE.length, SIGNATURE, 0, SIGNATURE.length);
    }

    /** Empty when it is no PNG, or none whose size can be told. */
    static Optional<PngFile> read(byte[] file) {
        ByteBuffer in = ByteBuffer.wrap(file);
        int start = SIGNATURE.length;
        if (!isPng(file)
                || file.length < start + AROUND_DATA + HEADER_LENGTH
                || !type(file, start).equals("IHDR")) {
            return Optional.empty();
        }
        int width = in.getInt(start + 8);
        int height = in.getInt(start + 12);
        var bare = new ByteArrayOutputStream(file.length);
        bare.write(SIGNATURE, 0, start);
        boolean complete = false;
        int at = start;
        while (!complete && at + AROUND_DATA <= file.length) {
            int length = in.getInt(at);
            if (length < 0 || length > file.length - at - AROUND_DATA) {
                break;
            }
            String type = type(file, at);
            int end = at + AROUND_DATA + length;
            if (PICTURE.contains(type)) {
                bare.write(file, at, end - at);
            }
            complete = type.equals("IEND");
            at = end;
        }
        return width > 0 && height > 0
                ? Optional.of(new PngFile(width, height, complete, new Bytes(bare.toByteArray())))
                : Optional.empty();
    }

    private static String type(byte[] file, int chunk) {
        return new String(file, chunk + 4, 4, StandardCharsets.US_ASCII);
    }
}
