package rescue.dispatch.shell.web;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.openapi.router.RouterBuilder;
import java.util.List;
import rescue.dispatch.port.BaseMap;
import rescue.dispatch.port.RoadMapState;
import rescue.dispatch.road.RoadsState;

/** {@code /map}: the base map, drawn from the roads that the answers rest on. */
public final class MapRoutes implements ApiRoutes {

    /** Beyond it the same lines only grow. */
    private static final int MAX_ZOOM = 15;

    /** What a page may draw; {@link BaseMap#tile} says what is told of each. */
    private static final List<String> LAYERS =
            List.of("water", "waterway", "border", "road", "post", "place", "poi", "commune", "district");

    private static final String FOR_EVER = "public, max-age=31536000, immutable";

    /** Asked for under another map's version, by a page that was open when the map was replaced. */
    private static final String NOT_AT_ALL = "no-store";

    private final BaseMap map;
    private final RoadMapState roads;

    public MapRoutes(BaseMap map, RoadMapState roads) {
        this.map = map;
        this.roads = roads;
    }

    @Override
    public void mount(RouterBuilder builder) {
        builder.getRoute("getMapInfo").addHandler(this::info);
        builder.getRoute("getMapTile").addHandler(this::tile);
    }

    private void info(RoutingContext ctx) {
        JsonArray bounds = new JsonArray()
                .add(map.southWest().lon())
                .add(map.southWest().lat())
                .add(map.northEast().lon())
                .add(map.northEast().lat());
        Reply.json(
                ctx,
                200,
                new JsonObject()
                        .put("tiles", "/api/v1/map/tiles/" + map.version() + "/{z}/{x}/{y}")
                        .put("bounds", bounds)
                        .put("minZoom", 0)
                        .put("maxZoom", MAX_ZOOM)
                        .put("attribution", map.attribution())
                        .put("version", map.version())
                        .put("layers", new JsonArray(LAYERS))
                        .put("roads", roads(roads.now())));
    }

    /** Anybody may know it; file names and sentences are for whoever runs the machine. */
    private static JsonObject roads(RoadsState state) {
        RoadsState.RefusedMap refused = state.refused();
        return new JsonObject()
                .put("basis", state.basis().name())
                .put("since", state.since().toString())
                .put("importing", state.importing())
                .put("refused", refused == null ? null : refused.fault().name())
                .put("refusedAt", refused == null ? null : refused.at().toString())
                .put("unmatched", state.unmatched().size());
    }

    private void tile(RoutingContext ctx) {
        int zoom = number(ctx, "z");
        if (zoom > MAX_ZOOM) {
            ctx.fail(404);
            return;
        }
        String asked = ctx.pathParam("version");
        boolean isCurrent = asked.equals(map.version());
        map.tile(zoom, number(ctx, "x"), number(ctx, "y"))
                .onSuccess(tile -> {
                    // Before and after: drawn from that map, though it may have been replaced meanwhile.
                    boolean stays = isCurrent && asked.equals(map.version());
                    var response = ctx.response().putHeader(HttpHeaders.CACHE_CONTROL, stays ? FOR_EVER : NOT_AT_ALL);
                    if (tile.isEmpty()) {
                        response.setStatusCode(204).end();
                    } else {
                        response.putHeader(HttpHeaders.CONTENT_TYPE, "application/vnd.mapbox-vector-tile")
                                .putHeader(HttpHeaders.CONTENT_ENCODING, "gzip")
                                .end(Buffer.buffer(tile.get()));
                    }
                })
                .onFailure(ctx::fail);
    }

    private static int number(RoutingContext ctx, String name) {
        try {
            return Integer.parseInt(ctx.pathParam(name));
        } catch (NumberFormatException e) {
            throw new ApiFailure(ProblemCode.ROUTE_UNKNOWN);
        }
    }
}
