package rescue.dispatch.shell.web;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.openapi.router.RouterBuilder;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import rescue.dispatch.flow.CloseRoad;
import rescue.dispatch.geo.LatLon;
import rescue.dispatch.port.RoadClosures;
import rescue.dispatch.port.RoadNetwork;
import rescue.dispatch.road.RoadClosure;
import rescue.dispatch.road.RoadEffect;
import rescue.dispatch.road.RoadExtent;
import rescue.dispatch.road.RoadKm;
import rescue.dispatch.road.VehicleClass;

/** {@code /road-closures}: what a landslide has cut, from the moment it is entered. */
public final class RoadClosureRoutes implements ApiRoutes {

    private final CloseRoad closeRoad;
    private final RoadClosures closures;
    private final RoadNetwork roads;
    private final InstantSource clock;

    public RoadClosureRoutes(CloseRoad closeRoad, RoadClosures closures, RoadNetwork roads, InstantSource clock) {
        this.closeRoad = closeRoad;
        this.closures = closures;
        this.roads = roads;
        this.clock = clock;
    }

    @Override
    public void mount(RouterBuilder builder) {
        builder.getRoute("listRoadClosures").addHandler(this::list);
        builder.getRoute("createRoadClosure").addHandler(this::create);
        builder.getRoute("deleteRoadClosure").addHandler(this::delete);
    }

    private void list(RoutingContext ctx) {
        closures.listInForce()
                .compose(inForce -> Future.all(inForce.stream().map(this::json).toList()))
                .onSuccess(all -> Reply.json(
                        ctx,
                        200,
                        new JsonObject()
                                .put("asOf", clock.instant().toString())
                                .put("roadClosures", new JsonArray(all.list()))))
                .onFailure(ctx::fail);
    }

    private void create(RoutingContext ctx) {
        JsonObject body = Ask.body(ctx);
        String until = body.getString("until");
        var entered = new CloseRoad.Entered(
                extent(body),
                body.getString("reason"),
                passableFor(body.getJsonArray("passableFor")),
                until == null ? null : OffsetDateTime.parse(until).toInstant());
        closeRoad
                .close(entered, Sessions.get(ctx).user())
                .compose(Refusals::orFail)
                .compose(this::json)
                .onSuccess(closure -> Reply.json(ctx, 201, closure))
                .onFailure(ctx::fail);
    }

    private void delete(RoutingContext ctx) {
        UUID id = Ask.uuid(ctx, "roadClosureId", ProblemCode.ROAD_CLOSURE_UNKNOWN);
        closeRoad
                .open(id, Sessions.get(ctx).user())
                .compose(Refusals::orFail)
                .onSuccess(done -> Reply.noContent(ctx))
                .onFailure(ctx::fail);
    }

    private static RoadExtent extent(JsonObject body) {
        String road = body.getString("road");
        Double fromKm = body.getDouble("fromKm");
        if (road != null && fromKm != null) {
            return new RoadExtent.ByKm(road, fromKm, body.getDouble("toKm", fromKm));
        }
        JsonObject line = body.getJsonObject("line");
        if (line == null) {
            throw new ApiFailure(ProblemCode.EXTENT_MISSING);
        }
        return new RoadExtent.ByLine(points(line));
    }

    private static List<LatLon> points(JsonObject geometry) {
        JsonArray coordinates = geometry.getJsonArray("coordinates");
        if ("Point".equals(geometry.getString("type"))) {
            return List.of(point(coordinates));
        }
        List<LatLon> points = new ArrayList<>();
        for (Object pair : coordinates) {
            points.add(point(pair));
        }
        return points;
    }

    private static LatLon point(Object pair) {
        if (pair instanceof JsonArray numbers
                && numbers.size() >= 2
                && numbers.getValue(0) instanceof Number lon
                && numbers.getValue(1) instanceof Number lat
                && LatLon.isValid(lat.doubleValue(), lon.doubleValue())) {
            return new LatLon(lat.doubleValue(), lon.doubleValue());
        }
        throw new ApiFailure(ProblemCode.INVALID_COORDINATES).at("/line/coordinates");
    }

    private static Set<VehicleClass> passableFor(@Nullable JsonArray names) {
        return names == null
                ? Set.of()
                : names.stream()
                        .map(name -> VehicleClass.valueOf((String) name))
                        .collect(Collectors.toSet());
    }

    private Future<JsonObject> json(RoadClosure closure) {
        JsonArray passable = new JsonArray();
        ((RoadEffect.Closed) closure.effect())
                .passableFor().stream().sorted().forEach(vehicle -> passable.add(vehicle.name()));
        Instant until = closure.times().until();
        JsonObject json = new JsonObject()
                .put("id", closure.id().toString())
                .put("label", label(closure.extent()))
                .put("reason", closure.reason())
                .put("passableFor", passable)
                .put("from", closure.times().from().toString())
                .put("until", until == null ? null : until.toString());
        if (closure.extent() instanceof RoadExtent.ByKm km) {
            json.put("road", km.road()).put("fromKm", km.fromKm()).put("toKm", km.toKm());
        }
        return roads.match(closure.extent())
                .map(match -> match.fold(
                        matched -> json.put("match", "MATCHED")
                                .put("closedM", Math.round(matched.lengthM()))
                                .put("line", lines(matched.lines())),
                        notYet -> json.put("match", "NOT_YET").put("line", lines(notYet.lines())),
                        unmatched -> json.put("match", "NO_ROAD").put("line", null)));
    }

    private static JsonObject lines(List<List<LatLon>> lines) {
        JsonArray all = new JsonArray();
        for (List<LatLon> line : lines) {
            JsonArray points = new JsonArray();
            line.forEach(at -> points.add(new JsonArray().add(at.lon()).add(at.lat())));
            all.add(points);
        }
        return new JsonObject().put("type", "MultiLineString").put("coordinates", all);
    }

    private static String label(RoadExtent extent) {
        if (extent instanceof RoadExtent.ByKm km) {
            return new RoadKm(km.road(), km.fromKm()).label() + " – " + new RoadKm(km.road(), km.toKm()).label();
        }
        return ((RoadExtent.ByLine) extent).points().size() + " điểm";
    }
}
