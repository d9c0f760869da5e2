package rescue.hospital.notice;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import rescue.dispatch.incident.Incident;
import rescue.dispatch.port.IncidentLog;
import rescue.dispatch.port.TransferBoard;
import rescue.dispatch.shell.web.TransferJson;

/** The transfers that concern a hospital: those it asked for, and those it is asked to take. */
public final class TransferList {

    /** A week: whoever comes back from days off still finds what became of it. */
    private static final Duration SHOWN_FOR = Duration.ofDays(7);

    private static final int LONGEST = 100;

    private final TransferBoard board;
    private final IncidentLog log;

    /**
     * All of them.
     *
     * @param board says which incidents concern a hospital
     * @param log read as the system: only for what the board has named
     */
    public TransferList(TransferBoard board, IncidentLog log) {
        this.board = board;
        this.log = log;
    }

    /** The same list as that hospital may see it. */
    public TransferList seenBy(String hospitalId) {
        return new TransferList(board.seenBy(hospitalId), log);
    }

    /** As the contract's {@code TransferList}. */
    public Future<JsonObject> list(String hospitalId, Instant now) {
        return board.list(hospitalId, now.minus(SHOWN_FOR), LONGEST)
                .compose(this::read)
                .map(incidents -> new JsonObject()
                        .put("outgoing", ways(incidents, hospitalId, true, now))
                        .put("incoming", ways(incidents, hospitalId, false, now)));
    }

    private Future<List<Incident>> read(List<UUID> ids) {
        List<Future<Optional<Incident>>> found = ids.stream().map(log::find).toList();
        return Future.all(found)
                .map(all -> found.stream()
                        .map(Future::result)
                        .flatMap(Optional::stream)
                        .toList());
    }

    private static JsonArray ways(List<Incident> incidents, String hospitalId, boolean outgoing, Instant now) {
        var ways = new JsonArray();
        for (Incident incident : incidents) {
            String from = Objects.requireNonNull(incident.transfer(), "the board lists transfers")
                    .request()
                    .fromId();
            if (from.equals(hospitalId) == outgoing) {
                ways.add(TransferJson.of(incident, now));
            }
        }
        return ways;
    }
}
