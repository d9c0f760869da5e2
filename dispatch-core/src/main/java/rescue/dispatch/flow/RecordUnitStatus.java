package rescue.dispatch.flow;

import io.vertx.core.Future;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import rescue.dispatch.assignment.Assignment;
import rescue.dispatch.assignment.AssignmentLifecycle;
import rescue.dispatch.assignment.AssignmentStatus;
import rescue.dispatch.incident.Incident;
import rescue.dispatch.incident.IncidentEvent;
import rescue.dispatch.incident.IncidentEvent.UnitStatusRecorded;
import rescue.dispatch.port.ChangeBell;
import rescue.dispatch.port.IncidentLog;

/**
 * The crew presses the one next button. A tablet that was out of coverage sends its presses late and perhaps twice: the
 * device's own number makes each count once.
 */
public final class RecordUnitStatus {

    /**
     * One press.
     *
     * @param seq counted by the device, 0 or more, never used twice
     * @param pressedAt by the device's clock
     * @param reason why, for a unit that is stood down; else null
     */
    public record Press(
            UUID assignmentId,
            AssignmentStatus status,
            String deviceId,
            long seq,
            Instant pressedAt,
            @Nullable String reason,
            String by) {}

    private final OncePerPress presses;
    private final KeepBedAgain keepBed;
    private final InstantSource clock;

    public RecordUnitStatus(IncidentLog log, InstantSource clock, ChangeBell bell) {
        this.presses = new OncePerPress(log, bell);
        this.keepBed = new KeepBedAgain(log, clock, bell);
        this.clock = clock;
    }

    public Future<Outcome<Incident>> record(Press press) {
        return presses.write(
                        new OncePerPress.Sender(press.assignmentId(), press.deviceId(), press.seq()),
                        was -> was.what().equals(press.status().name()),
                        incident -> decide(incident, press))
                .compose(outcome -> press.status() == AssignmentStatus.CANCELLED
                        ? outcome.fold(
                                incident -> keepBed.after(incident).map(Outcome::done),
                                refused -> Future.succeededFuture(outcome))
                        : Future.succeededFuture(outcome));
    }

    private Outcome<IncidentEvent> decide(Incident incident, Press press) {
        AssignmentStatus at = incident.findAssignment(press.assignmentId())
                .map(Assignment::status)
                .orElseThrow();
        if (!AssignmentLifecycle.allows(at, press.status())) {
            return Outcome.refused(RefusalCode.NOT_NOW, at.name(), AssignmentLifecycle.namesAfter(at));
        }
        Instant now = clock.instant();
        Instant pressedAt = press.pressedAt().isAfter(now) ? now : press.pressedAt(); // a tablet's clock may run ahead
        return Outcome.done(new UnitStatusRecorded(
                press.assignmentId(),
                press.status(),
                pressedAt,
                press.deviceId(),
                press.seq(),
                press.reason(),
                now,
                press.by()));
    }
}
