package rescue.dispatch.shell.spool;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.openapi.router.RouterBuilder;
import java.time.InstantSource;
import java.util.function.Supplier;
import rescue.dispatch.shell.web.ApiRoutes;
import rescue.dispatch.shell.web.Reply;

/** {@code /alerts/waiting}: what is on the nodes' disks and not yet in the log; needs no database. */
public final class WaitingRoutes implements ApiRoutes {

    private final Supplier<JsonArray> waiting;
    private final InstantSource clock;

    public WaitingRoutes(Supplier<JsonArray> waiting, InstantSource clock) {
        this.waiting = waiting;
        this.clock = clock;
    }

    @Override
    public void mount(RouterBuilder builder) {
        builder.getRoute("listWaitingAlerts").addHandler(this::list);
    }

    private void list(RoutingContext ctx) {
        Reply.json(
                ctx,
                200,
                new JsonObject().put("asOf", clock.instant().toString()).put("alerts", waiting.get()));
    }
}
