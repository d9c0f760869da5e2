package rescue.routing.map;

import java.nio.file.Path;
import rescue.dispatch.road.MapFault;

/** A map that cannot be used: a file of another kind, a cut-off one, one without roads. The sentence says what to mend. */
public final class MapRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final MapFault fault;

    public MapRefused(Path file, MapFault fault, String sentence) {
        this(file, fault, sentence, null);
    }

    MapRefused(Path file, MapFault fault, String sentence, @org.jspecify.annotations.Nullable Throwable cause) {
        super("the map " + file + " cannot be used: " + sentence, cause);
        this.fault = fault;
    }

    /** Which of the reasons it is. */
    public MapFault fault() {
        return fault;
    }
}
