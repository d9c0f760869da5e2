package rescue.dispatch.shell.paper;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import rescue.dispatch.shell.paper.PaperBoards.Board;

/**
 * Where the paper comes from: what can be read now, else what the nodes know from before, else what this node put on the last
 * paper. It never fails: whatever is known is printed.
 */
public final class PaperSource {

    /** How boards are read: one that fails or takes too long does not keep the others from the paper. */
    public interface Reading {

        Future<List<JsonObject>> incidents();

        Future<List<JsonObject>> units();

        Future<List<JsonObject>> hospitals();

        Future<List<JsonObject>> roadClosures();
    }

    /** What the nodes know without the database. */
    public interface Memory {

        Optional<Board> incidents();

        Optional<Board> units();

        Optional<Board> hospitals();

        Optional<Board> waiting();
    }

    /** The callers' telephone numbers, on the incidents that are read for the paper and on no screen's board. */
    public static final String PHONES = "phones";

    private final Reading reading;
    private final Memory memory;
    private final InstantSource clock;

    /** What was read last, by this node, by the board's name. */
    private final Map<String, Board> last = new ConcurrentHashMap<>();

    public PaperSource(Reading reading, Memory memory, InstantSource clock) {
        this.reading = reading;
        this.memory = memory;
        this.clock = clock;
    }

    Future<PaperBoards> read() {
        Future<Optional<Board>> incidents = read("incidents", reading.incidents(), memory.incidents());
        Future<Optional<Board>> units = read("units", reading.units(), memory.units());
        Future<Optional<Board>> hospitals = read("hospitals", reading.hospitals(), memory.hospitals());
        Future<Optional<Board>> closures = read("roadClosures", reading.roadClosures(), Optional.empty());
        return Future.all(incidents, units, hospitals, closures)
                .map(all -> new PaperBoards(
                        incidents.result(), units.result(), hospitals.result(), closures.result(), memory.waiting()));
    }

    private Future<Optional<Board>> read(String name, Future<List<JsonObject>> now, Optional<Board> remembered) {
        var asked = clock.instant();
        return now.map(rows -> {
                    var board = new Board(asked, List.copyOf(rows), false);
                    last.put(name, board);
                    return Optional.of(board);
                })
                .otherwise(away -> lastKnown(last.get(name), remembered));
    }

    /** The newer of both; the telephone numbers, which stand on one of them only, are kept either way. */
    private static Optional<Board> lastKnown(@Nullable Board own, Optional<Board> remembered) {
        if (own == null) {
            return remembered.map(Board::asOld);
        }
        if (remembered.isEmpty() || !remembered.get().asOf().isAfter(own.asOf())) {
            return Optional.of(own.asOld());
        }
        Map<String, JsonArray> phones = new HashMap<>();
        own.rows().forEach(row -> {
            if (row.getJsonArray(PHONES) != null) {
                phones.put(row.getString("id"), row.getJsonArray(PHONES));
            }
        });
        Function<JsonObject, JsonObject> withPhones = row -> {
            JsonArray known = phones.get(row.getString("id"));
            return known == null ? row : row.copy().put(PHONES, known);
        };
        Board newer = remembered.get();
        return Optional.of(
                new Board(newer.asOf(), newer.rows().stream().map(withPhones).toList(), true));
    }
}
