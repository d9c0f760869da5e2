package rescue.routing.tiles;

import java.util.Arrays;
import java.util.Set;

/** Which roads are drawn from which zoom on: a province is read from its main roads. */
enum RoadTier {
    MAIN(0, Set.of("motorway", "trunk", "primary")),
    SECONDARY(8, Set.of("secondary")),
    TERTIARY(10, Set.of("tertiary")),
    MINOR(12, Set.of());

    private final int fromZoom;
    private final Set<String> classes;

    RoadTier(int fromZoom, Set<String> classes) {
        this.fromZoom = fromZoom;
        this.classes = classes;
    }

    static RoadTier of(String roadClass) {
        return Arrays.stream(values())
                .filter(tier -> tier.classes.contains(roadClass))
                .findFirst()
                .orElse(MINOR);
    }

    boolean isDrawnAt(int zoom) {
        return zoom >= fromZoom;
    }
}
