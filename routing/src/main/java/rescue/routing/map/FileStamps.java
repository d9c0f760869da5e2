package rescue.routing.map;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;

/** Size and time of files: enough to see, without reading them, that somebody has put other ones in their place. */
public record FileStamps(List<String> stamps) {

    public FileStamps {
        stamps = List.copyOf(stamps);
    }

    public static FileStamps of(List<Path> files) {
        List<String> stamps = new ArrayList<>();
        for (Path file : files) {
            stamps.add(file + " " + stamp(file));
        }
        return new FileStamps(stamps);
    }

    private static String stamp(Path file) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return attributes.size() + " " + attributes.lastModifiedTime() + " " + attributes.fileKey();
        } catch (IOException absent) {
            return "absent";
        }
    }
}
