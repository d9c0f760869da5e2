package rescue.deploy.province;

import java.util.List;
import org.jspecify.annotations.Nullable;
import rescue.dispatch.geo.LatLon;

/**
 * A row of {@code communes.csv}.
 *
 * @param seat where its office most likely is
 * @param seatQuality what the seat rests on; {@code centroid} is the middle of the commune, not its seat
 * @param population null when not known
 * @param formerNames the communes it was merged from, which people still say
 */
public record CommuneRow(
        String code,
        String kind,
        String name,
        LatLon seat,
        String seatQuality,
        @Nullable Integer population,
        String formerDistrict,
        List<String> formerNames) {

    public CommuneRow {
        formerNames = List.copyOf(formerNames);
    }
}
