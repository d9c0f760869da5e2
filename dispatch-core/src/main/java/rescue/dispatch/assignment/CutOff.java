package rescue.dispatch.assignment;

import java.time.Duration;
import rescue.dispatch.geo.LatLon;

/**
 * No road leads to where the unit is going: how far it gets, and what is left to walk.
 *
 * @param lastReachable where the vehicle must stop
 * @param drive how long it drives to there
 * @param walkM metres on foot from there
 * @param walk how long that takes, without load
 */
public record CutOff(LatLon lastReachable, Duration drive, double walkM, Duration walk) {}
