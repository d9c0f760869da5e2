package rescue.deploy.province;

import rescue.dispatch.geo.LatLon;

/**
 * A row of {@code facilities.csv}: a hospital, clinic, police or fire station on the map.
 *
 * @param siteQuality what its point rests on
 */
public record FacilityRow(
        String id, String kind, String name, LatLon at, String commune, String siteQuality, String source) {}
