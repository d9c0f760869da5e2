package rescue.deploy.province;

import org.jspecify.annotations.Nullable;
import rescue.dispatch.geo.LatLon;

/**
 * A row of {@code communes.csv}.
 *
 * @param seat where its office most likely is
 * @param seatQuality what the seat rests on; {@code centroid} is the middle of the commune, not its seat
 * @param population null when not known
 */
public record CommuneRow(
        String code,
        String kind,
        String name,
        LatLon seat,
        String seatQuality,
        @Nullable Integer population,
        String formerDistrict) {}
