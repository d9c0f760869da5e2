package rescue.dispatch.flow;

import io.vertx.core.Future;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import rescue.dispatch.hospital.PreArrivalAnswer;
import rescue.dispatch.incident.Incident;
import rescue.dispatch.incident.IncidentEvent;
import rescue.dispatch.incident.IncidentEvent.TransferAnswered;
import rescue.dispatch.port.ChangeBell;
import rescue.dispatch.port.IncidentLog;
import rescue.dispatch.transfer.Transfer;

/**
 * The hospital that is asked for a transfer says yes, yes if, or no. Once a unit is on its way to it the pre-arrival notice is
 * what is answered, as for every patient.
 */
public final class AnswerTransfer {

    private final IncidentChange change;
    private final InstantSource clock;

    public AnswerTransfer(IncidentLog log, InstantSource clock, ChangeBell bell) {
        this.change = new IncidentChange(log, bell);
        this.clock = clock;
    }

    /**
     * The incident as it stands after the answer.
     *
     * @param reason needed for a decline and for "accept if"
     */
    public Future<Outcome<Incident>> answer(
            String hospitalId, UUID incidentId, PreArrivalAnswer answer, @Nullable String reason, String by) {
        return change.byId(incidentId, incident -> decide(incident, hospitalId, answer, reason, by));
    }

    private Outcome<Optional<IncidentEvent>> decide(
            Incident incident, String hospitalId, PreArrivalAnswer answer, @Nullable String reason, String by) {
        Transfer transfer = incident.transfer();
        if (transfer == null) {
            return Outcome.refused(RefusalCode.TRANSFER_UNKNOWN);
        }
        if (answer.lacksReason(reason)) {
            return Outcome.refused(RefusalCode.REASON_MISSING);
        }
        if (!transfer.toId().equals(hospitalId)) {
            boolean pressedTwice =
                    answer == PreArrivalAnswer.DECLINE && transfer.declinedBy().contains(hospitalId);
            return pressedTwice ? Outcome.done(Optional.empty()) : Outcome.refused(RefusalCode.TRANSFER_UNKNOWN);
        }
        if (!incident.isOpen()) {
            return Outcome.refused(RefusalCode.INCIDENT_NOT_OPEN, incident.status());
        }
        if (answer == transfer.answer()) {
            return Outcome.done(Optional.empty());
        }
        if (!incident.activeAssignments().isEmpty()) {
            return Outcome.refused(RefusalCode.TRANSFER_UNDER_WAY, transfer.toName());
        }
        return Outcome.done(
                Optional.of(new TransferAnswered(hospitalId, transfer.toName(), answer, reason, clock.instant(), by)));
    }
}
