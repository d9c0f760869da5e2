package rescue.dispatch.flow;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import rescue.dispatch.incident.Incident;
import rescue.dispatch.incident.IncidentEvent;
import rescue.dispatch.port.Appended;
import rescue.dispatch.port.ChangeBell;
import rescue.dispatch.port.IncidentLog;
import rescue.dispatch.port.IncidentLog.Entry;

/** The round that most use cases share: load, decide, write down; if somebody was faster, again on what it is now. */
final class IncidentChange {

    private static final int ATTEMPTS = 3;

    private final IncidentLog log;
    private final ChangeBell bell;

    IncidentChange(IncidentLog log, ChangeBell bell) {
        this.log = log;
        this.bell = bell;
    }

    /**
     * Changes the incident with that id.
     *
     * @param decide the event, or the incident as it is when nothing needs to be written, or a refusal
     */
    Future<Outcome<Incident>> byId(UUID incidentId, Function<Incident, Outcome<Optional<IncidentEvent>>> decide) {
        return change(
                () -> log.find(incidentId),
                Outcome.refused(RefusalCode.INCIDENT_UNKNOWN, incidentId),
                decide,
                ATTEMPTS);
    }

    Future<Outcome<Incident>> byAssignment(
            UUID assignmentId, Function<Incident, Outcome<Optional<IncidentEvent>>> decide) {
        return change(
                () -> log.findByAssignment(assignmentId),
                Outcome.refused(RefusalCode.ASSIGNMENT_UNKNOWN, assignmentId),
                decide,
                ATTEMPTS);
    }

    private Future<Outcome<Incident>> change(
            java.util.function.Supplier<Future<Optional<Incident>>> load,
            Outcome<Incident> unknown,
            Function<Incident, Outcome<Optional<IncidentEvent>>> decide,
            int attemptsLeft) {
        return load.get().compose(found -> {
            if (found.isEmpty()) {
                return Future.succeededFuture(unknown);
            }
            Incident incident = found.get();
            return decide.apply(incident)
                    .fold(
                            event -> event.map(happened -> write(incident, happened)
                                            .compose(appended -> {
                                                if (appended instanceof Appended.Done) {
                                                    bell.ring();
                                                    return Future.succeededFuture(
                                                            Outcome.done(incident.after(happened)));
                                                }
                                                if (appended instanceof Appended.NoBed noBed) {
                                                    return Future.succeededFuture(Outcome.<Incident>refused(
                                                            RefusalCode.NO_BED, noBed.hospitalId()));
                                                }
                                                return attemptsLeft > 1
                                                        ? change(load, unknown, decide, attemptsLeft - 1)
                                                        : Future.succeededFuture(
                                                                Outcome.<Incident>refused(RefusalCode.TRY_AGAIN));
                                            }))
                                    .orElseGet(() -> Future.succeededFuture(Outcome.done(incident))),
                            refused -> Future.succeededFuture(refused.as()));
        });
    }

    private Future<Appended> write(Incident incident, IncidentEvent event) {
        return log.append(List.of(new Entry(incident.id(), incident.version(), event)));
    }
}
