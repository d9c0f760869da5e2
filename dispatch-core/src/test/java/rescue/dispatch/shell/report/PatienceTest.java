package rescue.dispatch.shell.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import rescue.dispatch.shell.report.Patience.Turn;

class PatienceTest {

    private static final Vertx VERTX = Vertx.vertx();
    private static final InstantSource STANDING = InstantSource.fixed(Instant.EPOCH);

    @AfterAll
    static void close() {
        VERTX.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void who_sends_many_waits_and_is_heard_and_nobody_else_waits() {
        var patience = new Patience(STANDING, 2, 1, Duration.ofMillis(50), 10);
        assertEquals(Turn.AT_ONCE, await(patience.turn(VERTX, "a")));
        assertEquals(Turn.AT_ONCE, await(patience.turn(VERTX, "a")));
        Future<Turn> third = patience.turn(VERTX, "a");
        assertFalse(third.isComplete());
        assertEquals(Turn.AT_ONCE, await(patience.turn(VERTX, "b")));
        assertEquals(Turn.AFTER_A_WAIT, await(third));
    }

    @Test
    void the_line_has_an_end_and_empties_again() {
        var patience = new Patience(STANDING, 1, 1, Duration.ofMillis(50), 1);
        await(patience.turn(VERTX, "a"));
        Future<Turn> waiting = patience.turn(VERTX, "a");
        assertEquals(Turn.LATER, await(patience.turn(VERTX, "a")));
        assertEquals(Turn.AFTER_A_WAIT, await(waiting));
        assertEquals(Turn.AFTER_A_WAIT, await(patience.turn(VERTX, "a")));
    }

    private static Turn await(Future<Turn> turn) {
        return turn.toCompletionStage().toCompletableFuture().join();
    }
}
