package rescue.dispatch.alert;

import java.time.Instant;
import java.util.UUID;
import rescue.dispatch.geo.LatLon;

/**
 * As much of an open incident as is needed to tell whether a new alert is about it.
 *
 * @param at where it is held to be
 * @param openedAt when its first alert came
 */
public record OpenIncident(UUID id, String number, AlertKind kind, LatLon at, Instant openedAt) {}
