package rescue.dispatch.flow;

import io.vertx.core.Future;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import rescue.dispatch.alert.Alert;
import rescue.dispatch.alert.AlertSource;
import rescue.dispatch.alert.Placement;
import rescue.dispatch.alert.Priority;
import rescue.dispatch.alert.PriorityRule;
import rescue.dispatch.alert.ToldPlace;
import rescue.dispatch.decision.Need;
import rescue.dispatch.decision.NeedAssessment;
import rescue.dispatch.incident.Incident;
import rescue.dispatch.incident.IncidentEvent.AlertJoined;
import rescue.dispatch.port.ChangeBell;
import rescue.dispatch.port.Ids;
import rescue.dispatch.port.IncidentLog;
import rescue.dispatch.port.IncidentLog.IdempotencyKey;

/**
 * Whoever reported has more to say: one more alert about the same incident, without a place of its own. As any alert it may
 * make the incident more urgent, never less.
 */
public final class AddToAlert {

    /** The incident was closed, merged or un-merged under our hands this often: a human looks. */
    private static final int ATTEMPTS = 3;

    /** What is new; null for what was not said. */
    public record Addition(
            @Nullable Integer injured,
            @Nullable Integer dead,
            @Nullable Integer trapped,
            @Nullable String description,
            @Nullable String reporterPhone) {

        public boolean isEmpty() {
            return injured == null && dead == null && trapped == null && description == null && reporterPhone == null;
        }
    }

    private final IncidentLog log;
    private final TrackAlert track;
    private final Ids ids;
    private final InstantSource clock;
    private final ChangeBell bell;

    public AddToAlert(IncidentLog log, Ids ids, InstantSource clock, ChangeBell bell) {
        this.log = log;
        this.track = new TrackAlert(log);
        this.ids = ids;
        this.clock = clock;
        this.bell = bell;
    }

    /** The incident with what was added. The same key again adds nothing. */
    public Future<Outcome<Incident>> add(String trackingCode, IdempotencyKey key, Addition addition, String by) {
        return add(new Told(trackingCode, key, addition, by), ATTEMPTS);
    }

    private Future<Outcome<Incident>> add(Told told, int attemptsLeft) {
        return track.find(told.trackingCode)
                .compose(found -> found.map(incident -> join(told, incident, attemptsLeft))
                        .orElseGet(() -> Future.succeededFuture(
                                Outcome.refused(RefusalCode.TRACKING_CODE_UNKNOWN, told.trackingCode))));
    }

    private Future<Outcome<Incident>> join(Told told, Incident incident, int attemptsLeft) {
        AlertJoined event = event(told, incident);
        return log.join(told.key, event.alert(), incident.id(), event).compose(joined -> {
            if (joined.isEmpty()) {
                return incident.isOpen() && attemptsLeft > 1
                        ? add(told, attemptsLeft - 1) // closed or merged since we looked
                        : Future.succeededFuture(Outcome.refused(RefusalCode.ALERT_CLOSED));
            }
            return joined.get()
                    .fold(
                            accepted -> done(told),
                            reused -> Future.succeededFuture(Outcome.refused(RefusalCode.KEY_REUSED)));
        });
    }

    private Future<Outcome<Incident>> done(Told told) {
        bell.ring();
        return track.find(told.trackingCode).map(Optional::orElseThrow).map(Outcome::done);
    }

    private AlertJoined event(Told told, Incident incident) {
        Instant now = clock.instant();
        Alert first = incident.firstAlert();
        Addition more = told.addition;
        var alert = new Alert(
                ids.next(),
                AlertSource.APP,
                first.kind(),
                first.kindTold(),
                ToldPlace.NONE,
                new Placement(null, Set.of()),
                more.injured(),
                more.dead(),
                more.trapped(),
                more.description(),
                more.reporterPhone(),
                now);
        Priority priority = PriorityRule.of(alert);
        Need needs = NeedAssessment.of(alert.kind(), priority, List.of(), alert.injured());
        return new AlertJoined(alert, 0, priority, needs, now, told.by);
    }

    private record Told(String trackingCode, IdempotencyKey key, Addition addition, String by) {}
}
