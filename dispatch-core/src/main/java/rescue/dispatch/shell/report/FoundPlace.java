package rescue.dispatch.shell.report;

import java.util.Locale;
import java.util.Optional;
import rescue.dispatch.geo.LatLon;
import rescue.dispatch.port.Gazetteer.Place;

/**
 * A named place that a sender chose, or that his words can only mean.
 *
 * @param accuracyM how far from its middle somebody who names it may well be
 */
public record FoundPlace(String label, LatLon at, double accuracyM) {

    /** Names of settlements: most of their houses are within this. */
    private static final double VILLAGE_M = 1_000;

    /** Communes here are ten to forty kilometres across; their seat is where most people are. */
    private static final double COMMUNE_M = 5_000;

    /** A house, a post, a code: a name that means one spot. */
    private static final double SPOT_M = 150;

    private static final int PARTS = 4;

    static FoundPlace of(Place place) {
        return new FoundPlace(
                place.label(),
                place.at(),
                switch (place.kind()) {
                    case "CITY", "COMMUNE", "TOWN" -> COMMUNE_M;
                    case "ROAD_KM", "FACILITY" -> SPOT_M;
                    default -> VILLAGE_M;
                });
    }

    /** As the form carries it: the page is written anew at each step and remembers nothing. */
    public String value() {
        return String.format(Locale.ROOT, "%.5f,%.5f,%.0f,%s", at.lat(), at.lon(), accuracyM, label);
    }

    /** What a form carried; empty when it is nothing that we wrote. */
    static Optional<FoundPlace> read(String value) {
        String[] parts = value.split(",", PARTS);
        if (parts.length < PARTS) {
            return Optional.empty();
        }
        try {
            double lat = Double.parseDouble(parts[0]);
            double lon = Double.parseDouble(parts[1]);
            double accuracyM = Double.parseDouble(parts[2]);
            return LatLon.isValid(lat, lon) && accuracyM >= 0
                    ? Optional.of(new FoundPlace(parts[3], new LatLon(lat, lon), accuracyM))
                    : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
