package rescue.dispatch.flow;

import io.vertx.core.Future;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import rescue.dispatch.assignment.Assignment;
import rescue.dispatch.assignment.AssignmentLifecycle;
import rescue.dispatch.assignment.AssignmentStatus;
import rescue.dispatch.hospital.Hospital;
import rescue.dispatch.incident.Incident;
import rescue.dispatch.incident.IncidentEvent;
import rescue.dispatch.incident.IncidentEvent.DestinationChangeAsked;
import rescue.dispatch.port.ChangeBell;
import rescue.dispatch.port.HospitalBoard;
import rescue.dispatch.port.IncidentLog;

/**
 * The crew asks for another hospital; the desk decides, by diverting the unit or by leaving it where it goes. Nothing
 * else changes until then: the bed stays held, the hospital stays told.
 */
public final class AskDestination {

    /**
     * One question.
     *
     * @param hospitalId where the crew would rather go; null when it leaves that to the desk
     * @param seq counted by the device, 0 or more, never used twice
     * @param askedAt by the device's clock
     */
    public record Ask(
            UUID assignmentId,
            @Nullable String hospitalId,
            String reason,
            String deviceId,
            long seq,
            Instant askedAt,
            String by) {}

    private final OncePerPress presses;
    private final HospitalBoard hospitals;
    private final InstantSource clock;

    public AskDestination(IncidentLog log, HospitalBoard hospitals, InstantSource clock, ChangeBell bell) {
        this.presses = new OncePerPress(log, bell);
        this.hospitals = hospitals;
        this.clock = clock;
    }

    public Future<Outcome<Incident>> ask(Ask ask) {
        String wanted = ask.hospitalId();
        Future<Optional<Hospital>> found =
                wanted == null ? Future.succeededFuture(Optional.empty()) : hospitals.find(wanted);
        return found.compose(hospital -> wanted != null && hospital.isEmpty()
                ? Future.succeededFuture(Outcome.refused(RefusalCode.HOSPITAL_UNKNOWN, wanted))
                : presses.write(
                        new OncePerPress.Sender(ask.assignmentId(), ask.deviceId(), ask.seq()),
                        was -> was instanceof DestinationChangeAsked before && isTheSame(before, ask),
                        incident -> decide(
                                incident, ask, hospital.map(Hospital::name).orElse(null))));
    }

    private static boolean isTheSame(DestinationChangeAsked before, Ask ask) {
        return Objects.equals(before.hospitalId(), ask.hospitalId())
                && before.reason().equals(ask.reason());
    }

    private Outcome<IncidentEvent> decide(Incident incident, Ask ask, @Nullable String hospitalName) {
        Assignment assignment = incident.findAssignment(ask.assignmentId()).orElseThrow();
        AssignmentStatus status = assignment.status();
        if (!assignment.isActive() || status.compareTo(AssignmentStatus.AT_DESTINATION) >= 0) {
            return Outcome.refused(RefusalCode.NOT_NOW, status.name(), AssignmentLifecycle.namesAfter(status));
        }
        Instant now = clock.instant();
        return Outcome.done(new DestinationChangeAsked(
                ask.assignmentId(),
                ask.hospitalId(),
                hospitalName,
                ask.reason(),
                ask.askedAt().isAfter(now) ? now : ask.askedAt(), // a tablet's clock may run ahead
                ask.deviceId(),
                ask.seq(),
                now,
                ask.by()));
    }
}
