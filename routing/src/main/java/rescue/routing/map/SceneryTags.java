package rescue.routing.map;

import com.graphhopper.reader.ReaderElement;
import com.graphhopper.reader.ReaderRelation;
import com.graphhopper.reader.ReaderWay;
import java.util.Optional;
import java.util.Set;

/** What OpenStreetMap's tags mean for the drawn map. */
final class SceneryTags {

    private static final Set<String> SETTLEMENTS = Set.of(
            "city", "town", "village", "hamlet", "isolated_dwelling", "suburb", "quarter", "neighbourhood", "locality");

    /** What a crew or a dispatcher may look for. */
    private static final Set<String> AMENITIES =
            Set.of("hospital", "clinic", "police", "fire_station", "fuel", "pharmacy");

    private SceneryTags() {}

    /** The language of the province first: on a border a place has several names. */
    static String name(ReaderElement element) {
        String vietnamese = element.getTag("name:vi", "");
        return vietnamese.isBlank() ? element.getTag("name", "").strip() : vietnamese.strip();
    }

    /** The kind of place, if it is one to be named on the map. */
    static Optional<String> place(ReaderElement element) {
        String place = element.getTag("place", "");
        if (SETTLEMENTS.contains(place)) {
            return Optional.of(place);
        }
        String natural = element.getTag("natural", "");
        if ("peak".equals(natural)) {
            return Optional.of(natural);
        }
        if ("saddle".equals(natural) || element.hasTag("mountain_pass", "yes")) {
            return Optional.of("pass");
        }
        if (element.hasTag("aeroway", "helipad")) {
            return Optional.of("helipad");
        }
        return Optional.of(element.getTag("amenity", "")).filter(AMENITIES::contains);
    }

    /** The kind of running water, if it is drawn: streams only when they have a name, for there is one in every fold. */
    static Optional<String> river(ReaderWay way) {
        if (way.hasTag("tunnel", "yes", "culvert")) {
            return Optional.empty();
        }
        return switch (way.getTag("waterway", "")) {
            case "river" -> Optional.of("river");
            case "canal" -> Optional.of("canal");
            case "stream" -> name(way).isEmpty() ? Optional.empty() : Optional.of("stream");
            default -> Optional.empty();
        };
    }

    static boolean isLake(ReaderElement element) {
        return element.hasTag("natural", "water")
                || element.hasTag("waterway", "riverbank")
                || element.hasTag("landuse", "reservoir");
    }

    /** The level of a border between administrations. */
    static Optional<Integer> borderLevel(ReaderRelation relation) {
        String level = relation.getTag("admin_level", "");
        return relation.hasTag("boundary", "administrative") && level.matches("[1-9]\\d?")
                ? Optional.of(Integer.parseInt(level))
                : Optional.empty();
    }
}
