package rescue.dispatch.shell.web;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import rescue.dispatch.assignment.Leg;
import rescue.dispatch.geo.LatLon;
import rescue.dispatch.road.Route;
import rescue.dispatch.road.RouteStep;
import rescue.dispatch.road.Said;
import rescue.dispatch.road.Walk;
import rescue.dispatch.road.WayThere;
import rescue.dispatch.shell.phrases.Language;

/** A route in the format asked: JSON with steps, GeoJSON for a map, GPX 1.1 for any navigation device. */
final class RouteReply {

    private RouteReply() {}

    static void send(RoutingContext ctx, WayThere way, Leg leg) {
        String format = Ask.queryText(ctx, "format");
        if ("gpx".equals(format)) {
            send(ctx, "application/gpx+xml", Buffer.buffer(RouteGpx.of(way, leg, Ask.language(ctx))));
        } else if ("geojson".equals(format)) {
            send(
                    ctx,
                    "application/geo+json",
                    RouteGeoJson.of(way, leg, Ask.language(ctx)).toBuffer());
        } else {
            Reply.json(ctx, 200, json(way, leg, Ask.language(ctx)));
        }
    }

    private static void send(RoutingContext ctx, String type, Buffer body) {
        ctx.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, type)
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .end(body);
    }

    /** The best route with the outcome, the walk and the other routes beside it. */
    static JsonObject json(WayThere way, Leg leg, Language language) {
        JsonObject best = drive(way.best(), leg, language);
        return way.fold(
                reached -> best.put("outcome", "REACHED")
                        .put("walk", walk(reached.best().walk()))
                        .put("cutBy", new JsonArray())
                        .put("alternatives", others(reached, leg, language)),
                cutOff -> best.put("outcome", "CUT_OFF")
                        .put("walk", walk(cutOff.onFoot()))
                        .put("cutBy", closures(cutOff.cutBy()))
                        .put("alternatives", new JsonArray()));
    }

    private static JsonArray others(WayThere.Reached reached, Leg leg, Language language) {
        JsonArray others = new JsonArray();
        reached.routes().stream()
                .skip(1)
                .forEach(route -> others.add(drive(route, leg, language).put("walk", walk(route.walk()))));
        return others;
    }

    private static JsonObject drive(Route route, Leg leg, Language language) {
        JsonArray steps = new JsonArray();
        for (RouteStep step : route.steps()) {
            steps.add(new JsonObject()
                    .put("lat", step.at().lat())
                    .put("lon", step.at().lon())
                    .put("distanceM", Math.round(step.distanceM()))
                    .put("timeS", step.timeS())
                    .put("text", text(step, language)));
        }
        Said summary = route.summary();
        return new JsonObject()
                .put("leg", leg.name())
                .put("basis", route.travel().basis().name())
                .put("distanceM", Math.round(route.travel().distanceM()))
                .put("timeS", route.travel().time().toSeconds())
                .put("timeP90S", route.travel().p90().toSeconds())
                .put("summary", summary == null ? null : text(summary, language))
                .put("roadsVersion", route.roadsVersion())
                .put("avoids", closures(route.avoids()))
                .put("geometry", line(route.line()))
                .put("steps", steps);
    }

    private static @Nullable JsonObject walk(@Nullable Walk walk) {
        return walk == null
                ? null
                : new JsonObject()
                        .put("basis", walk.basis().name())
                        .put("distanceM", Math.round(walk.distanceM()))
                        .put("timeS", walk.out().toSeconds())
                        .put("carryS", walk.carry().toSeconds())
                        .put("geometry", line(walk.line()));
    }

    static JsonArray closures(List<UUID> ids) {
        JsonArray closures = new JsonArray();
        ids.forEach(id -> closures.add(new JsonObject().put("roadClosureId", id.toString())));
        return closures;
    }

    static JsonObject line(List<LatLon> line) {
        JsonArray coordinates = new JsonArray();
        for (LatLon point : line) {
            coordinates.add(new JsonArray().add(point.lon()).add(point.lat()));
        }
        return new JsonObject().put("type", "LineString").put("coordinates", coordinates);
    }

    static String text(RouteStep step, Language language) {
        return language == Language.VI ? step.vi() : step.en();
    }

    static String text(Said said, Language language) {
        return language == Language.VI ? said.vi() : said.en();
    }
}
