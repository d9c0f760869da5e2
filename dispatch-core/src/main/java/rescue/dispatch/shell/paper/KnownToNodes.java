package rescue.dispatch.shell.paper;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import rescue.dispatch.port.LiveState;
import rescue.dispatch.port.LiveState.Entry;
import rescue.dispatch.shell.paper.PaperBoards.Board;

/** What the nodes keep in their memory, for the paper of a night without the database. */
public final class KnownToNodes implements PaperSource.Memory {

    private final LiveState live;

    public KnownToNodes(LiveState live) {
        this.live = live;
    }

    @Override
    public Optional<Board> incidents() {
        return newest(LiveState.Board.INCIDENTS, "incidents");
    }

    /** Where they are is told apart from what they do, and goes on being told. */
    @Override
    public Optional<Board> units() {
        return newest(LiveState.Board.UNITS, "units")
                .map(board -> new Board(
                        board.asOf(), board.rows().stream().map(this::moved).toList(), board.isOld()));
    }

    private JsonObject moved(JsonObject unit) {
        Optional<Entry> fix = live.find(LiveState.Board.POSITIONS, unit.getString("id", ""));
        JsonObject before = unit.getJsonObject("position");
        boolean isNewer =
                fix.isPresent() && (before == null || fix.get().at().isAfter(Instant.parse(before.getString("at"))));
        return isNewer ? unit.copy().put("position", new JsonObject(fix.get().json())) : unit;
    }

    @Override
    public Optional<Board> hospitals() {
        return newest(LiveState.Board.HOSPITALS, "hospitals");
    }

    /** Always as of now: whatever a node takes while the database is away is there at once. */
    @Override
    public Optional<Board> waiting() {
        List<Entry> alerts = live.list(LiveState.Board.WAITING_ALERTS).values().stream()
                .sorted(Comparator.comparing(Entry::at))
                .toList();
        return alerts.isEmpty()
                ? Optional.empty()
                : Optional.of(new Board(
                        alerts.get(alerts.size() - 1).at(),
                        alerts.stream()
                                .map(entry -> new JsonObject(entry.json()))
                                .toList(),
                        false));
    }

    /** A board is kept in several forms; the newest of them with the most on it. */
    private Optional<Board> newest(LiveState.Board board, String rows) {
        return live.list(board).values().stream()
                .map(entry -> new Board(entry.at(), rows(new JsonObject(entry.json()), rows), true))
                .max(Comparator.comparing(Board::asOf)
                        .thenComparing(known -> known.rows().size()));
    }

    private static List<JsonObject> rows(JsonObject board, String field) {
        return board.getJsonArray(field, new JsonArray()).stream()
                .map(JsonObject.class::cast)
                .toList();
    }
}
