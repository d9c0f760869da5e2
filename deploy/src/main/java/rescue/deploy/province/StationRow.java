package rescue.deploy.province;

import rescue.dispatch.geo.LatLon;

/**
 * A row of {@code stations.csv}: where units wait.
 *
 * @param status {@code assumed} when nobody has confirmed it, otherwise the file's own word
 * @param source where the row comes from
 */
public record StationRow(String id, String name, LatLon at, String status, String source) {}
