package rescue.routing.tiles;

import java.util.Optional;
import java.util.regex.Pattern;

/** The number of a road as it stands on the map. */
final class RoadNumber {

    /** Mappers write names, and the letters of a neighbour's language, where a number belongs. */
    private static final Pattern NUMBERED = Pattern.compile(".*[0-9].*");

    private RoadNumber() {}

    /** The first number of the road, if it has one that is a number. */
    static Optional<String> of(DrawnRoads roads, int road) {
        return roads.ref(road).filter(ref -> NUMBERED.matcher(ref).matches());
    }

    /** Whether a name is the number in words: "Quốc lộ 4D" says no more than QL4D. */
    static boolean says(String name, String ref) {
        return name.replaceAll("[^A-Za-z0-9]", "").contains(ref.replaceFirst("^[^0-9]+", ""));
    }
}
