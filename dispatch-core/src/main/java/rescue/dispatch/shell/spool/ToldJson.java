package rescue.dispatch.shell.spool;

import io.vertx.core.json.JsonObject;
import org.jspecify.annotations.Nullable;
import rescue.dispatch.alert.AlertSource;
import rescue.dispatch.alert.ToldPlace;
import rescue.dispatch.flow.ReceiveAlert;
import rescue.dispatch.road.RoadKm;

/** An alert as it was told, word for word, field by field: what is read back is equal to what was written. */
final class ToldJson {

    private ToldJson() {}

    static JsonObject write(ReceiveAlert.Told told) {
        return new JsonObject()
                .put("source", told.source().name())
                .put("kind", told.kind())
                .put("place", place(told.place()))
                .put("injured", told.injured())
                .put("dead", told.dead())
                .put("trapped", told.trapped())
                .put("description", told.description())
                .put("reporterPhone", told.reporterPhone());
    }

    static ReceiveAlert.Told read(JsonObject json) {
        return new ReceiveAlert.Told(
                AlertSource.valueOf(json.getString("source")),
                json.getString("kind"),
                place(json.getJsonObject("place")),
                json.getInteger("injured"),
                json.getInteger("dead"),
                json.getInteger("trapped"),
                json.getString("description"),
                json.getString("reporterPhone"));
    }

    /** In the words of the contract's {@code ToldPlace}, as screens show it meanwhile. */
    private static JsonObject place(ToldPlace told) {
        var json = new JsonObject();
        if (told.lat() != null || told.lon() != null) {
            var location = new JsonObject().put("lat", told.lat()).put("lon", told.lon());
            json.put("location", location.put("accuracyM", told.accuracyM()));
        }
        RoadKm post = told.roadKm();
        if (post != null) {
            json.put("roadKm", new JsonObject().put("road", post.road()).put("km", post.km()));
        }
        return json.put("plusCode", told.plusCode()).put("placeText", told.text());
    }

    private static ToldPlace place(JsonObject json) {
        JsonObject location = json.getJsonObject("location", new JsonObject());
        return new ToldPlace(
                number(location, "lat"),
                number(location, "lon"),
                number(location, "accuracyM"),
                post(json.getJsonObject("roadKm")),
                json.getString("plusCode"),
                json.getString("placeText"));
    }

    /** A sender's 1e999 is infinite, and JSON has no other word for that than a text. */
    private static @Nullable Double number(JsonObject json, String name) {
        Object value = json.getValue(name);
        if (value instanceof Number number) {
            return number.doubleValue();
        }
        return value == null ? null : Double.valueOf(value.toString());
    }

    private static @Nullable RoadKm post(@Nullable JsonObject json) {
        return json == null ? null : new RoadKm(json.getString("road"), json.getDouble("km"));
    }
}
