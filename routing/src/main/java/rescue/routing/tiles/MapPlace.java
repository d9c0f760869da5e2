package rescue.routing.tiles;

import rescue.dispatch.geo.LatLon;

/**
 * A named place to be drawn.
 *
 * @param kind in OpenStreetMap's words: {@code city}, {@code town}, {@code village}, {@code hamlet}, {@code peak},
 *     {@code hospital}, {@code fuel}; or {@link #COMMUNE}, {@link #DISTRICT}
 */
public record MapPlace(String name, String kind, LatLon at) {

    /** The kind of an administrative commune at its seat, which is drawn in a layer of its own. */
    public static final String COMMUNE = "commune";

    /** The kind of a district that was abolished and by whose name people still call the land. */
    public static final String DISTRICT = "district";

    /** Which layer of the tile it belongs to. */
    String layer() {
        return switch (kind) {
            case COMMUNE, DISTRICT -> kind;
            case "city",
                    "town",
                    "village",
                    "hamlet",
                    "isolated_dwelling",
                    "suburb",
                    "quarter",
                    "neighbourhood",
                    "locality",
                    "peak",
                    "pass" -> "place";
            default -> "poi";
        };
    }

    /** From which zoom on there is room for it. */
    int fromZoom() {
        return switch (kind) {
            case "city" -> 5;
            case "town", DISTRICT -> 7;
            case COMMUNE -> 9;
            case "hospital", "medical_centre" -> 10;
            case "village", "suburb", "pass" -> 11;
            case "neighbourhood", "locality", "isolated_dwelling" -> 13;
            case "fuel", "police", "pharmacy" -> 13;
            default -> 12;
        };
    }
}
