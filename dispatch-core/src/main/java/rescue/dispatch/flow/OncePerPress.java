package rescue.dispatch.flow;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import rescue.dispatch.incident.DevicePress;
import rescue.dispatch.incident.Incident;
import rescue.dispatch.incident.IncidentEvent;
import rescue.dispatch.port.Appended;
import rescue.dispatch.port.ChangeBell;
import rescue.dispatch.port.IncidentLog;
import rescue.dispatch.port.IncidentLog.Entry;

/**
 * The round of everything that a device in the field sends: load, decide, write down, once for each of its numbers. A
 * tablet that was out of coverage sends late and perhaps twice; the second time changes nothing and is answered as the
 * first.
 */
final class OncePerPress {

    private static final int ATTEMPTS = 3;

    /** Which device sent it for which assignment, under which of its numbers. */
    record Sender(UUID assignmentId, String deviceId, long seq) {}

    private final IncidentLog log;
    private final ChangeBell bell;

    OncePerPress(IncidentLog log, ChangeBell bell) {
        this.log = log;
        this.bell = bell;
    }

    /**
     * The incident after the press.
     *
     * @param isTheSame whether that earlier press of the same number said the same; if not, this one is refused
     * @param decide the event, or a refusal
     */
    Future<Outcome<Incident>> write(
            Sender sender, Predicate<DevicePress> isTheSame, Function<Incident, Outcome<IncidentEvent>> decide) {
        return write(new Round(sender, isTheSame, decide), ATTEMPTS);
    }

    private Future<Outcome<Incident>> write(Round round, int attemptsLeft) {
        return log.findByAssignment(round.sender.assignmentId)
                .compose(found -> found.map(incident -> write(round, incident, attemptsLeft))
                        .orElseGet(() -> Future.succeededFuture(
                                Outcome.refused(RefusalCode.ASSIGNMENT_UNKNOWN, round.sender.assignmentId))));
    }

    private Future<Outcome<Incident>> write(Round round, Incident incident, int attemptsLeft) {
        Optional<DevicePress> before = incident.findPress(round.sender.deviceId, round.sender.seq);
        if (before.isPresent()) {
            DevicePress was = before.get();
            boolean same = was.assignmentId().equals(round.sender.assignmentId) && round.isTheSame.test(was);
            return Future.succeededFuture(
                    same ? Outcome.done(incident) : Outcome.refused(RefusalCode.PRESS_REUSED, was.what()));
        }
        return round.decide
                .apply(incident)
                .fold(
                        event -> append(round, incident, event, attemptsLeft),
                        refused -> Future.succeededFuture(refused.as()));
    }

    private Future<Outcome<Incident>> append(Round round, Incident incident, IncidentEvent event, int attemptsLeft) {
        return log.append(List.of(new Entry(incident.id(), incident.version(), event)))
                .compose(appended -> {
                    if (appended instanceof Appended.Done) {
                        bell.ring();
                        return Future.succeededFuture(Outcome.done(incident.after(event)));
                    }
                    return appended instanceof Appended.PressRepeated
                            ? repeated(round, attemptsLeft)
                            : again(round, attemptsLeft);
                });
    }

    /** Sent twice at one moment, it is in this incident by now; else its number was used for another one. */
    private Future<Outcome<Incident>> repeated(Round round, int attemptsLeft) {
        return log.findPress(round.sender.deviceId, round.sender.seq).compose(found -> {
            boolean elsewhere = found.isPresent() && !found.get().assignmentId().equals(round.sender.assignmentId);
            return elsewhere
                    ? Future.succeededFuture(Outcome.refused(
                            RefusalCode.PRESS_REUSED, found.get().what()))
                    : again(round, attemptsLeft);
        });
    }

    private Future<Outcome<Incident>> again(Round round, int attemptsLeft) {
        return attemptsLeft > 1
                ? write(round, attemptsLeft - 1)
                : Future.succeededFuture(Outcome.refused(RefusalCode.TRY_AGAIN));
    }

    private record Round(
            Sender sender, Predicate<DevicePress> isTheSame, Function<Incident, Outcome<IncidentEvent>> decide) {}
}
