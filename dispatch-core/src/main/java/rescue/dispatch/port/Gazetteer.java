package rescue.dispatch.port;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import rescue.dispatch.geo.LatLon;

/** Named places. Look-ups in memory. */
public interface Gazetteer {

    /**
     * A named place.
     *
     * @param label one line for people
     * @param kind commune, hamlet, town, facility, road post …
     * @param road the road and km, when it is a post
     * @param commune the commune it lies in, when known
     * @param formerDistrict the district of before July 2025, which people still say; when known
     * @param score 0 to 1, how well it matches what was asked
     */
    record Place(
            String label,
            String kind,
            LatLon at,
            @Nullable String road,
            @Nullable Double km,
            @Nullable String commune,
            @Nullable String formerDistrict,
            double score) {}

    /** Places whose name is like {@code query}, without regard to case and diacritics; best first. */
    List<Place> search(String query, int limit);

    /** Every place where people live: communes by their seats, towns, villages, hamlets. */
    List<Place> listInhabited();

    /** The commune that a point most likely lies in; empty when none is near. */
    Optional<String> findCommune(LatLon point);
}
