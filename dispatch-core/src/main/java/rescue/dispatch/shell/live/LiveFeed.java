package rescue.dispatch.shell.live;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import rescue.dispatch.account.Principal;
import rescue.dispatch.port.PositionBell;
import rescue.dispatch.shell.postgres.PgFeed;
import rescue.dispatch.shell.postgres.PgFeed.Change;
import rescue.dispatch.shell.relay.LogRelay;
import rescue.dispatch.unit.AvlFix;

/** Reads numbered changes once for the node and hands them to every listener that may see them. */
public final class LiveFeed implements LogRelay.Teller, PositionBell {

    /** A storm's second; the rest follows in the next round. */
    private static final int BATCH = 500;

    /** One open page. */
    interface Listener {

        Principal principal();

        /** Never blocks: a listener that cannot keep up closes itself. */
        void send(JsonObject message);
    }

    private final PgFeed feed;
    private final Set<Listener> listeners = new CopyOnWriteArraySet<>();
    private long told = -1;

    public LiveFeed(PgFeed feed) {
        this.feed = feed;
    }

    @Override
    public Future<Void> tell() {
        return begin().compose(after -> feed.listAfter(after, BATCH)).compose(changes -> {
            changes.forEach(this::publish);
            if (!changes.isEmpty()) {
                told = changes.get(changes.size() - 1).seq();
            }
            return changes.size() == BATCH ? tell() : Future.succeededFuture();
        });
    }

    /** A node that has just started tells what comes from now on; pages fetch the rest. */
    private Future<Long> begin() {
        return told >= 0 ? Future.succeededFuture(told) : feed.last().onSuccess(last -> told = last);
    }

    /** A position is not in the log and has no number: everyone who may see that unit sees it once, or the next one. */
    @Override
    public void moved(String unitId, AvlFix fix) {
        JsonObject data = new JsonObject()
                .put("unitId", unitId)
                .put("lat", fix.at().lat())
                .put("lon", fix.at().lon())
                .put("at", fix.fixedAt().toString());
        JsonObject message = new JsonObject().put("type", "position").put("data", data);
        listeners.stream()
                .filter(listener -> LiveAudience.maySeeUnit(listener.principal(), unitId))
                .forEach(listener -> listener.send(message));
    }

    /**
     * Adds a listener, after telling it what it missed.
     *
     * @param after the last number it saw, or negative when it begins now
     */
    Future<Void> join(Listener listener, long after) {
        return feed.last().compose(last -> {
            listener.send(new JsonObject().put("type", "hello").put("seq", last));
            if (after < 0) {
                listeners.add(listener);
                return Future.succeededFuture();
            }
            return feed.listAfter(after, BATCH).map(missed -> {
                catchUp(listener, missed);
                return null;
            });
        });
    }

    void leave(Listener listener) {
        listeners.remove(listener);
    }

    /** Too far behind to be told everything: it fetches the boards anew. */
    private void catchUp(Listener listener, List<Change> missed) {
        listeners.add(listener);
        if (missed.size() == BATCH) {
            listener.send(new JsonObject().put("type", "resync"));
        } else {
            missed.forEach(change -> send(listener, change));
        }
    }

    private void publish(Change change) {
        listeners.forEach(listener -> send(listener, change));
    }

    private static void send(Listener listener, Change change) {
        if (LiveAudience.maySee(listener.principal(), change)) {
            listener.send(LiveAudience.message(change));
        }
    }
}
