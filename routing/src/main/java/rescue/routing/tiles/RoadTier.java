package rescue.routing.tiles;

/** Which roads are drawn from which zoom on: a province is read from its main roads. */
enum RoadTier {
    MAIN(0),
    SECONDARY(7),
    TERTIARY(9),
    LOCAL(11),
    STREET(12),
    SERVICE(13),
    PATH(14);

    private final int fromZoom;

    RoadTier(int fromZoom) {
        this.fromZoom = fromZoom;
    }

    static RoadTier of(String roadClass) {
        return switch (roadClass) {
            case "motorway", "trunk", "primary" -> MAIN;
            case "secondary" -> SECONDARY;
            case "tertiary" -> TERTIARY;
            case "unclassified" -> LOCAL;
            case "service" -> SERVICE;
            case "path", "footway", "steps", "pedestrian", "cycleway", "bridleway" -> PATH;
            default -> STREET;
        };
    }

    int fromZoom() {
        return fromZoom;
    }

    boolean isDrawnAt(int zoom) {
        return zoom >= fromZoom;
    }
}
