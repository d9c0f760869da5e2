package rescue.dispatch.shell.paper;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where something is, as it is said over the radio: road and post first, then the name, then what was told. */
final class Places {

    private static final int METRES_PER_KM = 1000;

    private Places() {}

    /** Of an incident's place. */
    static String label(JsonObject place) {
        JsonObject at = place.getJsonObject("located");
        if (at != null) {
            String post = post(at.getValue("roadKm"));
            String label = at.getString("label", "");
            return label.startsWith(post) ? label : join(post, label);
        }
        JsonArray told = place.getJsonArray("told", new JsonArray());
        return told.stream()
                .map(JsonObject.class::cast)
                .map(Places::told)
                .filter(says -> !says.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** As its sender put it; anything may have been sent for a place, so each is looked at before it is read. */
    static String told(JsonObject told) {
        String words = told.getValue("placeText") instanceof String text ? text : "";
        String code = told.getValue("plusCode") instanceof String text ? text : "";
        String at = told.getValue("location") instanceof JsonObject point ? coordinates(point) : "";
        return join(post(told.getValue("roadKm")), words, code, at);
    }

    static String coordinates(@Nullable JsonObject point) {
        return point != null
                        && point.getValue("lat") instanceof Number lat
                        && point.getValue("lon") instanceof Number lon
                ? String.format(Locale.ROOT, "%.5f, %.5f", lat.doubleValue(), lon.doubleValue())
                : "";
    }

    /** A kilometre post as it is signed and spoken: 76.65 is "Km76+650". */
    private static String post(@Nullable Object roadKm) {
        if (!(roadKm instanceof JsonObject told)
                || !(told.getValue("road") instanceof String road)
                || !(told.getValue("km") instanceof Number km)) {
            return "";
        }
        long metres = Math.round(km.doubleValue() * METRES_PER_KM);
        return String.format(Locale.ROOT, "%s Km%d+%03d", road, metres / METRES_PER_KM, metres % METRES_PER_KM);
    }

    private static String join(String... parts) {
        return Stream.of(parts).filter(part -> !part.isEmpty()).collect(Collectors.joining(" · "));
    }
}
