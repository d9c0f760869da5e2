package rescue.dispatch.shell.web;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import rescue.dispatch.flow.Latest;
import rescue.dispatch.port.LiveState;
import rescue.dispatch.shell.postgres.DatabaseAway;

/**
 * A board that fifty consoles read again at the same moment, as each was told of the same change: read, written and packed
 * once for all who have asked before that began. Whoever asks sees what was true after he asked.
 *
 * <p>Only when the database is away is he shown what was true before: the last board that was read, with its time, marked as
 * old. So that there is one on every node, whoever reads there, the usual boards are read now and then by themselves.
 */
public final class SharedBoard {

    /** A board has few forms, such as languages; whoever asks for yet another one is answered alone. */
    private static final int MOST_FORMS = 16;

    /** A board is read in some hundredths of a second; a database that needs this long is as good as away. */
    private static final Duration READ_WITHIN = Duration.ofSeconds(3);

    /** As old as a board that nobody reads may be when the database goes: what is older is shown with its age anyway. */
    private static final Duration WARM = Duration.ofSeconds(10);

    /** A board is some hundred kilobytes, for every node. */
    private static final Duration KEEP_EVERY = Duration.ofSeconds(5);

    private static final Logger LOG = LoggerFactory.getLogger(SharedBoard.class);

    private final InstantSource clock;
    private final Map<Object, Form<?>> forms = new ConcurrentHashMap<>();
    private final List<Form<?>> usual = new CopyOnWriteArrayList<>();

    /** A board that nobody reads yet. */
    SharedBoard(InstantSource clock) {
        this.clock = clock;
    }

    /** One form of the board: how it is read, and what was read last. */
    private final class Form<T> {

        private final Supplier<Future<T>> read;
        private final Function<T, JsonObject> write;
        private final Latest<WrittenBoard> latest = new Latest<>();
        private volatile @Nullable WrittenBoard last;
        private volatile Instant lastAt = Instant.MIN;
        private volatile BiConsumer<WrittenBoard, Instant> keep = (board, at) -> {};

        Form(Supplier<Future<T>> read, Function<T, JsonObject> write) {
            this.read = read;
            this.write = write;
        }

        Future<WrittenBoard> board(Vertx vertx) {
            return latest.run(() -> {
                Instant asked = clock.instant();
                return read.get()
                        .timeout(READ_WITHIN.toMillis(), TimeUnit.MILLISECONDS)
                        .compose(state -> vertx.executeBlocking(
                                () -> WrittenBoard.of(clock.instant(), write.apply(state)), false))
                        .onSuccess(board -> {
                            last = board;
                            lastAt = asked;
                            keep.accept(board, asked);
                        });
            });
        }

        Future<WrittenBoard> boardOrOld(Vertx vertx) {
            return board(vertx).recover(failure -> {
                WrittenBoard old = last;
                return old != null && DatabaseAway.isMeantBy(failure)
                        ? vertx.executeBlocking(old::asOld, false)
                        : Future.failedFuture(failure);
            });
        }

        void warm(Vertx vertx) {
            if (Duration.between(lastAt, clock.instant()).abs().compareTo(WARM) >= 0) {
                board(vertx).onFailure(failure -> LOG.debug("a board could not be read: {}", failure.getMessage()));
            }
        }
    }

    /** A form that the pages ask for: there is always room for it, and always an old board of it. */
    <T> void usual(Object form, Supplier<Future<T>> read, Function<T, JsonObject> write) {
        var always = new Form<>(read, write);
        forms.put(form, always);
        usual.add(always);
    }

    /** Has the usual forms kept in the memory of all nodes too, now and then, for what is made of them besides. */
    public SharedBoard keptAs(LiveState.Board board, LiveState state) {
        forms.forEach((key, form) -> {
            var kept = new AtomicReference<>(Instant.EPOCH);
            form.keep = (written, at) -> {
                if (Duration.between(kept.get(), at).compareTo(KEEP_EVERY) >= 0) {
                    kept.set(at);
                    String json = written.plain().toString();
                    state.put(board, String.valueOf(key), new LiveState.Entry(at.toEpochMilli(), json, at));
                }
            };
        });
        return this;
    }

    /**
     * Answers with the board.
     *
     * @param form everything of the request that the answer depends on
     * @param read begins after the request
     * @param write done on a worker, as a full board is long
     */
    <T> void reply(RoutingContext ctx, Object form, Supplier<Future<T>> read, Function<T, JsonObject> write) {
        form(form, read, write)
                .boardOrOld(ctx.vertx())
                .onSuccess(board -> board.send(ctx))
                .onFailure(ctx::fail);
    }

    private <T> Form<?> form(Object form, Supplier<Future<T>> read, Function<T, JsonObject> write) {
        Form<?> known = forms.get(form);
        if (known != null) {
            return known;
        }
        return forms.size() < MOST_FORMS
                ? forms.computeIfAbsent(form, first -> new Form<>(read, write))
                : new Form<>(read, write);
    }

    /** Reads the usual forms that nobody has asked for lately; to be called every few seconds. */
    public void warm(Vertx vertx) {
        usual.forEach(form -> form.warm(vertx));
    }
}
