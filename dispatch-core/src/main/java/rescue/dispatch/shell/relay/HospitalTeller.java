package rescue.dispatch.shell.relay;

import io.vertx.core.Future;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import rescue.dispatch.assignment.Assignment;
import rescue.dispatch.incident.Incident;
import rescue.dispatch.port.IncidentLog;
import rescue.dispatch.port.PreArrivalNotices;
import rescue.dispatch.shell.postgres.DatabaseAway;
import rescue.dispatch.shell.postgres.Fencing;
import rescue.dispatch.shell.postgres.PgFeed;
import rescue.dispatch.shell.postgres.PgFeed.Change;
import rescue.dispatch.shell.postgres.PgParked;

/**
 * Sends pre-arrival notices as the log says them: to the destination of every unit that is on its way. In order, each until
 * it is told; one that cannot be told is set aside after a few tries, with an alarm, so that the others are.
 */
public final class HospitalTeller implements LogRelay.Teller {

    private static final String NAME = "hospitals";
    private static final int BATCH = 100;

    /** What changes who comes, or how hurt they are. */
    private static final Set<String> WORTH_TELLING = Set.of(
            "UnitAssigned",
            "DestinationChanged",
            "IncidentRevised",
            "AlertJoined",
            "UnitStatusRecorded",
            "PatientRecorded",
            "RouteChanged",
            "UnitCutOff");

    private static final Logger LOG = LoggerFactory.getLogger(HospitalTeller.class);

    private final PgFeed feed;
    private final IncidentLog log;
    private final PreArrivalNotices notices;
    private final PgParked parked;
    private final Fencing fencing;

    /**
     * A teller that begins where the last one stopped.
     *
     * @param fencing refuses to move on once another node tells; a notice itself may be sent twice, its version tells
     */
    public HospitalTeller(PgFeed feed, IncidentLog log, PreArrivalNotices notices, PgParked parked, Fencing fencing) {
        this.feed = feed;
        this.log = log;
        this.notices = notices;
        this.parked = parked;
        this.fencing = fencing;
    }

    @Override
    public Future<Void> tell() {
        return feed.position(NAME)
                .compose(position -> feed.listAfter(position, BATCH))
                .compose(this::tellEach);
    }

    /** In order; the position moves only over what was told or set aside, so that a failure is tried again. */
    private Future<Void> tellEach(List<Change> changes) {
        Future<Void> told = Future.succeededFuture();
        for (Change change : changes) {
            told = told.compose(before -> tell(change)).recover(failure -> parkIfHopeless(change, failure));
        }
        if (changes.isEmpty()) {
            return told;
        }
        long last = changes.get(changes.size() - 1).seq();
        return told.compose(done -> feed.movePosition(NAME, last, fencing))
                .compose(done -> changes.size() == BATCH ? tell() : Future.succeededFuture());
    }

    private Future<Void> parkIfHopeless(Change change, Throwable failure) {
        if (failure instanceof Behind || DatabaseAway.isMeantBy(failure)) {
            return Future.failedFuture(failure);
        }
        return parked.failed(NAME, change.seq(), String.valueOf(failure)).compose(isParked -> {
            if (isParked) {
                LOG.error(
                        "change {} of {} is set aside: no hospital is told of it",
                        change.seq(),
                        change.subject(),
                        failure);
                return Future.succeededFuture();
            }
            return Future.failedFuture(new Behind(change.seq(), failure));
        });
    }

    /** Those after it wait for its next try; it is counted once a round. */
    private static final class Behind extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Behind(long seq, Throwable cause) {
            super("change " + seq + " could not be told: " + cause.getMessage(), cause);
        }
    }

    private Future<Void> tell(Change change) {
        String event = change.eventType(); // null for what is no incident, such as a hospital's own report
        if (event == null || change.hospitalIds().isEmpty() || !WORTH_TELLING.contains(event)) {
            return Future.succeededFuture();
        }
        return log.find(UUID.fromString(change.subject())).compose(found -> {
            List<Future<Void>> notified = found.stream()
                    .flatMap(incident -> incident.activeAssignments().stream()
                            .filter(assignment -> assignment.hospitalId() != null)
                            .map(assignment -> notify(change, incident, assignment)))
                    .toList();
            return Future.all(notified).mapEmpty();
        });
    }

    private Future<Void> notify(Change change, Incident incident, Assignment assignment) {
        return notices.notify(PreArrivalNotices.Notice.about(incident, assignment))
                .compose(done -> feed.delivered(change.seq(), "hospital:" + assignment.hospitalId()))
                .onSuccess(done -> LOG.debug("{} told of {}", assignment.hospitalId(), incident.number()));
    }
}
