package rescue.routing.map;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import rescue.dispatch.road.MapFault;

/** Names what a graph was made of, so that another map never gets an old map's graph. */
final class ContentHash {

    /** 64 bits: a folder name that a person can still compare. */
    private static final int HEX_DIGITS = 16;

    private ContentHash() {}

    /** The same for the same importer, map and models, whatever the files are called and wherever they lie. */
    static String of(String importer, List<Path> map, List<Path> models) {
        MessageDigest digest = sha256();
        digest.update(importer.getBytes(StandardCharsets.UTF_8));
        map.forEach(file -> update(digest, file));
        for (Path model : models) {
            digest.update(model.getFileName().toString().getBytes(StandardCharsets.UTF_8)); // it names the profile
            update(digest, model);
        }
        return HexFormat.of().formatHex(digest.digest()).substring(0, HEX_DIGITS);
    }

    private static void update(MessageDigest digest, Path file) {
        byte[] buffer = new byte[1 << 16];
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        } catch (IOException broken) {
            throw new MapRefused(file, MapFault.UNREADABLE, "it cannot be read: " + broken, broken);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException("every Java has SHA-256", never);
        }
    }
}
