package rescue.dispatch.shell.web;

import io.vertx.core.json.Json;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import rescue.dispatch.alert.ToldPlace;
import rescue.dispatch.road.RoadKm;

/**
 * The place as somebody sent it. Whatever cannot be read as what it should be is kept as text beside the rest: an alert
 * is never refused for its place, and an operator may still make sense of it.
 */
final class ToldPlaceJson {

    /** Longer stories belong into the description. */
    private static final int TEXT_MAX_CHARS = 1_000;

    private ToldPlaceJson() {}

    static ToldPlace read(JsonObject body) {
        List<String> leftOver = new ArrayList<>();
        Object text = body.getValue("placeText");
        if (text != null) {
            leftOver.add(text instanceof String said ? said : Json.encode(text));
        }
        JsonObject location = object(body.getValue("location"), leftOver);
        Double lat = number(location, "lat");
        Double lon = number(location, "lon");
        Double accuracyM = number(location, "accuracyM");
        boolean isWhole = lat != null && lon != null && (accuracyM != null || !says(location, "accuracyM"));
        if (location != null && !isWhole) {
            leftOver.add(location.encode());
        }
        String plusCode = plusCode(body.getValue("plusCode"), leftOver);
        RoadKm roadKm = roadKm(object(body.getValue("roadKm"), leftOver), leftOver);
        String joined = String.join(" | ", leftOver);
        return new ToldPlace(lat, lon, accuracyM, roadKm, plusCode, joined.isBlank() ? null : shortened(joined));
    }

    /** Never in the middle of a character that takes two. */
    private static String shortened(String text) {
        if (text.length() <= TEXT_MAX_CHARS) {
            return text;
        }
        boolean splits = Character.isHighSurrogate(text.charAt(TEXT_MAX_CHARS - 1));
        return text.substring(0, splits ? TEXT_MAX_CHARS - 1 : TEXT_MAX_CHARS);
    }

    static JsonObject write(ToldPlace told) {
        JsonObject json = new JsonObject();
        if (told.lat() != null || told.lon() != null) {
            json.put(
                    "location",
                    new JsonObject()
                            .put("lat", told.lat())
                            .put("lon", told.lon())
                            .put("accuracyM", told.accuracyM()));
        }
        RoadKm roadKm = told.roadKm();
        if (roadKm != null) {
            json.put("roadKm", new JsonObject().put("road", roadKm.road()).put("km", roadKm.km()));
        }
        if (told.plusCode() != null) {
            json.put("plusCode", told.plusCode());
        }
        return told.text() == null ? json : json.put("placeText", told.text());
    }

    private static @Nullable String plusCode(@Nullable Object value, List<String> leftOver) {
        if (value instanceof String code) {
            return code.isBlank() ? null : code.strip();
        }
        if (value != null) {
            leftOver.add(Json.encode(value));
        }
        return null;
    }

    private static @Nullable RoadKm roadKm(@Nullable JsonObject told, List<String> leftOver) {
        if (told == null) {
            return null;
        }
        Double km = number(told, "km");
        if (told.getValue("road") instanceof String road && !road.isBlank() && km != null && km >= 0 && km < 10_000) {
            return new RoadKm(road.strip(), km);
        }
        leftOver.add(told.encode());
        return null;
    }

    private static @Nullable JsonObject object(@Nullable Object value, List<String> leftOver) {
        if (value instanceof JsonObject object) {
            return object;
        }
        if (value != null) {
            leftOver.add(value instanceof String said ? said : Json.encode(value));
        }
        return null;
    }

    private static boolean says(@Nullable JsonObject object, String name) {
        return object != null && object.getValue(name) != null;
    }

    private static @Nullable Double number(@Nullable JsonObject object, String name) {
        return object != null && object.getValue(name) instanceof Number number ? number.doubleValue() : null;
    }
}
