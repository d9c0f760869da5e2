package rescue.routing.tiles;

/** Which roads are drawn from which zoom on: a province is read from its main roads. */
enum RoadTier {
    MAIN(0),
    SECONDARY(8),
    TERTIARY(10),
    MINOR(12);

    private final int fromZoom;

    RoadTier(int fromZoom) {
        this.fromZoom = fromZoom;
    }

    static RoadTier of(String roadClass) {
        return switch (roadClass) {
            case "motorway", "trunk", "primary" -> MAIN;
            case "secondary" -> SECONDARY;
            case "tertiary" -> TERTIARY;
            default -> MINOR;
        };
    }

    boolean isDrawnAt(int zoom) {
        return zoom >= fromZoom;
    }
}
