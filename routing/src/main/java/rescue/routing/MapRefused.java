package rescue.routing;

import java.nio.file.Path;

/** A map that cannot be used: a file of another kind, a cut-off one, one without roads. The sentence says what to mend. */
public final class MapRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    MapRefused(Path file, String sentence) {
        this(file, sentence, null);
    }

    MapRefused(Path file, String sentence, @org.jspecify.annotations.Nullable Throwable cause) {
        super("the map " + file + " cannot be used: " + sentence, cause);
    }
}
