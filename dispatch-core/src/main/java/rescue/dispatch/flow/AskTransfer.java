package rescue.dispatch.flow;

import io.vertx.core.Future;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import rescue.dispatch.alert.Alert;
import rescue.dispatch.alert.AlertKind;
import rescue.dispatch.alert.AlertSource;
import rescue.dispatch.alert.IntakeOutcome.Opens;
import rescue.dispatch.alert.Patient;
import rescue.dispatch.alert.Placement;
import rescue.dispatch.alert.Priority;
import rescue.dispatch.alert.PriorityRule;
import rescue.dispatch.alert.ToldPlace;
import rescue.dispatch.alert.TransferPaper;
import rescue.dispatch.alert.TransferRequest;
import rescue.dispatch.decision.Need;
import rescue.dispatch.hospital.BedKind;
import rescue.dispatch.hospital.Hospital;
import rescue.dispatch.hospital.Service;
import rescue.dispatch.incident.Incident;
import rescue.dispatch.incident.IncidentEvent;
import rescue.dispatch.incident.IncidentEvent.IncidentOpened;
import rescue.dispatch.incident.IncidentEvent.TransferAskedAgain;
import rescue.dispatch.port.ChangeBell;
import rescue.dispatch.port.HospitalBoard;
import rescue.dispatch.port.Ids;
import rescue.dispatch.port.IncidentLog;
import rescue.dispatch.port.IncidentLog.IdempotencyKey;
import rescue.dispatch.port.IncidentLog.NewIncident;
import rescue.dispatch.transfer.Transfer;
import rescue.dispatch.transfer.TransferState;
import rescue.dispatch.unit.Capability;

/**
 * A hospital asks that a patient of its own go on to another: an incident of its own, that joins no other, with an alarm at
 * the desk like any. The hospital that is asked answers first; then the desk sends a unit as always.
 */
public final class AskTransfer {

    /**
     * What the ward asks for.
     *
     * @param toId the hospital that it would have; the list of {@link SuggestReceivers} says who can
     */
    public record Wish(
            String fromId,
            String toId,
            Patient patient,
            BedKind bed,
            Set<Service> services,
            @Nullable TransferPaper paper) {}

    private final IncidentLog log;
    private final HospitalBoard hospitals;
    private final Function<ToldPlace, Placement> placing;
    private final Ids ids;
    private final InstantSource clock;
    private final ChangeBell bell;
    private final IncidentChange change;

    /** @param placing finds a told place on the map */
    public AskTransfer(
            IncidentLog log,
            HospitalBoard hospitals,
            Function<ToldPlace, Placement> placing,
            Ids ids,
            InstantSource clock,
            ChangeBell bell) {
        this.log = log;
        this.hospitals = hospitals;
        this.placing = placing;
        this.ids = ids;
        this.clock = clock;
        this.bell = bell;
        this.change = new IncidentChange(log, bell);
    }

    /** Completes once it is durable. The same key again is the same transfer. */
    public Future<Outcome<Incident>> ask(IdempotencyKey key, Wish wish, String by) {
        if (wish.toId.equals(wish.fromId)) {
            return Future.succeededFuture(Outcome.refused(RefusalCode.TRANSFER_TO_ITSELF));
        }
        return Future.all(hospitals.find(wish.fromId), hospitals.find(wish.toId))
                .compose(both -> {
                    Optional<Hospital> from = both.resultAt(0);
                    Optional<Hospital> to = both.resultAt(1);
                    if (from.isEmpty() || to.isEmpty()) {
                        return Future.succeededFuture(Outcome.refused(
                                RefusalCode.HOSPITAL_UNKNOWN, from.isEmpty() ? wish.fromId : wish.toId));
                    }
                    return open(key, wish, from.get(), to.get(), by);
                });
    }

    private Future<Outcome<Incident>> open(IdempotencyKey key, Wish wish, Hospital from, Hospital to, String by) {
        Instant now = clock.instant();
        ToldPlace told = new ToldPlace(from.at().lat(), from.at().lon(), null, null, null, from.name());
        var request = new TransferRequest(
                from.id(), from.name(), to.id(), to.name(), wish.patient, wish.bed, wish.services, wish.paper);
        Alert alert = new Alert(
                ids.next(),
                AlertSource.HOSPITAL,
                AlertKind.MEDICAL,
                null,
                told,
                placing.apply(told),
                1,
                null,
                null,
                wish.patient.note(),
                from.phone(),
                now,
                request);
        return log.receive(
                        key,
                        alert,
                        around -> new Opens(List.of()),
                        (outcome, fresh) -> opened(alert, request, fresh, by))
                .compose(received -> received.fold(
                        accepted -> log.find(accepted.receipt().incidentId())
                                .map(found -> found.<Outcome<Incident>>map(Outcome::done)
                                        .orElseGet(() -> Outcome.refused(RefusalCode.TRY_AGAIN))),
                        reused -> Future.succeededFuture(Outcome.<Incident>refused(RefusalCode.KEY_REUSED))))
                .onSuccess(done -> bell.ring());
    }

    /** What the ward asks for replaces what a caller's words would let us guess. */
    private static IncidentEvent opened(Alert alert, TransferRequest request, NewIncident fresh, String by) {
        Priority priority = PriorityRule.of(List.of(request.patient()));
        var capability = priority == Priority.P1 ? Capability.ALS : Capability.BLS;
        return new IncidentOpened(
                fresh.number(),
                fresh.trackingCode(),
                alert,
                priority,
                new Need(Set.of(capability), request.services(), request.bed()),
                List.of(),
                alert.receivedAt(),
                by);
    }

    /** Another hospital is asked, as long as nobody drives. */
    public Future<Outcome<Incident>> askAgain(String fromId, UUID incidentId, String toId, String by) {
        return hospitals
                .find(toId)
                .compose(found -> found.map(
                                to -> change.byId(incidentId, incident -> decideAgain(incident, fromId, to, by)))
                        .orElseGet(() -> Future.succeededFuture(Outcome.refused(RefusalCode.HOSPITAL_UNKNOWN, toId))));
    }

    private Outcome<Optional<IncidentEvent>> decideAgain(Incident incident, String fromId, Hospital to, String by) {
        Transfer transfer = incident.transfer();
        if (transfer == null || !transfer.request().fromId().equals(fromId)) {
            return Outcome.refused(RefusalCode.TRANSFER_UNKNOWN);
        }
        if (to.id().equals(fromId)) {
            return Outcome.refused(RefusalCode.TRANSFER_TO_ITSELF);
        }
        if (!incident.isOpen()) {
            return Outcome.refused(RefusalCode.INCIDENT_NOT_OPEN, incident.status());
        }
        if (!incident.activeAssignments().isEmpty()) {
            return Outcome.refused(RefusalCode.TRANSFER_UNDER_WAY, transfer.toName());
        }
        if (to.id().equals(transfer.toId()) && transfer.state() != TransferState.DECLINED) {
            return Outcome.done(Optional.empty()); // pressed twice
        }
        return Outcome.done(Optional.of(new TransferAskedAgain(to.id(), to.name(), clock.instant(), by)));
    }
}
