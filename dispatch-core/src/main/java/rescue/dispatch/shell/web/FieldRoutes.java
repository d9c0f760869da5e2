package rescue.dispatch.shell.web;

import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.openapi.router.RouterBuilder;
import java.time.InstantSource;
import java.util.UUID;
import rescue.dispatch.assignment.Assignment;
import rescue.dispatch.flow.AskDestination;
import rescue.dispatch.flow.RecordPatient;
import rescue.dispatch.port.IncidentLog;

/** What a crew sends beside its presses: patients' cards, and the question for another hospital. */
public final class FieldRoutes implements ApiRoutes {

    private final OwnAssignments assignments;
    private final RecordPatient patients;
    private final AskDestination destinations;
    private final InstantSource clock;

    public FieldRoutes(IncidentLog log, RecordPatient patients, AskDestination destinations, InstantSource clock) {
        this.assignments = new OwnAssignments(log);
        this.patients = patients;
        this.destinations = destinations;
        this.clock = clock;
    }

    @Override
    public void mount(RouterBuilder builder) {
        builder.getRoute("recordPatient").addHandler(this::recordPatient);
        builder.getRoute("askDestination").addHandler(this::askDestination);
    }

    private void recordPatient(RoutingContext ctx) {
        UUID id = id(ctx);
        JsonObject body = Ask.body(ctx);
        var card = new RecordPatient.Card(
                id,
                PatientJson.read(body.getJsonObject("patient")),
                body.getString("deviceId"),
                body.getLong("seq"),
                Ask.instant(body, "at"),
                Sessions.get(ctx).user());
        assignments
                .ofCaller(ctx, id)
                .compose(mine -> patients.record(card))
                .compose(Refusals::orFail)
                .onSuccess(incident ->
                        Reply.json(ctx, 200, new JsonObject().put("patients", PatientJson.all(incident.patients()))))
                .onFailure(ctx::fail);
    }

    private void askDestination(RoutingContext ctx) {
        UUID id = id(ctx);
        JsonObject body = Ask.body(ctx);
        var ask = new AskDestination.Ask(
                id,
                body.getString("hospitalId"),
                body.getString("reason"),
                body.getString("deviceId"),
                body.getLong("seq"),
                Ask.instant(body, "at"),
                Sessions.get(ctx).user());
        assignments
                .ofCaller(ctx, id)
                .compose(mine -> destinations.ask(ask))
                .compose(Refusals::orFail)
                .onSuccess(incident -> {
                    Assignment asked = incident.findAssignment(id).orElseThrow();
                    Reply.json(ctx, 200, AssignmentJson.of(incident, asked, clock.instant()));
                })
                .onFailure(ctx::fail);
    }

    private static UUID id(RoutingContext ctx) {
        return Ask.uuid(ctx, "assignmentId", ProblemCode.ASSIGNMENT_UNKNOWN);
    }
}
