package rescue.dispatch.shell.web;

import io.vertx.core.MultiMap;
import io.vertx.core.json.JsonObject;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import rescue.dispatch.geo.LatLon;
import rescue.dispatch.unit.AvlFix;

/**
 * One position in the OsmAnd / Traccar Client protocol.
 *
 * @param deviceId the field {@code id}, or its other name
 */
record OsmandFix(String deviceId, AvlFix fix) {

    /** The protocol's speeds are knots. */
    private static final double METRES_PER_SECOND_PER_KNOT = 1852.0 / 3600;

    /** Epoch seconds have ten digits until 2286, milliseconds thirteen. */
    private static final long FIRST_MILLISECONDS = 100_000_000_000L;

    static Optional<OsmandFix> ofFields(MultiMap fields) {
        String id = first(fields.get("id"), fields.get("deviceid"));
        String location = fields.get("location");
        String lat = location == null ? fields.get("lat") : location.split(",", 2)[0];
        String lon = location == null ? fields.get("lon") : location.substring(location.indexOf(',') + 1);
        Double speed = number(fields.get("speed"));
        return of(
                id,
                number(lat),
                number(lon),
                time(fields.get("timestamp")),
                speed == null ? null : speed * METRES_PER_SECOND_PER_KNOT,
                number(first(fields.get("bearing"), fields.get("heading"))),
                number(fields.get("accuracy")));
    }

    static Optional<OsmandFix> ofJson(JsonObject body) {
        JsonObject location = body.getJsonObject("location", new JsonObject());
        JsonObject coords = location.getJsonObject("coords", new JsonObject());
        return of(
                body.getString("device_id"),
                coords.getDouble("latitude"),
                coords.getDouble("longitude"),
                time(location.getString("timestamp")),
                coords.getDouble("speed"),
                coords.getDouble("heading"),
                coords.getDouble("accuracy"));
    }

    private static Optional<OsmandFix> of(
            @Nullable String id,
            @Nullable Double lat,
            @Nullable Double lon,
            @Nullable Instant at,
            @Nullable Double speedMps,
            @Nullable Double heading,
            @Nullable Double accuracyM) {
        if (id == null || id.isBlank() || lat == null || lon == null || at == null || !LatLon.isValid(lat, lon)) {
            return Optional.empty();
        }
        return Optional.of(
                new OsmandFix(CleanText.of(id), new AvlFix(new LatLon(lat, lon), at, speedMps, heading, accuracyM)));
    }

    /** Epoch seconds, epoch milliseconds or ISO 8601. */
    private static @Nullable Instant time(@Nullable String text) {
        Double epoch = number(text);
        try {
            if (epoch != null) {
                return epoch < FIRST_MILLISECONDS
                        ? Instant.ofEpochSecond(epoch.longValue())
                        : Instant.ofEpochMilli(epoch.longValue());
            }
            return text == null ? null : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) { // no time, or none that the calendar reaches
            return null;
        }
    }

    private static @Nullable Double number(@Nullable String text) {
        try {
            return text == null || text.isBlank() ? null : Double.valueOf(text.strip());
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static @Nullable String first(@Nullable String one, @Nullable String other) {
        return one == null ? other : one;
    }
}
