package rescue.dispatch.shell.live;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongConsumer;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import rescue.dispatch.account.Principal;
import rescue.dispatch.port.PositionBell;
import rescue.dispatch.shell.postgres.DatabaseAway;
import rescue.dispatch.shell.postgres.PgFeed;
import rescue.dispatch.shell.postgres.PgFeed.Change;
import rescue.dispatch.shell.relay.LogRelay;
import rescue.dispatch.unit.AvlFix;

/**
 * Reads numbered changes once for the node and hands them to every listener that may see them.
 *
 * <p>Telling and joining take turns (one monitor, nothing in it waits): a listener joins between two tellings, knowing
 * exactly what has been told, so that it neither misses a change nor hears one twice.
 */
public final class LiveFeed implements LogRelay.Teller, PositionBell {

    /** A storm's second; the rest follows in the next round. */
    private static final int BATCH = 500;

    private static final Logger LOG = LoggerFactory.getLogger(LiveFeed.class);

    /** What the eye can follow on a map, and a tablet's line can carry. */
    private static final Duration POSITIONS_EVERY = Duration.ofSeconds(1);

    private final PgFeed feed;

    /** Each listener with the number up to which it knows everything; one may leave while it is being told. */
    private final Map<LiveListener, Long> listeners = new ConcurrentHashMap<>();

    private final LivePositions positions;

    /** What is so until something else is said, by its type. */
    private final Map<String, Standing> standing = new LinkedHashMap<>();

    private volatile LongConsumer whenTold = number -> {};

    private long told = -1;

    public LiveFeed(Vertx vertx, PgFeed feed) {
        this.feed = feed;
        this.positions = new LivePositions(
                listeners.keySet(), next -> vertx.setTimer(POSITIONS_EVERY.toMillis(), timer -> next.run()));
    }

    @Override
    public Future<Void> tell() {
        return begin().compose(after -> feed.listAfter(after, BATCH)).compose(changes -> {
            publish(changes);
            if (!changes.isEmpty()) {
                whenTold.accept(told());
            }
            return changes.size() == BATCH ? tell() : Future.succeededFuture();
        });
    }

    /** A node that has just started tells what comes from now on; pages fetch the rest. */
    private Future<Long> begin() {
        long now = told();
        return now >= 0 ? Future.succeededFuture(now) : feed.last().map(this::beginAt);
    }

    private synchronized long beginAt(long last) {
        if (told < 0) {
            told = last;
        }
        return told;
    }

    /** The last number that this node's listeners know of; negative before the first telling. */
    public synchronized long told() {
        return told;
    }

    /** Called after each telling of something new, with the last number told. */
    public void whenTold(LongConsumer listener) {
        whenTold = listener;
    }

    /** A position is not in the log and has no number: everyone who may see that unit sees it within a second, or a newer one. */
    @Override
    public void moved(String unitId, AvlFix fix) {
        positions.moved(unitId, fix);
    }

    /** Something that stands in no log: to everybody who may hear it, and who comes later hears the last of each type. */
    public synchronized void say(String type, JsonObject data, Predicate<Principal> who) {
        var news =
                new Standing(LiveMessage.of(new JsonObject().put("type", type).put("data", data)), who);
        standing.put(type, news);
        listeners.keySet().forEach(news::tell);
    }

    private record Standing(LiveMessage message, Predicate<Principal> who) {

        void tell(LiveListener listener) {
            if (who.test(listener.principal())) {
                listener.send(message);
            }
        }
    }

    /**
     * Adds a listener: greets it with the number after which it will be told everything, then tells it what it missed.
     *
     * @param after the last number it saw, or negative when it begins now
     */
    Future<Void> join(LiveListener listener, long after) {
        return begin().compose(now -> {
            if (after < 0) {
                greetNow(listener);
                return Future.succeededFuture();
            }
            return catchUp(listener, after);
        });
    }

    private Future<Void> catchUp(LiveListener listener, long after) {
        if (greetUpToDate(listener, after)) {
            return Future.succeededFuture();
        }
        return Future.all(feed.listAfter(after, BATCH), feed.last())
                .compose(read -> {
                    List<Change> missed = read.resultAt(0);
                    long last = read.resultAt(1);
                    if (missed.size() == BATCH || after > last) {
                        greetAnew(listener);
                        return Future.succeededFuture();
                    }
                    return greet(listener, after, missed) ? Future.succeededFuture() : catchUp(listener, after);
                })
                .recover(failure -> {
                    if (!DatabaseAway.isMeantBy(failure)) {
                        return Future.failedFuture(failure);
                    }
                    greetAnew(listener); // it reads the old boards, and hears when the database is back
                    return Future.succeededFuture();
                });
    }

    synchronized void leave(LiveListener listener) {
        listeners.remove(listener);
    }

    int countListeners() {
        return listeners.size();
    }

    /** It knows nothing yet, and reads the boards after this. */
    private synchronized void greetNow(LiveListener listener) {
        listener.send(LiveMessage.hello(told));
        add(listener, told);
    }

    /** Too far behind to be told everything, or ahead of a record that was restored: it reads the boards again. */
    private synchronized void greetAnew(LiveListener listener) {
        listener.send(LiveMessage.hello(told));
        listener.send(LiveMessage.resync(told));
        add(listener, told);
    }

    /** Most who come back have missed nothing: needs no database. */
    private synchronized boolean greetUpToDate(LiveListener listener, long after) {
        if (after != told) {
            return false;
        }
        listener.send(LiveMessage.hello(after));
        add(listener, after);
        return true;
    }

    /** False when more was told since {@code missed} was read: then it is to be read again. */
    private synchronized boolean greet(LiveListener listener, long after, List<Change> missed) {
        long knows = missed.isEmpty() ? after : missed.get(missed.size() - 1).seq();
        if (knows < told) {
            return false;
        }
        listener.send(LiveMessage.hello(after));
        missed.forEach(change -> send(listener, change, LiveMessage.of(change)));
        add(listener, knows);
        return true;
    }

    /** Whoever closed the page while we read has left already, and would never be removed. */
    private void add(LiveListener listener, long knows) {
        if (listener.isOpen()) {
            listeners.put(listener, knows);
            standing.values().forEach(news -> news.tell(listener));
        }
    }

    private synchronized void publish(List<Change> changes) {
        for (Change change : changes) {
            try {
                publish(change);
            } catch (RuntimeException broken) {
                // It would be as broken at the next try, and nobody would hear of anything after it.
                LOG.error("change {} cannot be told; the screens read their boards again", change.seq(), broken);
                listeners.keySet().forEach(listener -> listener.send(LiveMessage.resync(change.seq())));
            }
            told = Math.max(told, change.seq());
        }
    }

    private void publish(Change change) {
        LiveMessage message = LiveMessage.of(change);
        listeners.forEach((listener, knows) -> {
            if (change.seq() > knows) {
                send(listener, change, message);
            }
        });
    }

    /** A page that was cut off is told nothing more, even if its line takes a while to die. */
    private void send(LiveListener listener, Change change, LiveMessage message) {
        if (LiveAudience.maySee(listener.principal(), change)) {
            listener.send(message);
            if (!listener.isOpen()) {
                listeners.remove(listener);
            }
        }
    }
}
