package rescue.hospital.notice;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsFirst;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import rescue.dispatch.flow.Outcome;
import rescue.dispatch.flow.RefusalCode;
import rescue.dispatch.incident.Incident;
import rescue.dispatch.port.HospitalBoard;
import rescue.dispatch.port.HospitalBoard.Incoming;
import rescue.dispatch.port.IncidentLog;
import rescue.dispatch.port.PreArrivalNotices.Notice;
import rescue.hospital.notice.NoticeBook.Told;

/** Who is on the way to one hospital, from the log; since when it has known; and who was announced and does not come. */
public final class IncomingList {

    /** More would be a disaster with another procedure; and a page that nobody can read. */
    private static final int LONGEST = 200;

    /** A whole shift: whoever expected that patient has gone home. */
    private static final Duration GONE_SHOWN_FOR = Duration.ofHours(12);

    /** Nobody is on the way for longer. */
    private static final Duration ANNOUNCED_WITHIN = Duration.ofDays(1);

    /** Of those announced lately and not coming, so many are looked up; each costs a reading of its incident. */
    private static final int GONE_LOOKED_UP = 50;

    /** Who is here already first, then soonest first; who is cut off last, for nobody knows when he comes. */
    private static final Comparator<JsonObject> SOONEST_FIRST = comparing(
                    (JsonObject incoming) -> incoming.getBoolean("cutOff"))
            .thenComparing(incoming -> incoming.getInteger("etaS"), nullsFirst(naturalOrder()))
            .thenComparing(incoming -> incoming.getString("assignmentId"));

    private static final Comparator<JsonObject> LATEST_FIRST =
            comparing((JsonObject gone) -> gone.getString("at")).reversed();

    private final HospitalBoard board;
    private final IncidentLog log;
    private final NoticeBook book;

    public IncomingList(HospitalBoard board, IncidentLog log, NoticeBook book) {
        this.board = board;
        this.log = log;
        this.book = book;
    }

    /** The same for that hospital alone, whichever is asked for; patients are read of those lists only. */
    public IncomingList seenBy(String hospitalId) {
        return new IncomingList(board.seenBy(hospitalId), log, book.seenBy(hospitalId));
    }

    /** Whether that unit is under way to that hospital, as far as it may see that. */
    public Future<Boolean> isComing(String hospitalId, UUID assignmentId) {
        return board.listIncoming(hospitalId)
                .map(all -> all.stream().anyMatch(each -> each.assignmentId().equals(assignmentId)));
    }

    /** The list as it is at {@code now}. Asking for it is not seeing it: a page asks by itself, also in an empty room. */
    public Future<JsonObject> list(String hospitalId, Instant now) {
        return Future.all(board.listIncoming(hospitalId), book.list(hospitalId)).compose(read -> {
            List<Incoming> coming =
                    read.<List<Incoming>>resultAt(0).stream().limit(LONGEST).toList();
            Map<UUID, Told> told = read.resultAt(1);
            return Future.all(coming(coming, hospitalId, told, now), gone(coming, hospitalId, told, now))
                    .map(lists -> new JsonObject()
                            .put("asOf", now.toString())
                            .put("incoming", new JsonArray(lists.<List<JsonObject>>resultAt(0)))
                            .put("gone", new JsonArray(lists.<List<JsonObject>>resultAt(1))));
        });
    }

    /** Somebody has seen how it is with that unit now; the assignment again. */
    public Future<Outcome<UUID>> see(String hospitalId, UUID assignmentId) {
        return log.findByAssignment(assignmentId).compose(found -> {
            if (found.isEmpty()) {
                return refused(RefusalCode.ASSIGNMENT_UNKNOWN, assignmentId);
            }
            Optional<Whereabouts> whereabouts = Whereabouts.of(found.get(), assignmentId, hospitalId);
            return whereabouts.isEmpty()
                    ? refused(RefusalCode.NOT_YOUR_PATIENT)
                    : see(found.get(), assignmentId, hospitalId, whereabouts.get());
        });
    }

    /** The list comes from the log, and so may be ahead of the book: what is seen was told. */
    private Future<Outcome<UUID>> see(
            Incident incident, UUID assignmentId, String hospitalId, Whereabouts whereabouts) {
        boolean here = whereabouts.state() == Whereabouts.State.COMING;
        Future<Void> told = here
                ? book.notify(Notice.about(
                        incident, incident.findAssignment(assignmentId).orElseThrow()))
                : Future.succeededFuture();
        return told.compose(done -> book.markSeen(hospitalId, assignmentId, whereabouts.at()))
                .map(Outcome.done(assignmentId));
    }

    private static Future<Outcome<UUID>> refused(RefusalCode code, Object... args) {
        return Future.succeededFuture(Outcome.refused(code, args));
    }

    private Future<List<JsonObject>> coming(
            List<Incoming> coming, String hospitalId, Map<UUID, Told> told, Instant now) {
        List<Future<Incident>> incidents = coming.stream().map(this::load).toList();
        return Future.all(incidents)
                .map(loaded -> IntStream.range(0, coming.size())
                        .mapToObj(i -> json(incidents.get(i).result(), coming.get(i), hospitalId, told, now))
                        .sorted(SOONEST_FIRST)
                        .toList());
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

    /** Nobody who was announced vanishes without a word. */
    private Future<List<JsonObject>> gone(List<Incoming> coming, String hospitalId, Map<UUID, Told> told, Instant now) {
        Set<UUID> here = new HashSet<>();
        coming.forEach(each -> here.add(each.assignmentId()));
        List<Future<Optional<JsonObject>>> lookedUp = told.entrySet().stream()
                .filter(each -> !here.contains(each.getKey()))
                .filter(each -> each.getValue().firstToldAt().isAfter(now.minus(ANNOUNCED_WITHIN)))
                .sorted(comparing(
                                (Map.Entry<UUID, Told> each) -> each.getValue().firstToldAt())
                        .reversed())
                .limit(GONE_LOOKED_UP)
                .map(each -> findGone(each.getKey(), hospitalId, each.getValue(), now))
                .toList();
        return Future.all(lookedUp)
                .map(all -> lookedUp.stream()
                        .map(Future::result)
                        .flatMap(Optional::stream)
                        .sorted(LATEST_FIRST)
                        .toList());
    }

    private Future<Optional<JsonObject>> findGone(UUID assignmentId, String hospitalId, Told told, Instant now) {
        return log.findByAssignment(assignmentId)
                .map(found -> found.stream()
                        .flatMap(incident -> Whereabouts.of(incident, assignmentId, hospitalId).stream()
                                .filter(where -> where.state().isGone())
                                .filter(where -> where.at().isAfter(now.minus(GONE_SHOWN_FOR)))
                                .filter(where -> !told.isSeenSince(where.at()))
                                .map(where -> IncomingJson.gone(incident, assignmentId, where)))
                        .findFirst());
    }
}
