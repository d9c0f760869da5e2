package rescue.deploy.province;

import rescue.dispatch.geo.LatLon;

/**
 * A row of {@code places.csv}: a settlement or a peak.
 *
 * @param communeGuess code of the commune it most likely lies in, or empty
 * @param formerDistrict the district of before July 2025, or empty
 */
public record PlaceRow(String name, String kind, LatLon at, String communeGuess, String formerDistrict) {}
