package rescue.dispatch.shell.web;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.openapi.router.RouterBuilder;
import java.time.InstantSource;
import java.util.List;
import rescue.dispatch.alert.TriageCategory;
import rescue.dispatch.flow.PlanCasualties;
import rescue.dispatch.shell.phrases.Phrases;

/** {@code /incidents/{id}/plan}: who rides with whom when there are many. Proposes; nothing is sent by it. */
public final class PlanRoutes implements ApiRoutes {

    private static final double NANOS_A_MILLISECOND = 1e6;

    private final PlanCasualties plan;
    private final PlanJson json;
    private final InstantSource clock;

    public PlanRoutes(PlanCasualties plan, Phrases phrases, InstantSource clock) {
        this.plan = plan;
        this.json = new PlanJson(phrases);
        this.clock = clock;
    }

    @Override
    public void mount(RouterBuilder builder) {
        builder.getRoute("planCasualties").addHandler(this::plan);
    }

    /** Whom a unit is sent for; empty when the body does not say. */
    static List<TriageCategory> carries(JsonObject body) {
        return body.getJsonArray("carries", new JsonArray()).stream()
                .map(colour -> TriageCategory.valueOf((String) colour))
                .toList();
    }

    private void plan(RoutingContext ctx) {
        long began = System.nanoTime();
        plan.plan(Ask.uuid(ctx, "incidentId", ProblemCode.INCIDENT_UNKNOWN))
                .compose(Refusals::orFail)
                .onSuccess(made -> Reply.json(
                        ctx,
                        200,
                        json.of(made, Ask.language(ctx), clock.instant())
                                .put("computedInMs", (System.nanoTime() - began) / NANOS_A_MILLISECOND)))
                .onFailure(ctx::fail);
    }
}
