package rescue.dispatch.shell.web;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.openapi.router.RouterBuilder;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import rescue.dispatch.account.Principal;
import rescue.dispatch.account.Role;
import rescue.dispatch.assignment.Assignment;
import rescue.dispatch.assignment.AssignmentStatus;
import rescue.dispatch.assignment.Leg;
import rescue.dispatch.flow.DivertTransport;
import rescue.dispatch.flow.GuideCrew;
import rescue.dispatch.flow.RecordPatient;
import rescue.dispatch.flow.RecordUnitStatus;
import rescue.dispatch.incident.Incident;
import rescue.dispatch.port.IncidentLog;

/** {@code /assignments}: one unit on one incident, for the desk and for its own crew. */
public final class AssignmentRoutes implements ApiRoutes {

    private final IncidentLog log;
    private final RecordUnitStatus record;
    private final RecordPatient patients;
    private final DivertTransport divert;
    private final GuideCrew guide;
    private final InstantSource clock;

    public AssignmentRoutes(
            IncidentLog log,
            RecordUnitStatus record,
            RecordPatient patients,
            DivertTransport divert,
            GuideCrew guide,
            InstantSource clock) {
        this.log = log;
        this.record = record;
        this.patients = patients;
        this.divert = divert;
        this.guide = guide;
        this.clock = clock;
    }

    @Override
    public void mount(RouterBuilder builder) {
        builder.getRoute("getAssignment").addHandler(this::get);
        builder.getRoute("recordStatus").addHandler(this::record);
        builder.getRoute("recordPatient").addHandler(this::recordPatient);
        builder.getRoute("divertAssignment").addHandler(this::divert);
        builder.getRoute("getRoute").addHandler(this::route);
    }

    private void get(RoutingContext ctx) {
        UUID id = id(ctx);
        owned(ctx, id).onSuccess(incident -> reply(ctx, incident, id)).onFailure(ctx::fail);
    }

    private void record(RoutingContext ctx) {
        UUID id = id(ctx);
        JsonObject body = Ask.body(ctx);
        var press = new RecordUnitStatus.Press(
                id,
                AssignmentStatus.valueOf(body.getString("status")),
                body.getString("deviceId"),
                body.getLong("seq"),
                instant(body.getString("at")),
                body.getString("reason"),
                Sessions.get(ctx).user());
        owned(ctx, id)
                .compose(mine -> record.record(press))
                .compose(Refusals::orFail)
                .onSuccess(incident -> reply(ctx, incident, id))
                .onFailure(ctx::fail);
    }

    private void recordPatient(RoutingContext ctx) {
        UUID id = id(ctx);
        JsonObject body = Ask.body(ctx);
        var card = new RecordPatient.Card(
                id,
                PatientJson.read(body.getJsonObject("patient")),
                body.getString("deviceId"),
                body.getLong("seq"),
                instant(body.getString("at")),
                Sessions.get(ctx).user());
        owned(ctx, id)
                .compose(mine -> patients.record(card))
                .compose(Refusals::orFail)
                .onSuccess(incident ->
                        Reply.json(ctx, 200, new JsonObject().put("patients", PatientJson.all(incident.patients()))))
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
        owned(ctx, id)
                .compose(mine -> guide.route(id, leg, Ask.query(ctx, "alternatives", 0)))
                .compose(Refusals::orFail)
                .onSuccess(way -> RouteReply.send(ctx, way, leg))
                .onFailure(ctx::fail);
    }

    /** The incident of an assignment that the caller may see: a crew its own, a hospital those coming to it. */
    private Future<Incident> owned(RoutingContext ctx, UUID assignmentId) {
        Principal principal = Sessions.get(ctx);
        return log.findByAssignment(assignmentId).compose(found -> {
            if (found.isEmpty()) {
                return Future.failedFuture(new ApiFailure(ProblemCode.ASSIGNMENT_UNKNOWN, assignmentId));
            }
            Assignment assignment = found.get().findAssignment(assignmentId).orElseThrow();
            return mayUse(principal, assignment)
                    ? Future.succeededFuture(found.get())
                    : Future.failedFuture(new ApiFailure(ProblemCode.FORBIDDEN));
        });
    }

    private static boolean mayUse(Principal principal, Assignment assignment) {
        if (principal.role() == Role.CREW) {
            return assignment.unitId().equals(principal.unitId());
        }
        return principal.role() != Role.HOSPITAL
                || (assignment.hospitalId() != null && assignment.hospitalId().equals(principal.hospitalId()));
    }

    private void reply(RoutingContext ctx, Incident incident, UUID assignmentId) {
        Assignment assignment = incident.findAssignment(assignmentId).orElseThrow();
        Reply.json(ctx, 200, AssignmentJson.of(incident, assignment, clock.instant()));
    }

    private static UUID id(RoutingContext ctx) {
        return Ask.uuid(ctx, "assignmentId", ProblemCode.ASSIGNMENT_UNKNOWN);
    }

    private static Instant instant(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException e) {
            throw new ApiFailure(ProblemCode.REQUEST_INVALID).at("/at");
        }
    }
}
