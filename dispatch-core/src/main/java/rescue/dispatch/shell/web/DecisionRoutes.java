package rescue.dispatch.shell.web;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.openapi.router.RouterBuilder;
import java.time.InstantSource;
import java.util.Objects;
import java.util.UUID;
import rescue.dispatch.assignment.Assignment;
import rescue.dispatch.decision.Recommendation;
import rescue.dispatch.flow.AssignUnit;
import rescue.dispatch.flow.AssignUnit.Assigned;
import rescue.dispatch.flow.ChooseHospital;
import rescue.dispatch.flow.Outcome;
import rescue.dispatch.flow.RecommendDispatch;
import rescue.dispatch.flow.WeighPair;
import rescue.dispatch.shell.phrases.Phrases;

/** {@code /incidents/{id}/recommendation}, {@code …/choice}, {@code …/assignments}: who should go, what if another, the operator's word. */
public final class DecisionRoutes implements ApiRoutes {

    private static final double NANOS_A_MILLISECOND = 1e6;
    private static final int OPTIONS = 10;

    private final RecommendDispatch recommend;
    private final WeighPair weigh;
    private final ChooseHospital choose;
    private final AssignUnit assign;
    private final RecommendationJson json;
    private final InstantSource clock;

    public DecisionRoutes(
            RecommendDispatch recommend,
            WeighPair weigh,
            ChooseHospital choose,
            AssignUnit assign,
            Phrases phrases,
            InstantSource clock) {
        this.recommend = recommend;
        this.weigh = weigh;
        this.choose = choose;
        this.assign = assign;
        this.json = new RecommendationJson(phrases);
        this.clock = clock;
    }

    @Override
    public void mount(RouterBuilder builder) {
        builder.getRoute("getRecommendation").addHandler(this::recommend);
        builder.getRoute("weighPair").addHandler(this::weigh);
        builder.getRoute("chooseHospital").addHandler(this::choose);
        builder.getRoute("createAssignment").addHandler(this::assign);
    }

    private void recommend(RoutingContext ctx) {
        long began = System.nanoTime();
        recommend
                .recommend(id(ctx))
                .compose(Refusals::orFail)
                .onSuccess(recommendation -> Reply.json(
                        ctx,
                        200,
                        json(ctx, recommendation)
                                .put("computedInMs", (System.nanoTime() - began) / NANOS_A_MILLISECOND)))
                .onFailure(ctx::fail);
    }

    private void weigh(RoutingContext ctx) {
        weigh.weigh(
                        id(ctx),
                        Objects.requireNonNull(Ask.queryText(ctx, "unitId"), "the contract wants it"),
                        Ask.queryText(ctx, "hospitalId"))
                .compose(Refusals::orFail)
                .onSuccess(pair -> Reply.json(ctx, 200, json.of(pair, Ask.language(ctx), clock.instant())))
                .onFailure(ctx::fail);
    }

    private void choose(RoutingContext ctx) {
        choose.choose(
                        id(ctx),
                        Ask.body(ctx).getString("hospitalId"),
                        Sessions.get(ctx).user())
                .compose(Refusals::orFail)
                .onSuccess(choice -> Reply.json(ctx, 200, SoftHoldJson.of(choice)))
                .onFailure(ctx::fail);
    }

    private void assign(RoutingContext ctx) {
        JsonObject body = Ask.body(ctx);
        var order = new AssignUnit.Order(
                id(ctx),
                body.getString("unitId"),
                body.getString("hospitalId"),
                body.getString("overrideReason"),
                body.getString("agreedBy"),
                PlanRoutes.carries(body),
                Sessions.get(ctx).user());
        assign.assign(order)
                .compose(outcome -> contested(ctx, outcome))
                .onSuccess(assigned -> reply(ctx, assigned))
                .onFailure(ctx::fail);
    }

    private void reply(RoutingContext ctx, Assigned assigned) {
        Assignment assignment =
                assigned.incident().findAssignment(assigned.assignmentId()).orElseThrow();
        Reply.json(ctx, 201, AssignmentJson.of(assigned.incident(), assignment, clock.instant()));
    }

    /** The loser of a race is told who has it and what is the next best. */
    private <T> Future<T> contested(RoutingContext ctx, Outcome<T> outcome) {
        return outcome.fold(Future::succeededFuture, refused -> {
            ApiFailure failure = Refusals.failure(refused);
            Recommendation nextBest = refused.nextBest();
            if (nextBest != null && !nextBest.options().isEmpty()) {
                failure.with(
                        "nextBest", json(ctx, nextBest).getJsonArray("options").getValue(0));
            }
            return Future.failedFuture(failure);
        });
    }

    private JsonObject json(RoutingContext ctx, Recommendation recommendation) {
        return json.of(recommendation, Ask.language(ctx), clock.instant(), Ask.query(ctx, "limit", OPTIONS));
    }

    private static UUID id(RoutingContext ctx) {
        return Ask.uuid(ctx, "incidentId", ProblemCode.INCIDENT_UNKNOWN);
    }
}
