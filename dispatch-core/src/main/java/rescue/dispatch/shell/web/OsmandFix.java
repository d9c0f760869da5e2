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

    /** The year 10000: nobody's clock. */
    private static final double NO_MORE_MILLISECONDS = 253_402_300_800_000.0;

    static Optional<OsmandFix> ofFields(MultiMap fields) {
        String id = first(fields.get("id"), fields.get("deviceid"));
        String location = fields.get("location");
        String[] place =
                location == null ? new String[] {fields.get("lat"), fields.get("lon")} : location.split(",", -1);
        Double speed = known(number(fields.get("speed")));
        return of(
                id,
                place.length == 2 ? number(place[0]) : null,
                place.length == 2 ? number(place[1]) : null,
                time(fields.get("timestamp")),
                speed == null ? null : speed * METRES_PER_SECOND_PER_KNOT,
                known(number(first(fields.get("bearing"), fields.get("heading")))),
                known(number(fields.get("accuracy"))));
    }

    static Optional<OsmandFix> ofJson(JsonObject body) {
        JsonObject location = body.getJsonObject("location");
        JsonObject coords = location == null ? null : location.getJsonObject("coords");
        if (coords == null) {
            return Optional.empty();
        }
        return of(
                body.getString("device_id"),
                coords.getDouble("latitude"),
                coords.getDouble("longitude"),
                time(location.getString("timestamp")),
                known(coords.getDouble("speed")),
                known(coords.getDouble("heading")),
                known(coords.getDouble("accuracy")));
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
            if (epoch != null && !(epoch >= 0 && epoch < NO_MORE_MILLISECONDS)) {
                return null;
            }
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
            Double number = text == null || text.isBlank() ? null : Double.valueOf(text.strip());
            return number == null || !Double.isFinite(number) ? null : number;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /** Phones say -1 for a speed, heading or accuracy that they do not know. */
    private static @Nullable Double known(@Nullable Double value) {
        return value == null || !(value >= 0) ? null : value;
    }

    private static @Nullable String first(@Nullable String one, @Nullable String other) {
        return one == null ? other : one;
    }
}
