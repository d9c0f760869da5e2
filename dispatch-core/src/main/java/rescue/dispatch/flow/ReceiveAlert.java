package rescue.dispatch.flow;

import io.vertx.core.Future;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import rescue.dispatch.alert.Alert;
import rescue.dispatch.alert.AlertIntake;
import rescue.dispatch.alert.AlertKind;
import rescue.dispatch.alert.AlertSource;
import rescue.dispatch.alert.IntakeOutcome;
import rescue.dispatch.alert.PlaceFlag;
import rescue.dispatch.alert.Priority;
import rescue.dispatch.alert.PriorityRule;
import rescue.dispatch.alert.ToldPlace;
import rescue.dispatch.decision.Need;
import rescue.dispatch.decision.NeedAssessment;
import rescue.dispatch.incident.IncidentEvent;
import rescue.dispatch.incident.IncidentEvent.AlertJoined;
import rescue.dispatch.incident.IncidentEvent.IncidentOpened;
import rescue.dispatch.port.ChangeBell;
import rescue.dispatch.port.Ids;
import rescue.dispatch.port.IncidentLog;
import rescue.dispatch.port.IncidentLog.IdempotencyKey;
import rescue.dispatch.port.IncidentLog.NewIncident;
import rescue.dispatch.port.IncidentLog.Receipt;

/** Place it, write it down, acknowledge. Nobody is told from here: screens and crews are told from the log. */
public final class ReceiveAlert {

    /** An alert as it came in, before we give it an id, a time and a place on the map. */
    public record Told(
            AlertSource source,
            String kind,
            ToldPlace place,
            @Nullable Integer injured,
            @Nullable Integer dead,
            @Nullable Integer trapped,
            @Nullable String description,
            @Nullable String reporterPhone) {}

    /** The acknowledgement, and what is wrong with the place: the same for every try of one alert, as the body is. */
    public record Taken(Receipt receipt, Set<PlaceFlag> flags) {}

    private final IncidentLog log;
    private final Placing placing;
    private final Ids ids;
    private final InstantSource clock;
    private final ChangeBell bell;

    public ReceiveAlert(IncidentLog log, Placing placing, Ids ids, InstantSource clock, ChangeBell bell) {
        this.log = log;
        this.placing = placing;
        this.ids = ids;
        this.clock = clock;
        this.bell = bell;
    }

    /** Completes once the alert is durable. The same key again gives the same receipt. */
    public Future<Outcome<Taken>> receive(IdempotencyKey key, Told told, String by) {
        return receive(key, told, by, ids.next(), clock.instant());
    }

    /**
     * The same of an alert that was told a while ago and could not be entered then.
     *
     * @param id the one it was given then
     * @param receivedAt when it was told
     */
    public Future<Outcome<Taken>> receive(IdempotencyKey key, Told told, String by, UUID id, Instant receivedAt) {
        Alert alert = alert(told, id, receivedAt);
        return log.receive(
                        key,
                        alert,
                        around -> AlertIntake.decide(alert, around),
                        (outcome, ids) -> event(alert, outcome, ids, by))
                .map(received -> received.<Outcome<Taken>>fold(
                        accepted -> Outcome.done(
                                new Taken(accepted.receipt(), alert.placement().flags())),
                        reused -> Outcome.refused(RefusalCode.KEY_REUSED)))
                .onSuccess(done -> bell.ring());
    }

    /** What must still be asked about that place; needs nothing but the map. */
    public Set<PlaceFlag> flags(ToldPlace place) {
        return placing.place(place).flags();
    }

    private Alert alert(Told told, UUID id, Instant receivedAt) {
        AlertKind kind = AlertKind.orOther(told.kind());
        boolean unknownWord = kind == AlertKind.OTHER && !told.kind().equalsIgnoreCase(kind.name());
        return new Alert(
                id,
                told.source(),
                kind,
                unknownWord ? told.kind() : null,
                told.place(),
                placing.place(told.place()),
                told.injured(),
                told.dead(),
                told.trapped(),
                told.description(),
                told.reporterPhone(),
                receivedAt);
    }

    private static IncidentEvent event(Alert alert, IntakeOutcome outcome, NewIncident ids, String by) {
        Instant at = alert.receivedAt();
        Priority priority = PriorityRule.of(alert);
        Need needs = NeedAssessment.of(alert.kind(), priority, List.of(), alert.injured());
        return outcome.fold(
                joins -> new AlertJoined(alert, joins.distanceM(), priority, needs, at, by),
                opens -> new IncidentOpened(
                        ids.number(), ids.trackingCode(), alert, priority, needs, opens.perhapsTheSameAs(), at, by));
    }
}
