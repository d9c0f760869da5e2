package rescue.dispatch.shell.spool;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntConsumer;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import rescue.dispatch.port.LiveState;
import rescue.dispatch.port.LiveState.Board;
import rescue.dispatch.port.LiveState.Entry;

/**
 * Alerts that wait on any node's disk, on the screens of all: somebody may be told of them by telephone long before the
 * database is back. What this node's disk holds is put on the board of all nodes, and taken off again when it is entered.
 */
public final class WaitingBoard {

    /** A screen shows the first of a flood; all of them are entered. */
    private static final int SHOWN_MAX = 200;

    /** Changes that come together are one look; the eye sees no difference. */
    private static final Duration GATHER = Duration.ofMillis(200);

    private final Vertx vertx;
    private final AlertSpool spool;
    private final LiveState state;
    private final String node;
    private final AtomicBoolean gathering = new AtomicBoolean();

    /** What this node has put on the board, by key, with its version there. */
    private final Map<String, Long> shown = new HashMap<>();

    /**
     * A board that is not yet kept up.
     *
     * @param node this one's name, as people say it
     */
    public WaitingBoard(Vertx vertx, AlertSpool spool, LiveState state, String node) {
        this.vertx = vertx;
        this.spool = spool;
        this.state = state;
        this.node = node;
    }

    /**
     * Keeps it up from now on.
     *
     * @param changed told how many wait, on whichever node, when that may have changed
     */
    public void start(IntConsumer changed) {
        spool.whenChanged(this::showSoon);
        state.whenRejoined(() -> vertx.setTimer(GATHER.toMillis(), timer -> showAgain()));
        var telling = new AtomicBoolean();
        state.listen(Board.WAITING_ALERTS, (key, entry) -> {
            if (telling.compareAndSet(false, true)) {
                vertx.setTimer(GATHER.toMillis(), timer -> {
                    telling.set(false);
                    changed.accept(state.list(Board.WAITING_ALERTS).size());
                });
            }
        });
        showSoon();
    }

    private void showSoon() {
        if (gathering.compareAndSet(false, true)) {
            vertx.setTimer(GATHER.toMillis(), timer -> {
                gathering.set(false);
                show();
            });
        }
    }

    private synchronized void showAgain() {
        shown.clear();
        show();
    }

    private synchronized void show() {
        Map<String, WaitingAlert> waiting = spool.listOldest(SHOWN_MAX).stream()
                .collect(Collectors.toMap(alert -> alert.id().toString(), alert -> alert));
        shown.entrySet().removeIf(entry -> {
            boolean gone = !waiting.containsKey(entry.getKey());
            if (gone) {
                state.remove(Board.WAITING_ALERTS, entry.getKey(), entry.getValue() + 1);
            }
            return gone;
        });
        waiting.forEach((id, alert) -> {
            if (!shown.containsKey(id)) {
                long version = alert.receivedAt().toEpochMilli();
                shown.put(id, version);
                state.put(
                        Board.WAITING_ALERTS, id, new Entry(version, json(alert).encode(), alert.receivedAt()));
            }
        });
    }

    /** On all nodes, oldest first; of this one as it is now. */
    public JsonArray list() {
        Stream<JsonObject> here = spool.listOldest(SHOWN_MAX).stream().map(this::json);
        Stream<JsonObject> elsewhere = state.list(Board.WAITING_ALERTS).values().stream()
                .map(entry -> new JsonObject(entry.json()))
                .filter(alert -> !node.equals(alert.getString("node")));
        return Stream.concat(here, elsewhere)
                .sorted(Comparator.comparing(alert -> Instant.parse(alert.getString("receivedAt"))))
                .limit(SHOWN_MAX)
                .collect(Collector.of(JsonArray::new, JsonArray::add, JsonArray::addAll));
    }

    /** An alert that waits, on this node or another. */
    Optional<AlertDoor.Taken.Waiting> findByTrackingCode(String code) {
        return state.list(Board.WAITING_ALERTS).values().stream()
                .map(entry -> new JsonObject(entry.json()))
                .filter(alert -> alert.getString("trackingCode").equals(code))
                .map(alert -> new AlertDoor.Taken.Waiting(
                        UUID.fromString(alert.getString("alertId")),
                        code,
                        Instant.parse(alert.getString("receivedAt")),
                        Set.of()))
                .findFirst();
    }

    private JsonObject json(WaitingAlert alert) {
        return ToldJson.write(alert.told())
                .put("alertId", alert.id().toString())
                .put("trackingCode", alert.trackingCode())
                .put("receivedAt", alert.receivedAt().toString())
                .put("by", alert.by())
                .put("node", node);
    }
}
