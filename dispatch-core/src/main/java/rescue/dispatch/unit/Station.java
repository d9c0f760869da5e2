package rescue.dispatch.unit;

import rescue.dispatch.geo.LatLon;

/**
 * Where units wait.
 *
 * @param turnout from "notified" to wheels rolling, as planned for this station by the hour
 */
public record Station(String id, String name, LatLon at, Turnout turnout) {}
