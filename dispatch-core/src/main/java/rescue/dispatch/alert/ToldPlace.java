package rescue.dispatch.alert;

import org.jspecify.annotations.Nullable;
import rescue.dispatch.road.RoadKm;

/**
 * The place in the caller's own words and numbers, kept as they came, right or wrong.
 *
 * @param lat decimal degrees as told, perhaps nonsense
 * @param lon decimal degrees as told, perhaps nonsense
 * @param accuracyM radius in metres within which the phone believes to be
 * @param roadKm road and kilometre post
 * @param plusCode Open Location Code
 * @param text anything else that was said of the place
 */
public record ToldPlace(
        @Nullable Double lat,
        @Nullable Double lon,
        @Nullable Double accuracyM,
        @Nullable RoadKm roadKm,
        @Nullable String plusCode,
        @Nullable String text) {

    public static final ToldPlace NONE = new ToldPlace(null, null, null, null, null, null);
}
