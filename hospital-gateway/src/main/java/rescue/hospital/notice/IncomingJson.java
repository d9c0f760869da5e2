package rescue.hospital.notice;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import rescue.dispatch.alert.LocatedPlace;
import rescue.dispatch.alert.PatientCards;
import rescue.dispatch.assignment.Assignment;
import rescue.dispatch.assignment.AssignmentStatus;
import rescue.dispatch.assignment.Leg;
import rescue.dispatch.decision.Need;
import rescue.dispatch.incident.ExpectedArrival;
import rescue.dispatch.incident.Incident;
import rescue.dispatch.plan.PatientNeed;
import rescue.dispatch.shell.web.AssignmentJson;
import rescue.dispatch.shell.web.PatientJson;
import rescue.hospital.notice.NoticeBook.Told;

/**
 * One unit on its way, for the hospital it goes to. Nothing about other hospitals, no word and no number of whoever
 * called.
 */
public final class IncomingJson {

    private IncomingJson() {}

    /**
     * The notice as it is at {@code now}.
     *
     * @param hospitalId who asks; of a patient that goes elsewhere by now it learns only that
     * @param told when the hospital was told; null when the notice has not reached the book yet
     */
    public static JsonObject of(
            Incident incident, UUID assignmentId, String hospitalId, @Nullable Told told, Instant now) {
        Instant since = Whereabouts.of(incident, assignmentId, hospitalId)
                .map(Whereabouts::at)
                .orElse(Instant.MIN);
        Assignment assignment = incident.findAssignment(assignmentId).orElseThrow();
        boolean elsewhere = assignment.hospitalId() != null && !hospitalId.equals(assignment.hospitalId());
        ExpectedArrival expected =
                elsewhere ? null : ExpectedArrival.of(incident, assignment).orElse(null);
        LocatedPlace located = incident.placement().located();
        Instant notifiedAt = told != null && !told.firstToldAt().isBefore(since)
                ? told.firstToldAt()
                : later(since, assignment.milestones().get(AssignmentStatus.NOTIFIED));
        return new JsonObject()
                .put("assignmentId", assignment.id().toString())
                .put("incidentId", incident.id().toString())
                .put("incidentNumber", incident.number())
                .put("unitId", assignment.unitId())
                .put("callSign", assignment.callSign())
                .put("status", assignment.status().name())
                .put("kind", incident.firstAlert().kind().name())
                .put("priority", incident.priority().name())
                .put("injured", assignment.countComing().orElse(incident.injured()))
                .put("patients", PatientJson.all(PatientCards.among(incident.patients(), assignment.carries())))
                .put("photos", incident.countPhotos())
                .put("placeLabel", located == null ? null : located.label())
                .put("needs", needs(PatientNeed.of(incident, assignment.carries())))
                .put("etaS", expected == null ? null : expected.p50In(now))
                .put("etaAt", expected == null ? null : expected.p50().toString())
                .put("etaP90S", expected == null ? null : expected.p90In(now))
                .put("etaP90At", expected == null ? null : expected.p90().toString())
                .put("cutOff", !elsewhere && (assignment.isCutOff(Leg.SCENE) || assignment.isCutOff(Leg.HOSPITAL)))
                .put("basis", assignment.plan().basis().name())
                .put("hold", elsewhere ? null : AssignmentJson.hold(assignment.hold()))
                .put("preArrival", elsewhere ? null : AssignmentJson.preArrival(assignment))
                .put("notifiedAt", NoticeJson.text(notifiedAt))
                .put("seenAt", told == null || !told.isSeenSince(since) ? null : NoticeJson.text(told.seenAt()));
    }

    /** One unit that does not come, and since when. */
    static JsonObject gone(Incident incident, UUID assignmentId, Whereabouts whereabouts) {
        return new JsonObject()
                .put("assignmentId", assignmentId.toString())
                .put("incidentNumber", incident.number())
                .put(
                        "callSign",
                        incident.findAssignment(assignmentId).orElseThrow().callSign())
                .put("outcome", whereabouts.state().name())
                .put("reason", whereabouts.reason())
                .put("at", whereabouts.at().toString());
    }

    private static Instant later(Instant one, @Nullable Instant other) {
        return other != null && other.isAfter(one) ? other : one;
    }

    private static JsonObject needs(Need needs) {
        return new JsonObject()
                .put("capabilities", names(needs.capabilities()))
                .put("services", names(needs.services()));
    }

    private static JsonArray names(Set<? extends Enum<?>> some) {
        var names = new JsonArray();
        some.stream().map(Enum::name).sorted().forEach(names::add);
        return names;
    }
}
