package rescue.hospital.notice;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsFirst;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import rescue.dispatch.incident.Incident;
import rescue.dispatch.port.HospitalBoard;
import rescue.dispatch.port.HospitalBoard.Incoming;
import rescue.dispatch.port.IncidentLog;
import rescue.hospital.notice.NoticeBook.Told;

/** Who is on the way to one hospital, from the log; and since when it has known. */
public final class IncomingList {

    /** More would be a disaster with another procedure; and a page that nobody can read. */
    private static final int LONGEST = 200;

    /** Who is here already first, then soonest first; who is cut off last, for nobody knows when he comes. */
    private static final Comparator<JsonObject> SOONEST_FIRST = comparing(
                    (JsonObject incoming) -> incoming.getBoolean("cutOff"))
            .thenComparing(incoming -> incoming.getInteger("etaS"), nullsFirst(naturalOrder()))
            .thenComparing(incoming -> incoming.getString("assignmentId"));

    private final HospitalBoard board;
    private final IncidentLog log;
    private final NoticeBook book;

    public IncomingList(HospitalBoard board, IncidentLog log, NoticeBook book) {
        this.board = board;
        this.log = log;
        this.book = book;
    }

    /** The notices as they are at {@code now}; all of them are seen from now on. */
    public Future<List<JsonObject>> list(String hospitalId, Instant now) {
        return board.listIncoming(hospitalId).compose(found -> {
            List<Incoming> coming = found.stream().limit(LONGEST).toList();
            List<Future<Incident>> incidents = coming.stream().map(this::load).toList();
            return Future.all(incidents)
                    .compose(loaded -> book.listAndMarkSeen(hospitalId))
                    .map(told -> IntStream.range(0, coming.size())
                            .mapToObj(i -> json(incidents.get(i).result(), coming.get(i), hospitalId, told, now))
                            .sorted(SOONEST_FIRST)
                            .toList());
        });
    }

    private Future<Incident> load(Incoming coming) {
        return log.find(coming.incidentId())
                .map(found -> found.orElseThrow(
                        () -> new IllegalStateException("on the board and not in the log: " + coming)));
    }

    private static JsonObject json(
            Incident incident, Incoming coming, String hospitalId, Map<UUID, Told> told, Instant now) {
        return IncomingJson.of(incident, coming.assignmentId(), hospitalId, told.get(coming.assignmentId()), now);
    }
}
