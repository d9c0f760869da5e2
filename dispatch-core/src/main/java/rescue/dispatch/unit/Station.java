package rescue.dispatch.unit;

import java.time.Duration;
import rescue.dispatch.geo.LatLon;

/**
 * Where units wait.
 *
 * @param turnout from "notified" to wheels rolling, as planned for this station
 */
public record Station(String id, String name, LatLon at, Duration turnout) {}
