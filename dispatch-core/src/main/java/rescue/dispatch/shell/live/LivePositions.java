package rescue.dispatch.shell.live;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import rescue.dispatch.unit.AvlFix;

/**
 * Where units are, on the way to the screens: at most one message a second for each, with the newest fix of every unit that
 * it may see. Sixty units that report each second would otherwise be three thousand messages a second for fifty screens.
 *
 * <p>Who has not taken the last message yet is sent no other: the newest fixes wait for it, and are all that it is sent then.
 */
final class LivePositions {

    /** The rest between two messages. */
    @FunctionalInterface
    interface Pause {

        /** Runs {@code next} a second later. */
        void then(Runnable next);
    }

    private final Collection<LiveListener> listeners;
    private final Pause pause;

    /** For dropping a fix that comes late: the newest of every unit ever heard of, a province's few. */
    private final Map<String, AvlFix> newest = new HashMap<>();

    /** Since the last telling. */
    private final Map<String, AvlFix> moved = new LinkedHashMap<>();

    private final Map<LiveListener, Line> lines = new HashMap<>();
    private boolean pausing;

    /** What one listener still has to be told, and whether the last message is out. */
    private static final class Line {
        private final Map<String, AvlFix> owed = new LinkedHashMap<>();
        private Future<Void> last = Future.succeededFuture();
    }

    /**
     * Nobody has moved yet.
     *
     * @param listeners those who are there, at any time
     */
    LivePositions(Collection<LiveListener> listeners, Pause pause) {
        this.listeners = listeners;
        this.pause = pause;
    }

    /** The first after a quiet second is told at once; those that follow within it, together after it. */
    synchronized void moved(String unitId, AvlFix fix) {
        AvlFix before = newest.get(unitId);
        if (before != null && fix.fixedAt().isBefore(before.fixedAt())) {
            return;
        }
        newest.put(unitId, fix);
        moved.put(unitId, fix);
        if (!pausing) {
            tell();
        }
    }

    private void tell() {
        lines.keySet().retainAll(listeners);
        LiveMessage toTheDesk = null;
        for (LiveListener listener : listeners) {
            Line line = lines.computeIfAbsent(listener, first -> new Line());
            moved.forEach((unitId, fix) -> {
                if (LiveAudience.maySeeUnit(listener.principal(), unitId)) {
                    line.owed.put(unitId, fix);
                }
            });
            if (line.owed.isEmpty() || !line.last.isComplete()) {
                continue;
            }
            if (line.owed.equals(moved)) { // most: written once for the whole desk
                toTheDesk = toTheDesk == null ? message(moved) : toTheDesk;
                line.last = listener.send(toTheDesk);
            } else {
                line.last = listener.send(message(line.owed));
            }
            line.owed.clear();
        }
        moved.clear();
        pausing = true;
        pause.then(this::afterPause);
    }

    private synchronized void afterPause() {
        pausing = false;
        boolean somebodyWaits = lines.entrySet().stream()
                .anyMatch(
                        line -> line.getKey().isOpen() && !line.getValue().owed.isEmpty());
        if (!moved.isEmpty() || somebodyWaits) {
            tell();
        }
    }

    private static LiveMessage message(Map<String, AvlFix> fixes) {
        JsonArray positions = fixes.entrySet().stream()
                .map(each -> position(each.getKey(), each.getValue()))
                .collect(Collectors.collectingAndThen(Collectors.toList(), JsonArray::new));
        return LiveMessage.of(
                new JsonObject().put("type", "position").put("data", new JsonObject().put("positions", positions)));
    }

    private static JsonObject position(String unitId, AvlFix fix) {
        return new JsonObject()
                .put("unitId", unitId)
                .put("lat", fix.at().lat())
                .put("lon", fix.at().lon())
                .put("at", fix.fixedAt().toString())
                .put("speedMps", fix.speedMps())
                .put("headingDeg", fix.headingDeg());
    }
}
