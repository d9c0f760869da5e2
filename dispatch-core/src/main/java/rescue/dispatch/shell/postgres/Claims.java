package rescue.dispatch.shell.postgres;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import rescue.dispatch.assignment.AssignmentStatus;
import rescue.dispatch.hospital.BedKind;
import rescue.dispatch.hospital.HoldState;
import rescue.dispatch.hospital.PreArrivalAnswer;
import rescue.dispatch.incident.DevicePress;
import rescue.dispatch.incident.IncidentEvent;
import rescue.dispatch.incident.IncidentEvent.DestinationChanged;
import rescue.dispatch.incident.IncidentEvent.HoldExpired;
import rescue.dispatch.incident.IncidentEvent.IncidentClosed;
import rescue.dispatch.incident.IncidentEvent.MergedInto;
import rescue.dispatch.incident.IncidentEvent.PreArrivalAnswered;
import rescue.dispatch.incident.IncidentEvent.TransferAnswered;
import rescue.dispatch.incident.IncidentEvent.TransferAskedAgain;
import rescue.dispatch.incident.IncidentEvent.TransferBedKept;
import rescue.dispatch.incident.IncidentEvent.UnitAssigned;
import rescue.dispatch.incident.IncidentEvent.UnitStatusRecorded;

/** What an event claims or gives back: the unit, the device's press, the bed. Same transaction as the event. */
final class Claims {

    /** The partial unique index on active assignments is the rule "one unit, one assignment". */
    private static final String CLAIM_UNIT = """
            INSERT INTO assignment (id, incident_id, unit_id, hospital_id, status, active, notified_at)
            VALUES ($1, $2, $3, $4, $5, true, $6)
            """;

    private static final String RECORD_PRESS = """
            WITH pressed AS (
                INSERT INTO press (device_id, seq, assignment_id, status)
                VALUES ($1, $2, $3, $4))
            UPDATE assignment
            SET status = $4, active = $5
            WHERE id = $3
            """;

    private static final String NOTE_PRESS = """
            INSERT INTO press (device_id, seq, assignment_id, status)
            VALUES ($1, $2, $3, $4)
            """;

    private static final String SET_DESTINATION = """
            UPDATE assignment
            SET hospital_id = $2
            WHERE id = $1
            """;

    private final SqlConnection tx;
    private final BedHolds beds;
    private final TransferRows transfers;

    Claims(SqlConnection tx) {
        this.tx = tx;
        this.beds = new BedHolds(tx);
        this.transfers = new TransferRows(tx);
    }

    Future<Void> make(UUID incidentId, IncidentEvent event) {
        if (event instanceof UnitAssigned assigned) {
            return claimUnit(incidentId, assigned)
                    .compose(done -> decided(incidentId))
                    .compose(done -> beds.hold(assigned.assignmentId(), assigned.hospitalId(), assigned.hold()));
        }
        if (event instanceof UnitStatusRecorded recorded) {
            return recordPress(recorded).compose(done -> moveHold(recorded));
        }
        if (event instanceof DevicePress press) {
            return notePress(press);
        }
        if (event instanceof PreArrivalAnswered answered) {
            return answer(answered);
        }
        if (event instanceof DestinationChanged changed) {
            return beds.end(changed.assignmentId(), HoldState.RELEASED)
                    .compose(done -> PgSoftHolds.over(tx, incidentId))
                    .compose(done -> setDestination(changed.assignmentId(), changed.hospitalId()))
                    .compose(done -> beds.hold(changed.assignmentId(), changed.hospitalId(), changed.hold()));
        }
        if (event instanceof TransferAnswered answered) { // whoever declined may think better of it, and sees it again
            boolean declined = answered.answer() == PreArrivalAnswer.DECLINE;
            return transfers
                    .keepNone(incidentId)
                    .compose(done -> transfers.goesTo(incidentId, declined ? null : answered.hospitalId()))
                    .compose(done -> keep(incidentId, answered.hospitalId(), answered.kept()));
        }
        if (event instanceof TransferBedKept again) {
            return transfers.keepNone(incidentId).compose(done -> keep(incidentId, again.hospitalId(), again.kept()));
        }
        if (event instanceof TransferAskedAgain asked) {
            return transfers.keepNone(incidentId).compose(done -> transfers.goesTo(incidentId, asked.hospitalId()));
        }
        if (event instanceof HoldExpired expired) {
            return beds.end(expired.assignmentId(), HoldState.EXPIRED);
        }
        if (event instanceof IncidentClosed || event instanceof MergedInto) {
            return decided(incidentId);
        }
        return Future.succeededFuture();
    }

    /** What was kept until a unit is sent, or nobody needs one, is kept no longer. One after the other on the wire, answered at once. */
    private Future<Void> decided(UUID incidentId) {
        return Future.all(transfers.keepNone(incidentId), PgSoftHolds.over(tx, incidentId))
                .mapEmpty();
    }

    private Future<Void> claimUnit(UUID incidentId, UnitAssigned event) {
        return tx.preparedQuery(CLAIM_UNIT)
                .execute(Tuple.of(
                        event.assignmentId(),
                        incidentId,
                        event.unitId(),
                        event.hospitalId(),
                        AssignmentStatus.NOTIFIED.name(),
                        event.at().atOffset(ZoneOffset.UTC)))
                .mapEmpty();
    }

    private Future<Void> recordPress(UnitStatusRecorded event) {
        return tx.preparedQuery(RECORD_PRESS)
                .execute(Tuple.of(
                        event.deviceId(),
                        event.seq(),
                        event.assignmentId(),
                        event.status().name(),
                        !event.status().isOver()))
                .mapEmpty();
    }

    private Future<Void> notePress(DevicePress press) {
        return tx.preparedQuery(NOTE_PRESS)
                .execute(Tuple.of(press.deviceId(), press.seq(), press.assignmentId(), press.what()))
                .mapEmpty();
    }

    private Future<Void> moveHold(UnitStatusRecorded event) {
        return switch (event.status()) {
            case AT_DESTINATION -> beds.move(event.assignmentId(), HoldState.ARRIVED);
            case HANDED_OVER -> beds.end(event.assignmentId(), HoldState.OCCUPIED);
            case IN_SERVICE, CANCELLED -> beds.end(event.assignmentId(), HoldState.RELEASED);
            case NOTIFIED, ACKNOWLEDGED, EN_ROUTE, ON_SCENE, AT_PATIENT, LEFT_SCENE -> Future.succeededFuture();
        };
    }

    private Future<Void> answer(PreArrivalAnswered event) {
        return event.answer() == PreArrivalAnswer.DECLINE
                ? beds.end(event.assignmentId(), HoldState.REFUSED)
                        .compose(done -> setDestination(event.assignmentId(), null))
                : beds.move(event.assignmentId(), HoldState.CONFIRMED);
    }

    private Future<Void> keep(UUID incidentId, String hospitalId, @Nullable BedKind bed) {
        return bed == null
                ? Future.succeededFuture()
                : beds.take(hospitalId, bed).compose(taken -> transfers.keep(incidentId, bed));
    }

    private Future<Void> setDestination(UUID assignmentId, @Nullable String hospitalId) {
        return tx.preparedQuery(SET_DESTINATION)
                .execute(Tuple.of(assignmentId, hospitalId))
                .mapEmpty();
    }
}
