package rescue.routing.tiles;

import rescue.dispatch.geo.LatLon;

/**
 * A named place to be drawn.
 *
 * @param kind in OpenStreetMap's words: {@code city}, {@code town}, {@code village}, {@code hamlet}, {@code peak}; or
 *     {@code commune} for the name of a commune at its seat
 */
public record MapPlace(String name, String kind, LatLon at) {

    /** The kind of an administrative commune, which is drawn in a layer of its own. */
    public static final String COMMUNE = "commune";

    /** From which zoom on there is room for it. */
    int fromZoom() {
        return switch (kind) {
            case "city" -> 5;
            case "town" -> 7;
            case COMMUNE -> 9;
            case "village", "suburb" -> 11;
            default -> 12;
        };
    }
}
