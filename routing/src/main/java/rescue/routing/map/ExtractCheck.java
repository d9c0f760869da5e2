package rescue.routing.map;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import rescue.dispatch.road.MapFault;

/**
 * Whether a file is a whole OSM extract, before the importer is let loose on it: a cut-off download would otherwise be
 * imported up to the cut and look like a province with half its roads.
 *
 * <p>A PBF file is a row of blobs, each announced by a header that gives its length; the first is called OSMHeader
 * (OSM wiki, "PBF Format"). Following the lengths from the first byte to the last costs milliseconds.
 */
final class ExtractCheck {

    /** The format's own limit for a blob's header. */
    private static final int MAX_HEADER_BYTES = 64 * 1024;

    /** The format's own limit for a blob. */
    private static final int MAX_BLOB_BYTES = 32 * 1024 * 1024;

    /** A comment or empty lines may stand behind the last tag. */
    private static final int END_BYTES = 512;

    private ExtractCheck() {}

    /** Throws {@link MapRefused} unless {@code file} is a whole .osm.pbf or looks like an .osm. */
    static void check(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new MapRefused(file, MapFault.MISSING, "there is no such file");
        }
        String name = file.getFileName().toString();
        try (InputStream bytes = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            if (name.endsWith(".pbf")) {
                checkBlobs(file, new DataInputStream(bytes));
            } else if (name.endsWith(".osm")) {
                checkXml(file, bytes);
                checkXmlEnd(file);
            } else {
                throw new MapRefused(file, MapFault.NOT_A_MAP, "its name must end in .osm.pbf or .osm");
            }
        } catch (IOException broken) {
            throw new MapRefused(file, MapFault.UNREADABLE, "it cannot be read (" + broken.getMessage() + ")", broken);
        }
    }

    private static void checkBlobs(Path file, DataInputStream in) throws IOException {
        int blobs = 0;
        try {
            for (int first = in.read(); first >= 0; first = in.read()) {
                int headerBytes = first << 24 | in.readUnsignedByte() << 16 | in.readUnsignedShort();
                BlobHeader header = readHeader(file, in, headerBytes, blobs);
                in.skipNBytes(header.dataBytes);
                blobs++;
            }
        } catch (EOFException end) {
            throw new MapRefused(
                    file, MapFault.CUT_OFF, "it is cut off after " + blobs + " whole blobs; fetch it again", end);
        }
        if (blobs < 2) {
            throw new MapRefused(file, MapFault.NOT_A_MAP, "it holds no data");
        }
    }

    private record BlobHeader(String type, int dataBytes) {}

    /** BlobHeader: 1 type (string), 2 indexdata (bytes), 3 datasize (varint). */
    private static BlobHeader readHeader(Path file, DataInputStream in, int headerBytes, int blob) throws IOException {
        if (headerBytes <= 0 || headerBytes > MAX_HEADER_BYTES) {
            throw new MapRefused(file, MapFault.NOT_A_MAP, "it is no OSM PBF file (blob " + blob + " has no header)");
        }
        byte[] header = in.readNBytes(headerBytes);
        if (header.length < headerBytes) {
            throw new EOFException();
        }
        String type = "";
        int dataBytes = -1;
        Varints fields = new Varints(file, blob, header);
        while (fields.more()) {
            switch (fields.next()) {
                case 1 << 3 | 2 -> type = new String(fields.bytes(), StandardCharsets.US_ASCII);
                case 2 << 3 | 2 -> fields.bytes();
                case 3 << 3 -> dataBytes = fields.next();
                default -> throw fields.odd();
            }
        }
        boolean named = blob == 0 ? type.equals("OSMHeader") : !type.isEmpty();
        if (!named || dataBytes < 0 || dataBytes > MAX_BLOB_BYTES) {
            throw new MapRefused(
                    file, MapFault.NOT_A_MAP, "it is no OSM PBF file (blob " + blob + " is called \"" + type + "\")");
        }
        return new BlobHeader(type, dataBytes);
    }

    private static void checkXml(Path file, InputStream in) throws IOException {
        String start = new String(in.readNBytes(512), StandardCharsets.UTF_8);
        if (!start.contains("<osm")) {
            throw new MapRefused(file, MapFault.NOT_A_MAP, "it is no OSM XML file");
        }
    }

    private static void checkXmlEnd(Path file) throws IOException {
        try (SeekableByteChannel bytes = Files.newByteChannel(file)) {
            bytes.position(Math.max(0, bytes.size() - END_BYTES));
            String end = new String(Channels.newInputStream(bytes).readAllBytes(), StandardCharsets.UTF_8);
            if (!end.contains("</osm>")) {
                throw new MapRefused(file, MapFault.CUT_OFF, "it does not end with </osm>; fetch it again");
            }
        }
    }

    /** Just enough of the protocol-buffer encoding for a blob's header. */
    private static final class Varints {
        private final Path file;
        private final int blob;
        private final byte[] bytes;
        private int at;

        Varints(Path file, int blob, byte[] bytes) {
            this.file = file;
            this.blob = blob;
            this.bytes = bytes;
        }

        private MapRefused odd() {
            return new MapRefused(
                    file, MapFault.NOT_A_MAP, "it is no OSM PBF file (blob " + blob + " has an odd header)");
        }

        boolean more() {
            return at < bytes.length;
        }

        int next() {
            int value = 0;
            for (int shift = 0; shift < 32; shift += 7) {
                if (at >= bytes.length) {
                    throw odd();
                }
                byte b = bytes[at++];
                value |= (b & 0x7f) << shift;
                if (b >= 0) {
                    return value;
                }
            }
            throw odd();
        }

        byte[] bytes() {
            int length = next();
            if (length < 0 || at + length > bytes.length) {
                throw odd();
            }
            at += length;
            return java.util.Arrays.copyOfRange(bytes, at - length, at);
        }
    }
}
