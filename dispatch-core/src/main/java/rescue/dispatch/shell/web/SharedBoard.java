package rescue.dispatch.shell.web;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import rescue.dispatch.flow.Latest;

/**
 * A board that fifty consoles read again at the same moment, as each was told of the same change: read, written and packed
 * once for all who have asked before that began. Nothing is kept: whoever asks sees what was true after he asked.
 */
final class SharedBoard {

    /** A board has few forms, such as languages; whoever asks for yet another one is answered alone. */
    private static final int MOST_FORMS = 16;

    private final InstantSource clock;
    private final Map<Object, Latest<WrittenBoard>> forms = new ConcurrentHashMap<>();

    /**
     * A board that nobody reads yet.
     *
     * @param usual the forms that the pages ask for: there is always room for them
     */
    SharedBoard(InstantSource clock, Object... usual) {
        this.clock = clock;
        for (Object form : usual) {
            forms.put(form, new Latest<>());
        }
    }

    /**
     * Answers with the board.
     *
     * @param form everything of the request that the answer depends on
     * @param read begins after the request
     * @param write done on a worker, as a full board is long
     */
    <T> void reply(RoutingContext ctx, Object form, Supplier<Future<T>> read, Function<T, JsonObject> write) {
        latest(form)
                .run(() -> read.get()
                        .compose(state -> ctx.vertx()
                                .executeBlocking(() -> WrittenBoard.of(clock.instant(), write.apply(state)), false)))
                .onSuccess(board -> board.send(ctx))
                .onFailure(ctx::fail);
    }

    private Latest<WrittenBoard> latest(Object form) {
        Latest<WrittenBoard> known = forms.get(form);
        if (known != null) {
            return known;
        }
        return forms.size() < MOST_FORMS ? forms.computeIfAbsent(form, first -> new Latest<>()) : new Latest<>();
    }
}
