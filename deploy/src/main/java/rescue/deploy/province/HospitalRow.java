package rescue.deploy.province;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import rescue.dispatch.geo.LatLon;
import rescue.dispatch.hospital.BedKind;
import rescue.dispatch.hospital.Service;

/**
 * A row of {@code hospitals.csv}: a house that receives patients.
 *
 * @param level district, province or central
 * @param beds how many of each kind; a kind that is not named is not known
 * @param phone null when not known
 * @param status {@code assumed} when nobody has confirmed services and beds
 */
public record HospitalRow(
        String id,
        String name,
        String level,
        LatLon at,
        Set<Service> services,
        Map<BedKind, Integer> beds,
        @Nullable String phone,
        String status,
        String source) {

    public HospitalRow {
        services = Set.copyOf(services);
        beds = Map.copyOf(beds);
    }
}
