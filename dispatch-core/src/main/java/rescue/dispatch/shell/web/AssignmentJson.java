package rescue.dispatch.shell.web;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import rescue.dispatch.assignment.Assignment;
import rescue.dispatch.assignment.AssignmentLifecycle;
import rescue.dispatch.assignment.AssignmentStatus;
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
                .put("needsDestination", assignment.needsDestination())
                .put("milestones", milestones(assignment))
                .put("hold", hold(assignment.hold()))
                .put("preArrival", preArrival(assignment))
                .put("plan", plan(assignment.plan()))
                .put("cutOff", assignment.nextLeg().map(assignment::isCutOff).orElse(false))
                .put("routes", routes(assignment))
                .put("etaS", etaS(incident, assignment, now));
    }

    public static @Nullable JsonObject hold(@Nullable Hold hold) {
        return hold == null
                ? null
                : new JsonObject()
                        .put("kind", hold.kind().name())
                        .put("state", hold.state().name())
                        .put("expiresAt", hold.expiresAt().toString());
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
                .put("onSceneS", plan.onScene().toSeconds())
                .put("transportS", plan.transport().toSeconds())
                .put("timeToCareS", plan.timeToCare().toSeconds())
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

    /** To the scene until it is there, then to the hospital; as planned, counted from the last milestone. */
    private static @Nullable Long etaS(Incident incident, Assignment assignment, Instant now) {
        Optional<Instant> expected = switch (assignment.status()) {
            case NOTIFIED, ACKNOWLEDGED, EN_ROUTE -> ExpectedArrival.atScene(incident, assignment);
            case LEFT_SCENE -> ExpectedArrival.of(incident, assignment);
            case ON_SCENE, AT_PATIENT, AT_DESTINATION, HANDED_OVER, IN_SERVICE, CANCELLED -> Optional.empty();
        };
        return expected.map(at -> until(at, now)).orElse(null);
    }

    private static long until(Instant expected, Instant now) {
        return Math.max(0, Duration.between(now, expected).toSeconds());
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
