package rescue.dispatch.shell.live;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import rescue.dispatch.port.LiveState;

/** The boards of one node: all there is when it is alone, and its own copy when it is one of several. */
public final class MemoryLiveState implements LiveState {

    private static final Logger LOG = LoggerFactory.getLogger(MemoryLiveState.class);

    /** That something is gone is remembered for as long as an older word of it may still be under way. */
    private static final Duration REMEMBER_GONE = Duration.ofMinutes(10);

    /**
     * The last word on one key.
     *
     * @param entry null when it is gone
     * @param heardAt when this node heard of it
     */
    public record Said(long version, @Nullable Entry entry, Instant heardAt) {}

    private final InstantSource clock;
    private final Map<Board, Map<String, Said>> boards = new EnumMap<>(Board.class);
    private final Map<Board, List<Listener>> listeners = new EnumMap<>(Board.class);

    public MemoryLiveState(InstantSource clock) {
        this.clock = clock;
        for (Board board : Board.values()) {
            boards.put(board, new ConcurrentHashMap<>());
            listeners.put(board, new CopyOnWriteArrayList<>());
        }
    }

    @Override
    public Map<String, Entry> list(Board board) {
        return slots(board).entrySet().stream()
                .filter(each -> each.getValue().entry != null)
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, each -> each.getValue().entry));
    }

    @Override
    public Optional<Entry> find(Board board, String key) {
        return Optional.ofNullable(slots(board).get(key)).map(Said::entry);
    }

    @Override
    public boolean put(Board board, String key, Entry entry) {
        return say(board, key, new Said(entry.version(), entry, clock.instant()));
    }

    @Override
    public boolean remove(Board board, String key, long version) {
        forgetWhatIsLongGone(board);
        return say(board, key, new Said(version, null, clock.instant()));
    }

    /** The keys of a board, those that are gone too. */
    public Set<String> keys(Board board) {
        return Set.copyOf(slots(board).keySet());
    }

    /** The last word on one key, also when it is that it is gone. */
    public Optional<Said> word(Board board, String key) {
        return Optional.ofNullable(slots(board).get(key));
    }

    @Override
    public void listen(Board board, Listener listener) {
        listeners(board).add(listener);
    }

    /** A node that is alone never loses anybody. */
    @Override
    public void whenRejoined(Runnable refill) {}

    private boolean say(Board board, String key, Said said) {
        if (!keepIfNewer(slots(board), key, said)) {
            return false;
        }
        Optional<Entry> now = Optional.ofNullable(said.entry);
        listeners(board).forEach(listener -> tell(listener, key, now));
        return true;
    }

    private static boolean keepIfNewer(Map<String, Said> slots, String key, Said said) {
        Said known = slots.putIfAbsent(key, said);
        while (known != null) {
            if (known.version >= said.version) {
                return false;
            }
            if (slots.replace(key, known, said)) {
                return true;
            }
            known = slots.putIfAbsent(key, said); // somebody else was between
        }
        return true;
    }

    /** What one listener makes of it must not keep it from the others, nor from the node that said it. */
    private static void tell(Listener listener, String key, Optional<Entry> now) {
        try {
            listener.changed(key, now);
        } catch (RuntimeException failure) {
            LOG.warn("a change of {} could not be told", key, failure);
        }
    }

    private void forgetWhatIsLongGone(Board board) {
        Instant before = clock.instant().minus(REMEMBER_GONE);
        slots(board).values().removeIf(said -> said.entry == null && said.heardAt.isBefore(before));
    }

    private Map<String, Said> slots(Board board) {
        return boards.getOrDefault(board, Map.of());
    }

    private List<Listener> listeners(Board board) {
        return listeners.getOrDefault(board, List.of());
    }
}
