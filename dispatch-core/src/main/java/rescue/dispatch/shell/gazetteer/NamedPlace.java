package rescue.dispatch.shell.gazetteer;

import java.util.List;
import org.jspecify.annotations.Nullable;
import rescue.dispatch.geo.LatLon;

/**
 * One entry of the gazetteer.
 *
 * @param name as written, with diacritics
 * @param otherNames former names that people still say; may be empty
 * @param at where it is; of a commune, its seat
 * @param commune the name of the commune it lies in, of a commune its own; null when not known
 * @param formerDistrict the district of before July 2025; null when not known, or outside the province
 */
public record NamedPlace(
        String name,
        List<String> otherNames,
        PlaceKind kind,
        LatLon at,
        @Nullable String commune,
        @Nullable String formerDistrict) {

    public NamedPlace {
        otherNames = List.copyOf(otherNames);
    }

    /** One line for people: the name, and where that is unless the name says it. */
    public String label() {
        String where = commune == null || commune.equals(name) ? formerDistrict : commune;
        return where == null || where.equals(name) ? name : name + ", " + where;
    }
}
