package rescue.dispatch.shell.web;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import rescue.dispatch.road.CutOffPlace;

/** Places that are cut off, as the contract writes them. */
final class CutOffJson {

    private CutOffJson() {}

    static JsonArray of(List<CutOffPlace> places) {
        JsonArray all = new JsonArray();
        places.forEach(place -> all.add(of(place)));
        return all;
    }

    private static JsonObject of(CutOffPlace cutOff) {
        JsonArray because = new JsonArray();
        cutOff.because().forEach(id -> because.add(id.toString()));
        return new JsonObject()
                .put("kind", cutOff.place().kind().name())
                .put("id", cutOff.place().id())
                .put("name", cutOff.place().name())
                .put("lat", cutOff.place().at().lat())
                .put("lon", cutOff.place().at().lon())
                .put("since", cutOff.since().toString())
                .put("because", because);
    }
}
