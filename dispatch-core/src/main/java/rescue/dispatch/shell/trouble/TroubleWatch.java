package rescue.dispatch.shell.trouble;

import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import rescue.dispatch.shell.trouble.Trouble.Kind;

/** Asks all who may know of trouble, every second, and has it told when something comes or goes. */
public final class TroubleWatch {

    private static final Duration EVERY = Duration.ofSeconds(1);

    private static final Logger LOG = LoggerFactory.getLogger(TroubleWatch.class);

    private final List<Source> sources;
    private final InstantSource clock;
    private volatile List<Trouble> standing = List.of();

    /**
     * Somebody who may know of one kind of trouble.
     *
     * @param args what the sentence needs; empty when all is well. Asked every second, so it answers from memory
     */
    public record Source(Kind kind, Supplier<Optional<List<Object>>> args) {}

    public TroubleWatch(List<Source> sources, InstantSource clock) {
        this.sources = List.copyOf(sources);
        this.clock = clock;
    }

    /** Whatever was wrong at the last look. */
    public List<Trouble> list() {
        return standing;
    }

    /**
     * From now on.
     *
     * @param changed run when another kind of trouble stands than before
     */
    public void start(Vertx vertx, Runnable changed) {
        vertx.setPeriodic(EVERY.toMillis(), timer -> look(changed));
    }

    /** One look; what stands since before keeps its time. */
    void look(Runnable changed) {
        Map<Kind, Instant> before = new EnumMap<>(Kind.class);
        standing.forEach(trouble -> before.put(trouble.kind(), trouble.since()));
        List<Trouble> now = sources.stream()
                .flatMap(source -> source.args().get().stream()
                        .map(args ->
                                new Trouble(source.kind(), before.getOrDefault(source.kind(), clock.instant()), args)))
                .toList();
        standing = now;
        List<Kind> kinds = now.stream().map(Trouble::kind).toList();
        if (!before.keySet().equals(java.util.Set.copyOf(kinds))) {
            LOG.warn("what is wrong: {}", kinds.isEmpty() ? "nothing any more" : kinds);
            changed.run();
        }
    }
}
