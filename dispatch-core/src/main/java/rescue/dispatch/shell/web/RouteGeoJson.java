package rescue.dispatch.shell.web;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.jspecify.annotations.Nullable;
import rescue.dispatch.assignment.Leg;
import rescue.dispatch.road.Route;
import rescue.dispatch.road.Said;
import rescue.dispatch.road.Walk;
import rescue.dispatch.road.WayThere;
import rescue.dispatch.shell.phrases.Language;

/** A way as GeoJSON (RFC 7946): one feature for each leg and each other route, the best drive first. */
final class RouteGeoJson {

    private RouteGeoJson() {}

    static JsonObject of(WayThere way, Leg leg, Language language) {
        JsonArray features = new JsonArray();
        way.fold(
                reached -> {
                    for (int i = 0; i < reached.routes().size(); i++) {
                        Route route = reached.routes().get(i);
                        features.add(drive(route, leg, i == 0 ? "DRIVE" : "ALTERNATIVE", language));
                        walk(features, i == 0 ? route.walk() : null);
                    }
                    return features;
                },
                cutOff -> walk(features.add(drive(cutOff.best(), leg, "DRIVE", language)), cutOff.onFoot()));
        return new JsonObject().put("type", "FeatureCollection").put("features", features);
    }

    private static JsonObject drive(Route route, Leg leg, String kind, Language language) {
        Said summary = route.summary();
        JsonObject properties = new JsonObject()
                .put("kind", kind)
                .put("leg", leg.name())
                .put("basis", route.travel().basis().name())
                .put("distanceM", Math.round(route.travel().distanceM()))
                .put("timeS", route.travel().time().toSeconds())
                .put("timeP90S", route.travel().p90().toSeconds())
                .put("roadsVersion", route.roadsVersion())
                .put("avoids", RouteReply.closures(route.avoids()));
        if (summary != null) {
            properties.put("summary", RouteReply.text(summary, language));
        }
        return feature(RouteReply.line(route.line()), properties);
    }

    private static JsonArray walk(JsonArray features, @Nullable Walk walk) {
        return walk == null
                ? features
                : features.add(feature(
                        RouteReply.line(walk.line()),
                        new JsonObject()
                                .put("kind", "WALK")
                                .put("basis", walk.basis().name())
                                .put("distanceM", Math.round(walk.distanceM()))
                                .put("timeS", walk.out().toSeconds())
                                .put("carryS", walk.carry().toSeconds())));
    }

    private static JsonObject feature(JsonObject geometry, JsonObject properties) {
        return new JsonObject().put("type", "Feature").put("geometry", geometry).put("properties", properties);
    }
}
