package rescue.dispatch.road;

import java.util.List;

/**
 * Why a road and kilometre, or a drawn line, cannot be found, with what the speaker may have meant.
 *
 * @param code which of the reasons it is
 * @param road the road as told, or empty for a drawn line
 * @param firstKm where the road's posts begin, when {@code code} is {@code KM_BEYOND_END}; else 0
 * @param lastKm where the road's posts end, when {@code code} is {@code KM_BEYOND_END}; else 0
 * @param similar roads with a similar number, most similar first; may be empty
 */
public record UnlocatableRoad(Code code, String road, double firstKm, double lastKm, List<String> similar) {

    /** One entry for every way to miss a road. */
    public enum Code {
        ROAD_UNKNOWN,
        KM_BEYOND_END,
        /** fromKm is greater than toKm. */
        KM_BACKWARDS,
        /** The line or point lies outside the map. */
        OUTSIDE_MAP,
        /** Nothing drivable within a pencil's width of the line. */
        NO_ROAD_THERE,
        /** The map knows no ford, or no road of that class. */
        NO_SUCH_ROADS
    }

    public UnlocatableRoad {
        similar = List.copyOf(similar);
    }
}
