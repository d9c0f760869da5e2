package rescue.dispatch.flow;

import io.vertx.core.Future;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import rescue.dispatch.hospital.BedKind;
import rescue.dispatch.hospital.Hospital;
import rescue.dispatch.hospital.PreArrivalAnswer;
import rescue.dispatch.incident.Incident;
import rescue.dispatch.incident.IncidentEvent;
import rescue.dispatch.incident.IncidentEvent.TransferAnswered;
import rescue.dispatch.port.ChangeBell;
import rescue.dispatch.port.HospitalBoard;
import rescue.dispatch.port.IncidentLog;
import rescue.dispatch.transfer.Transfer;

/**
 * The hospital that is asked for a transfer says yes, yes if, or no. Once a unit is on its way to it the pre-arrival notice is
 * what is answered, as for every patient.
 */
public final class AnswerTransfer {

    /** Between reading the board and writing the answer another may have taken the last bed; then none is kept. */
    private static final int ATTEMPTS = 3;

    private final IncidentChange change;
    private final HospitalBoard hospitals;
    private final InstantSource clock;

    public AnswerTransfer(IncidentLog log, HospitalBoard hospitals, InstantSource clock, ChangeBell bell) {
        this.hospitals = hospitals;
        this.change = new IncidentChange(log, bell);
        this.clock = clock;
    }

    /**
     * The incident as it stands after the answer. Whoever accepts keeps a bed of the kind asked for, if one is free; if none
     * is, the word counts all the same.
     *
     * @param reason needed for a decline and for "accept if"
     */
    public Future<Outcome<Incident>> answer(
            String hospitalId, UUID incidentId, PreArrivalAnswer answer, @Nullable String reason, String by) {
        return answer(hospitalId, incidentId, new Answer(answer, reason, by), ATTEMPTS);
    }

    private record Answer(PreArrivalAnswer said, @Nullable String reason, String by) {}

    private Future<Outcome<Incident>> answer(String hospitalId, UUID incidentId, Answer answer, int attemptsLeft) {
        return hospitals
                .find(hospitalId)
                .compose(house -> change.byId(incidentId, incident -> decide(incident, hospitalId, house, answer)))
                .compose(outcome -> outcome.fold(
                        done -> Future.succeededFuture(outcome),
                        refused -> refused.code() == RefusalCode.NO_BED && attemptsLeft > 1
                                ? answer(hospitalId, incidentId, answer, attemptsLeft - 1)
                                : Future.succeededFuture(outcome)));
    }

    private Outcome<Optional<IncidentEvent>> decide(
            Incident incident, String hospitalId, Optional<Hospital> house, Answer answer) {
        Transfer transfer = incident.transfer();
        if (transfer == null) {
            return Outcome.refused(RefusalCode.TRANSFER_UNKNOWN);
        }
        if (answer.said.lacksReason(answer.reason)) {
            return Outcome.refused(RefusalCode.REASON_MISSING);
        }
        if (!transfer.toId().equals(hospitalId)) {
            boolean pressedTwice = answer.said == PreArrivalAnswer.DECLINE
                    && transfer.declinedBy().contains(hospitalId);
            return pressedTwice ? Outcome.done(Optional.empty()) : Outcome.refused(RefusalCode.TRANSFER_UNKNOWN);
        }
        if (!incident.isOpen()) {
            return Outcome.refused(RefusalCode.INCIDENT_NOT_OPEN, incident.status());
        }
        if (answer.said == transfer.answer()) {
            return Outcome.done(Optional.empty());
        }
        if (!incident.activeAssignments().isEmpty()) {
            return Outcome.refused(RefusalCode.TRANSFER_UNDER_WAY, transfer.toName());
        }
        return Outcome.done(Optional.of(new TransferAnswered(
                hospitalId,
                transfer.toName(),
                answer.said,
                answer.reason,
                bedToKeep(transfer, house, answer.said),
                clock.instant(),
                answer.by)));
    }

    /** A second yes keeps what the first one kept. */
    private static @Nullable BedKind bedToKeep(Transfer transfer, Optional<Hospital> house, PreArrivalAnswer said) {
        BedKind bed = transfer.request().bed();
        boolean free = house.map(each -> LookAround.withBedKept(transfer, each))
                .filter(each -> each.capacity().hasFree(bed))
                .isPresent();
        return said != PreArrivalAnswer.DECLINE && free ? bed : null;
    }
}
