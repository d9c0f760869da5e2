package rescue.dispatch.shell.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** What nodes do at their start they do one after the other, on a real PostgreSQL. */
final class StartTurnIT {

    private static final Vertx VERTX = Vertx.vertx();

    private final TestDatabase database = TestDatabase.fresh();
    private final Pool pool = database.pool(VERTX);

    @AfterAll
    static void close() {
        await(VERTX.close());
    }

    @Test
    void eight_that_start_at_once_take_turns_and_one_that_fails_does_not_hold_up_the_next() {
        var inside = new AtomicInteger();
        var mostInside = new AtomicInteger();
        var failed = new AtomicInteger();
        await(Future.join(IntStream.range(0, 8)
                        .mapToObj(node -> StartTurn.take(VERTX, database.options(), () -> {
                                    mostInside.accumulateAndGet(inside.incrementAndGet(), Math::max);
                                    return pool.query("SELECT pg_sleep(0.02)")
                                            .execute()
                                            .compose(slept -> {
                                                inside.decrementAndGet();
                                                return node % 2 == 0
                                                        ? Future.succeededFuture(node)
                                                        : Future.<Integer>failedFuture("node " + node + " fails");
                                            });
                                })
                                .onFailure(failure -> failed.incrementAndGet()))
                        .toList())
                .otherwiseEmpty());

        assertEquals(1, mostInside.get());
        assertEquals(4, failed.get(), "a failure is handed on");
    }

    @Test
    void who_waits_for_its_turn_is_not_cut_off_by_the_limit_of_a_statement() {
        var limited = new PgConnectOptions(database.options()).addProperty("statement_timeout", "200");
        Supplier<Future<String>> longTurn =
                () -> pool.query("SELECT pg_sleep(0.6)").execute().map("done");

        Future<String> first = StartTurn.take(VERTX, limited, longTurn);
        Future<String> second = StartTurn.take(VERTX, limited, longTurn);

        assertEquals("done", await(first));
        assertEquals("done", await(second));
    }

    private static <T> T await(Future<T> future) {
        return future.toCompletionStage().toCompletableFuture().join();
    }
}
