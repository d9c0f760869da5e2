package rescue.dispatch.flow;

import io.vertx.core.Future;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import rescue.dispatch.assignment.Assignment;
import rescue.dispatch.assignment.AssignmentLifecycle;
import rescue.dispatch.assignment.AssignmentStatus;
import rescue.dispatch.flow.Outcome.Refused;
import rescue.dispatch.incident.Incident;
import rescue.dispatch.incident.IncidentEvent;
import rescue.dispatch.incident.IncidentEvent.UnitStatusRecorded;
import rescue.dispatch.port.Appended;
import rescue.dispatch.port.ChangeBell;
import rescue.dispatch.port.IncidentLog;
import rescue.dispatch.port.IncidentLog.Entry;
import rescue.dispatch.port.IncidentLog.RecordedPress;

/**
 * The crew presses the one next button. A tablet that was out of coverage sends its presses late and perhaps twice: the
 * device's own number makes each count once.
 */
public final class RecordUnitStatus {

    private static final int ATTEMPTS = 3;

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

    private final IncidentLog log;
    private final InstantSource clock;
    private final ChangeBell bell;

    public RecordUnitStatus(IncidentLog log, InstantSource clock, ChangeBell bell) {
        this.log = log;
        this.clock = clock;
        this.bell = bell;
    }

    public Future<Outcome<Incident>> record(Press press) {
        return record(press, ATTEMPTS);
    }

    private Future<Outcome<Incident>> record(Press press, int attemptsLeft) {
        return log.findByAssignment(press.assignmentId()).compose(found -> {
            if (found.isEmpty()) {
                return Future.succeededFuture(Outcome.refused(RefusalCode.ASSIGNMENT_UNKNOWN, press.assignmentId()));
            }
            Incident incident = found.get();
            Optional<UnitStatusRecorded> before = pressedBefore(incident, press);
            if (before.isPresent()) {
                return Future.succeededFuture(sameAgain(
                        incident,
                        press,
                        before.get().assignmentId(),
                        before.get().status()));
            }
            Optional<Refused<Incident>> notNow = notNow(incident, press);
            return notNow.isPresent() ? Future.succeededFuture(notNow.get()) : write(press, incident, attemptsLeft);
        });
    }

    private Future<Outcome<Incident>> write(Press press, Incident incident, int attemptsLeft) {
        Instant now = clock.instant();
        Instant pressedAt = press.pressedAt().isAfter(now) ? now : press.pressedAt(); // a tablet's clock may run ahead
        IncidentEvent event = new UnitStatusRecorded(
                press.assignmentId(),
                press.status(),
                pressedAt,
                press.deviceId(),
                press.seq(),
                press.reason(),
                now,
                press.by());
        return log.append(List.of(new Entry(incident.id(), incident.version(), event)))
                .compose(appended -> {
                    if (appended instanceof Appended.Done) {
                        bell.ring();
                        return Future.succeededFuture(Outcome.done(incident.after(event)));
                    }
                    if (appended instanceof Appended.PressRepeated) {
                        return log.findPress(press.deviceId(), press.seq())
                                .map(found -> found.map(was -> sameAgain(incident, press, was))
                                        .orElseGet(() -> Outcome.refused(RefusalCode.TRY_AGAIN)));
                    }
                    return attemptsLeft > 1
                            ? record(press, attemptsLeft - 1)
                            : Future.succeededFuture(Outcome.refused(RefusalCode.TRY_AGAIN));
                });
    }

    private static Optional<UnitStatusRecorded> pressedBefore(Incident incident, Press press) {
        return incident.timeline().stream()
                .map(entry -> entry.event())
                .filter(UnitStatusRecorded.class::isInstance)
                .map(UnitStatusRecorded.class::cast)
                .filter(was -> was.deviceId().equals(press.deviceId()) && was.seq() == press.seq())
                .findFirst();
    }

    private static Outcome<Incident> sameAgain(Incident incident, Press press, RecordedPress was) {
        return sameAgain(incident, press, was.assignmentId(), AssignmentStatus.valueOf(was.status()));
    }

    private static Outcome<Incident> sameAgain(
            Incident incident, Press press, UUID assignmentId, AssignmentStatus status) {
        boolean same = assignmentId.equals(press.assignmentId()) && status == press.status();
        return same ? Outcome.done(incident) : Outcome.refused(RefusalCode.PRESS_REUSED, status);
    }

    private static Optional<Refused<Incident>> notNow(Incident incident, Press press) {
        AssignmentStatus now = incident.findAssignment(press.assignmentId())
                .map(Assignment::status)
                .orElseThrow();
        if (AssignmentLifecycle.allows(now, press.status())) {
            return Optional.empty();
        }
        String allowed = String.join(
                ", ",
                AssignmentLifecycle.allowedAfter(now).stream().map(Enum::name).toList());
        return Optional.of(new Refused<>(RefusalCode.NOT_NOW, List.of(now.name(), allowed), null));
    }
}
