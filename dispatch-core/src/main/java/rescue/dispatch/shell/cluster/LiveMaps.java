package rescue.dispatch.shell.cluster;

import com.hazelcast.core.EntryEvent;
import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.map.IMap;
import com.hazelcast.map.listener.EntryAddedListener;
import com.hazelcast.map.listener.EntryMergedListener;
import com.hazelcast.map.listener.EntryUpdatedListener;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import rescue.dispatch.port.LiveState;
import rescue.dispatch.shell.live.MemoryLiveState;

/**
 * The boards of several nodes. Each reads from its own memory, so that a node that is cut off still shows what it knew; what
 * is said on one goes through a map that they share to the memory of the others. Nobody ever waits for that map, and
 * what it did not take is said again.
 */
public final class LiveMaps implements LiveState {

    /** Maps of this beginning are kept as {@link HazelcastSettings} says. */
    static final String PREFIX = "live.";

    private static final Logger LOG = LoggerFactory.getLogger(LiveMaps.class);

    /** Nothing is lost meanwhile: it waits in this node's memory. */
    private static final Duration SAY_AGAIN = Duration.ofSeconds(2);

    private record Key(Board board, String key) {}

    private final Vertx vertx;
    private final MemoryLiveState own;
    private final Map<Board, IMap<String, String>> maps = new EnumMap<>(Board.class);
    private final List<Runnable> refills = new CopyOnWriteArrayList<>();

    /** Said and not yet taken: at most once each, the newest follows when the map has answered. */
    private final Map<Key, Integer> underWay = new ConcurrentHashMap<>();

    /** What the map did not take. */
    private final Set<Key> unsaid = ConcurrentHashMap.newKeySet();

    LiveMaps(Vertx vertx, HazelcastInstance hazelcast, MemoryLiveState own) {
        this.vertx = vertx;
        this.own = own;
        for (Board board : Board.values()) {
            IMap<String, String> map = hazelcast.getMap(PREFIX + board.name());
            map.addEntryListener(new Ear(board), true);
            maps.put(board, map);
        }
        vertx.setPeriodic(SAY_AGAIN.toMillis(), timer -> sayAgain());
    }

    @Override
    public Map<String, Entry> list(Board board) {
        return own.list(board);
    }

    @Override
    public Optional<Entry> find(Board board, String key) {
        return own.find(board, key);
    }

    @Override
    public boolean put(Board board, String key, Entry entry) {
        return own.put(board, key, entry) && say(new Key(board, key));
    }

    @Override
    public boolean remove(Board board, String key, long version) {
        return own.remove(board, key, version) && say(new Key(board, key));
    }

    @Override
    public void listen(Board board, Listener listener) {
        own.listen(board, listener);
    }

    @Override
    public void whenRejoined(Runnable refill) {
        refills.add(refill);
    }

    /** Learns what the others know; and they learn from here what is known here alone. */
    Future<Void> exchange() {
        return vertx.<Void>executeBlocking(
                        () -> {
                            maps.forEach((board, map) ->
                                    map.entrySet().forEach(each -> hear(board, each.getKey(), each.getValue())));
                            return null;
                        },
                        false)
                .onFailure(cutOff -> LOG.debug("the other nodes' boards cannot be read now: {}", cutOff.getMessage()))
                .otherwiseEmpty()
                .onSuccess(heard -> sayEverything());
    }

    /** After this node was among others, or alone, and is back. */
    void rejoined() {
        exchange().onSuccess(done -> refills.forEach(Runnable::run));
    }

    /** A copy may have gone with a node that ended; there is one in every memory. */
    void sayEverything() {
        for (Board board : Board.values()) {
            own.keys(board).forEach(key -> say(new Key(board, key)));
        }
    }

    private void sayAgain() {
        for (Key key : List.copyOf(unsaid)) {
            unsaid.remove(key);
            say(key);
        }
    }

    /** Always true, for the memory has it. */
    private boolean say(Key key) {
        if (underWay.merge(key, 1, (one, more) -> 2) == 1) {
            send(key);
        }
        return true;
    }

    private void send(Key key) {
        own.word(key.board, key.key).ifPresentOrElse(word -> send(key, word), () -> underWay.remove(key));
    }

    private void send(Key key, MemoryLiveState.Said said) {
        String word = new Word(said.version(), Optional.ofNullable(said.entry())).write();
        Future.fromCompletionStage(submit(key, word)).onComplete(taken -> {
            if (taken.failed()) {
                LOG.debug("{} was not taken", key, taken.cause());
                unsaid.add(key);
            }
            if (!underWay.remove(key, 1)) { // something newer was said meanwhile
                underWay.put(key, 1);
                send(key);
            }
        });
    }

    /** What goes wrong at once, such as on a node that is being stopped, goes wrong in the future too. */
    private CompletionStage<Object> submit(Key key, String word) {
        try {
            return map(key.board).submitToKey(key.key, new PutNewer(word));
        } catch (RuntimeException stopped) {
            return CompletableFuture.failedStage(stopped);
        }
    }

    private IMap<String, String> map(Board board) {
        return Objects.requireNonNull(maps.get(board));
    }

    private void hear(Board board, String key, String text) {
        Word word = Word.read(text);
        word.entry().ifPresentOrElse(entry -> own.put(board, key, entry), () -> own.remove(board, key, word.version()));
    }

    /** After a merge the other half's entries come as merged ones alone. */
    private final class Ear
            implements EntryAddedListener<String, String>,
                    EntryUpdatedListener<String, String>,
                    EntryMergedListener<String, String> {

        private final Board board;

        Ear(Board board) {
            this.board = board;
        }

        @Override
        public void entryAdded(EntryEvent<String, String> event) {
            hear(board, event.getKey(), event.getValue());
        }

        @Override
        public void entryUpdated(EntryEvent<String, String> event) {
            hear(board, event.getKey(), event.getValue());
        }

        @Override
        public void entryMerged(EntryEvent<String, String> event) {
            hear(board, event.getKey(), event.getValue());
        }
    }
}
