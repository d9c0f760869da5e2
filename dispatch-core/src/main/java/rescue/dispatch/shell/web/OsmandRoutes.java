package rescue.dispatch.shell.web;

import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import io.vertx.ext.web.openapi.router.RouterBuilder;
import java.util.List;
import java.util.Optional;
import rescue.dispatch.flow.TrackUnit;
import rescue.dispatch.port.UnitBoard;

/**
 * {@code GET|POST /osmand}: positions as OsmAnd and Traccar Client send them, by query, form or JSON. A device is known by
 * the id in the register; that id is its only credential, so it should be long and unguessable.
 */
public final class OsmandRoutes implements ApiRoutes {

    private static final long BODY_MAX_BYTES = 16 * 1024;

    private final UnitBoard units;
    private final TrackUnit track;

    public OsmandRoutes(UnitBoard units, TrackUnit track) {
        this.units = units;
        this.track = track;
    }

    @Override
    public void mount(RouterBuilder builder) {
        // Another protocol, at its own address.
    }

    @Override
    public void mountBeside(Router router) {
        router.route("/osmand")
                .handler(BodyHandler.create(false).setBodyLimit(BODY_MAX_BYTES))
                .handler(this::position);
    }

    private void position(RoutingContext ctx) {
        Optional<OsmandFix> read = read(ctx);
        if (read.isEmpty()) {
            ctx.fail(new ApiFailure(ProblemCode.INVALID_COORDINATES));
            return;
        }
        OsmandFix sent = read.get();
        units.findByDevice(sent.deviceId())
                .compose(unit -> unit.map(Future::succeededFuture)
                        .orElseGet(
                                () -> Future.failedFuture(new ApiFailure(ProblemCode.UNIT_UNKNOWN, sent.deviceId()))))
                .compose(unitId -> track.track(unitId, List.of(sent.fix())))
                .compose(Refusals::orFail)
                .onSuccess(done -> ctx.response().setStatusCode(200).end())
                .onFailure(ctx::fail);
    }

    private static Optional<OsmandFix> read(RoutingContext ctx) {
        String type = ctx.request().getHeader("Content-Type");
        if (type != null && type.startsWith("application/json")) {
            try {
                JsonObject body = ctx.body().asJsonObject();
                return body == null ? Optional.empty() : OsmandFix.ofJson(body);
            } catch (DecodeException | ClassCastException e) {
                throw new ApiFailure(ProblemCode.JSON_BROKEN);
            }
        }
        MultiMap fields = MultiMap.caseInsensitiveMultiMap()
                .addAll(ctx.queryParams())
                .addAll(ctx.request().formAttributes());
        return OsmandFix.ofFields(fields);
    }
}
