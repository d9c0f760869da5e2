package rescue.dispatch.road;

import rescue.dispatch.geo.LatLon;

/**
 * One instruction of a route, as spoken to the crew.
 *
 * @param at where it applies
 * @param distanceM metres from here to the next step
 * @param timeS seconds from here to the next step
 * @param vi the sentence in Vietnamese
 * @param en the sentence in English
 */
public record RouteStep(LatLon at, double distanceM, long timeS, String vi, String en) {}
