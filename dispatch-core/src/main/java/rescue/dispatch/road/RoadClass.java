package rescue.dispatch.road;

import java.util.Locale;

/** The standing of a road, in OpenStreetMap's words; the province's roads are TERTIARY and above, the villages' below. */
public enum RoadClass {
    MOTORWAY,
    TRUNK,
    PRIMARY,
    SECONDARY,
    TERTIARY,
    UNCLASSIFIED,
    RESIDENTIAL,
    LIVING_STREET,
    SERVICE,
    /** Farm and forest roads. */
    TRACK,
    PATH;

    /** As OpenStreetMap writes it: {@code trunk}, {@code living_street}. */
    public String inOpenStreetMap() {
        return name().toLowerCase(Locale.ROOT);
    }
}
