package rescue.dispatch.shell.web;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.openapi.router.RouterBuilder;
import java.time.Instant;
import rescue.dispatch.flow.HandOverShift;
import rescue.dispatch.port.Handovers;
import rescue.dispatch.port.Handovers.Handover;

/** {@code /handovers}: what one shift wrote down for the next. */
public final class HandoverRoutes implements ApiRoutes {

    private static final int LISTED = 10;

    private final Handovers handovers;
    private final HandOverShift useCase;

    public HandoverRoutes(Handovers handovers, HandOverShift useCase) {
        this.handovers = handovers;
        this.useCase = useCase;
    }

    @Override
    public void mount(RouterBuilder builder) {
        builder.getRoute("listHandovers").addHandler(this::list);
        builder.getRoute("createHandover").addHandler(this::create);
        builder.getRoute("acceptHandover").addHandler(this::accept);
    }

    private void list(RoutingContext ctx) {
        handovers
                .list(Ask.query(ctx, "limit", LISTED))
                .onSuccess(all -> {
                    JsonArray list = new JsonArray();
                    all.forEach(handover -> list.add(json(handover)));
                    Reply.json(ctx, 200, new JsonObject().put("handovers", list));
                })
                .onFailure(ctx::fail);
    }

    private void create(RoutingContext ctx) {
        useCase.write(Ask.body(ctx).getString("note"), Sessions.get(ctx).user())
                .compose(Refusals::orFail)
                .onSuccess(handover -> Reply.json(ctx, 201, json(handover)))
                .onFailure(ctx::fail);
    }

    private void accept(RoutingContext ctx) {
        useCase.accept(
                        Ask.uuid(ctx, "handoverId", ProblemCode.HANDOVER_UNKNOWN),
                        Sessions.get(ctx).user())
                .compose(Refusals::orFail)
                .onSuccess(handover -> Reply.json(ctx, 200, json(handover)))
                .onFailure(ctx::fail);
    }

    private static JsonObject json(Handover handover) {
        JsonArray open = new JsonArray();
        handover.open()
                .forEach(incident -> open.add(new JsonObject()
                        .put("incidentId", incident.incidentId().toString())
                        .put("number", incident.number())));
        Instant acceptedAt = handover.acceptedAt();
        return new JsonObject()
                .put("id", handover.id().toString())
                .put("at", handover.at().toString())
                .put("by", handover.by())
                .put("note", handover.note())
                .put("incidents", open)
                .put("acceptedAt", acceptedAt == null ? null : acceptedAt.toString())
                .put("acceptedBy", handover.acceptedBy());
    }
}
