package rescue.dispatch.flow;

import io.vertx.core.Future;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import rescue.dispatch.incident.Incident;
import rescue.dispatch.incident.IncidentEvent;
import rescue.dispatch.incident.IncidentEvent.TransferBedKept;
import rescue.dispatch.port.ChangeBell;
import rescue.dispatch.port.IncidentLog;
import rescue.dispatch.transfer.Transfer;
import rescue.dispatch.transfer.TransferState;

/**
 * The unit that was to bring a transfer is stood down: the hospital that accepted keeps a bed again until the next one is
 * sent. Somebody may have had the bed in between, or in a crash nobody asked for it: then none is kept, and the word still
 * counts.
 */
final class KeepBedAgain {

    private final IncidentChange change;
    private final InstantSource clock;

    KeepBedAgain(IncidentLog log, InstantSource clock, ChangeBell bell) {
        this.change = new IncidentChange(log, bell);
        this.clock = clock;
    }

    /** The incident with the bed kept, or as it was. */
    Future<Incident> after(Incident standDown) {
        return keeps(standDown, clock.instant()).isEmpty()
                ? Future.succeededFuture(standDown)
                : keep(standDown.id())
                        .map(outcome -> outcome.fold(kept -> kept, noBed -> standDown))
                        .otherwise(standDown); // the stand-down is written; that much was asked for
    }

    private Future<Outcome<Incident>> keep(UUID incidentId) {
        return change.byId(incidentId, incident -> Outcome.done(keeps(incident, clock.instant())));
    }

    private static Optional<IncidentEvent> keeps(Incident incident, Instant now) {
        Transfer transfer = incident.transfer();
        if (transfer == null || !waitsForAUnit(incident, transfer)) {
            return Optional.empty();
        }
        return Optional.of(new TransferBedKept(
                transfer.toId(), transfer.toName(), transfer.request().bed(), now, "system"));
    }

    private static boolean waitsForAUnit(Incident incident, Transfer transfer) {
        return transfer.kept() == null
                && transfer.state() == TransferState.ACCEPTED
                && incident.isOpen()
                && incident.activeAssignments().isEmpty();
    }
}
