package rescue.dispatch.shell.web;

import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.openapi.router.RouterBuilder;
import java.time.InstantSource;
import java.util.UUID;
import rescue.dispatch.assignment.Assignment;
import rescue.dispatch.assignment.AssignmentStatus;
import rescue.dispatch.assignment.Leg;
import rescue.dispatch.flow.DivertTransport;
import rescue.dispatch.flow.GuideCrew;
import rescue.dispatch.flow.RecordUnitStatus;
import rescue.dispatch.incident.Incident;
import rescue.dispatch.port.IncidentLog;

/** {@code /assignments}: one unit on one incident, for the desk and for its own crew. */
public final class AssignmentRoutes implements ApiRoutes {

    private final OwnAssignments assignments;
    private final RecordUnitStatus record;
    private final DivertTransport divert;
    private final GuideCrew guide;
    private final InstantSource clock;

    public AssignmentRoutes(
            IncidentLog log, RecordUnitStatus record, DivertTransport divert, GuideCrew guide, InstantSource clock) {
        this.assignments = new OwnAssignments(log);
        this.record = record;
        this.divert = divert;
        this.guide = guide;
        this.clock = clock;
    }

    @Override
    public void mount(RouterBuilder builder) {
        builder.getRoute("getAssignment").addHandler(this::get);
        builder.getRoute("recordStatus").addHandler(this::record);
        builder.getRoute("divertAssignment").addHandler(this::divert);
        builder.getRoute("getRoute").addHandler(this::route);
    }

    private void get(RoutingContext ctx) {
        UUID id = id(ctx);
        assignments
                .ofCaller(ctx, id)
                .onSuccess(incident -> reply(ctx, incident, id))
                .onFailure(ctx::fail);
    }

    private void record(RoutingContext ctx) {
        UUID id = id(ctx);
        JsonObject body = Ask.body(ctx);
        var press = new RecordUnitStatus.Press(
                id,
                AssignmentStatus.valueOf(body.getString("status")),
                body.getString("deviceId"),
                body.getLong("seq"),
                Ask.instant(body, "at"),
                body.getString("reason"),
                Sessions.get(ctx).user());
        assignments
                .ofCaller(ctx, id)
                .compose(mine -> record.record(press))
                .compose(Refusals::orFail)
                .onSuccess(incident -> reply(ctx, incident, id))
                .onFailure(ctx::fail);
    }

    private void divert(RoutingContext ctx) {
        UUID id = id(ctx);
        JsonObject body = Ask.body(ctx);
        var diversion = new DivertTransport.Diversion(
                id,
                body.getString("hospitalId"),
                body.getString("reason"),
                body.getString("overrideReason"),
                body.getString("agreedBy"),
                Sessions.get(ctx).user());
        divert.divert(diversion)
                .compose(Refusals::orFail)
                .onSuccess(incident -> reply(ctx, incident, id))
                .onFailure(ctx::fail);
    }

    private void route(RoutingContext ctx) {
        UUID id = id(ctx);
        String asked = Ask.queryText(ctx, "leg");
        Leg leg = asked == null ? Leg.SCENE : Leg.valueOf(asked);
        assignments
                .ofCaller(ctx, id)
                .compose(mine -> guide.route(id, leg, Ask.query(ctx, "alternatives", 0)))
                .compose(Refusals::orFail)
                .onSuccess(way -> RouteReply.send(ctx, way, leg))
                .onFailure(ctx::fail);
    }

    private void reply(RoutingContext ctx, Incident incident, UUID assignmentId) {
        Assignment assignment = incident.findAssignment(assignmentId).orElseThrow();
        Reply.json(ctx, 200, AssignmentJson.of(incident, assignment, clock.instant()));
    }

    private static UUID id(RoutingContext ctx) {
        return Ask.uuid(ctx, "assignmentId", ProblemCode.ASSIGNMENT_UNKNOWN);
    }
}
