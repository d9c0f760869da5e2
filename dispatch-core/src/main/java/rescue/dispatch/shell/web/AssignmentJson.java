package rescue.dispatch.shell.web;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import rescue.dispatch.assignment.Assignment;
import rescue.dispatch.assignment.AssignmentLifecycle;
import rescue.dispatch.assignment.AssignmentStatus;
import rescue.dispatch.assignment.DestinationAsk;
import rescue.dispatch.assignment.Hold;
import rescue.dispatch.assignment.Leg;
import rescue.dispatch.assignment.Plan;
import rescue.dispatch.incident.ExpectedArrival;
import rescue.dispatch.incident.Incident;

/** An assignment as the contract writes it. */
public final class AssignmentJson {

    private AssignmentJson() {}

    /** The assignment, its time of arrival reckoned from {@code now}. */
    public static JsonObject of(Incident incident, Assignment assignment, Instant now) {
        JsonArray next = new JsonArray();
        Optional<ExpectedArrival> expected = expected(incident, assignment);
        AssignmentLifecycle.allowedAfter(assignment.status()).forEach(status -> next.add(status.name()));
        return new JsonObject()
                .put("id", assignment.id().toString())
                .put("incidentId", incident.id().toString())
                .put("incidentNumber", incident.number())
                .put("unitId", assignment.unitId())
                .put("callSign", assignment.callSign())
                .put("hospitalId", assignment.hospitalId())
                .put("hospitalName", assignment.hospitalName())
                .put("status", assignment.status().name())
                .put("next", next)
                .put(
                        "carries",
                        new JsonArray(
                                assignment.carries().stream().map(Enum::name).toList()))
                .put("needsDestination", assignment.needsDestination())
                .put("destinationAsked", asked(assignment.destinationAsked()))
                .put("milestones", milestones(assignment))
                .put("hold", hold(assignment.hold()))
                .put("preArrival", preArrival(assignment))
                .put("plan", plan(assignment.plan()))
                .put("cutOff", assignment.nextLeg().map(assignment::isCutOff).orElse(false))
                .put("routes", routes(assignment))
                .put("etaS", expected.map(at -> at.p50In(now)).orElse(null))
                .put("etaP90S", expected.map(at -> at.p90In(now)).orElse(null));
    }

    public static @Nullable JsonObject hold(@Nullable Hold hold) {
        return hold == null
                ? null
                : new JsonObject()
                        .put("kind", hold.kind().name())
                        .put("besides", besides(hold))
                        .put("state", hold.state().name())
                        .put("expiresAt", hold.expiresAt().toString());
    }

    private static JsonObject besides(Hold hold) {
        JsonObject beds = new JsonObject();
        hold.besides().forEach((kind, count) -> beds.put(kind.name(), count));
        return beds;
    }

    public static @Nullable JsonObject preArrival(Assignment assignment) {
        Instant at = assignment.answeredAt();
        return assignment.answer() == null || at == null
                ? null
                : new JsonObject()
                        .put("answer", assignment.answer().name())
                        .put("reason", assignment.answerReason())
                        .put("at", at.toString());
    }

    private static @Nullable JsonObject asked(@Nullable DestinationAsk ask) {
        return ask == null
                ? null
                : new JsonObject()
                        .put("at", ask.at().toString())
                        .put("reason", ask.reason())
                        .put("hospitalId", ask.hospitalId());
    }

    private static JsonObject milestones(Assignment assignment) {
        JsonObject json = new JsonObject();
        for (AssignmentStatus status : AssignmentStatus.values()) {
            Instant at = assignment.milestones().get(status);
            json.put(camel(status), at == null ? null : at.toString());
        }
        return json;
    }

    private static JsonObject plan(Plan plan) {
        return new JsonObject()
                .put("turnoutS", plan.turnout().toSeconds())
                .put("travelS", plan.travel().toSeconds())
                .put("travelP90S", plan.travelSpread().p90().toSeconds())
                .put("onSceneS", plan.onScene().toSeconds())
                .put("transportS", plan.transport().toSeconds())
                .put("transportP90S", plan.transportSpread().p90().toSeconds())
                .put("timeToCareS", plan.timeToCare().toSeconds())
                .put("timeToCareP90S", plan.timeToCareSpread().p90().toSeconds())
                .put("basis", plan.basis().name())
                .put("roadsVersion", plan.roadsVersion());
    }

    /** What was told of each leg that is still ahead since the roads changed. */
    private static JsonArray routes(Assignment assignment) {
        JsonArray all = new JsonArray();
        for (Leg leg : Leg.values()) {
            assignment.findRoute(leg).ifPresent(told -> all.add(RouteNoticeJson.of(leg, told)));
        }
        return all;
    }

    /** To the scene until it is there, then to the hospital once it has left; as planned, counted from the last milestone. */
    private static Optional<ExpectedArrival> expected(Incident incident, Assignment assignment) {
        return assignment.status() == AssignmentStatus.LEFT_SCENE
                ? ExpectedArrival.of(incident, assignment)
                : ExpectedArrival.atScene(incident, assignment);
    }

    /** {@code AT_PATIENT} as {@code atPatient}. */
    private static String camel(AssignmentStatus status) {
        StringBuilder name = new StringBuilder();
        boolean upper = false;
        for (char letter : status.name().toCharArray()) {
            if (letter == '_') {
                upper = true;
            } else {
                name.append(upper ? letter : Character.toLowerCase(letter));
                upper = false;
            }
        }
        return name.toString();
    }
}
