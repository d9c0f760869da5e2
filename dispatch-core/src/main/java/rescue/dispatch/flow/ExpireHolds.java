package rescue.dispatch.flow;

import io.vertx.core.Future;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import rescue.dispatch.incident.Incident;
import rescue.dispatch.incident.IncidentEvent;
import rescue.dispatch.incident.IncidentEvent.HoldExpired;
import rescue.dispatch.port.ChangeBell;
import rescue.dispatch.port.IncidentLog;
import rescue.dispatch.port.IncidentLog.ExpiredHold;

/**
 * Writes down that beds were given back because their time had run out. The database's clock has already freed them: this
 * only tells.
 */
public final class ExpireHolds {

    /** One round's worth; the next round is seconds away. */
    private static final int AT_ONCE = 100;

    private final IncidentLog log;
    private final IncidentChange change;
    private final InstantSource clock;

    public ExpireHolds(IncidentLog log, InstantSource clock, ChangeBell bell) {
        this.log = log;
        this.change = new IncidentChange(log, bell);
        this.clock = clock;
    }

    /** How many were written down. */
    public Future<Integer> sweep() {
        return log.listExpiredHolds(AT_ONCE).compose(expired -> {
            List<Future<Outcome<Incident>>> written =
                    expired.stream().map(this::expire).toList();
            return Future.join(written).map(expired.size());
        });
    }

    private Future<Outcome<Incident>> expire(ExpiredHold hold) {
        return change.byId(hold.incidentId(), incident -> Outcome.done(decide(incident, hold)));
    }

    /**
     * Nothing to write when the unit has arrived in time after all, or another bed is held by now; but who arrived when
     * the bed was already somebody else's must hear that. That the time is over has been
     * judged by the database's clock; ours may be an hour behind.
     */
    private Optional<IncidentEvent> decide(Incident incident, ExpiredHold hold) {
        return incident.findAssignment(hold.assignmentId())
                .filter(assignment -> hold.hospitalId().equals(assignment.hospitalId()))
                .map(assignment -> assignment.hold())
                .filter(held -> held.canExpire() || (hold.isGone() && held.isActive()))
                .filter(held -> isSame(held.expiresAt(), hold.until()))
                .map(held -> new HoldExpired(hold.assignmentId(), hold.hospitalId(), clock.instant(), "system"));
    }

    /** The database keeps millionths of a second. */
    private static boolean isSame(Instant one, Instant other) {
        return one.truncatedTo(ChronoUnit.MILLIS).equals(other.truncatedTo(ChronoUnit.MILLIS));
    }
}
