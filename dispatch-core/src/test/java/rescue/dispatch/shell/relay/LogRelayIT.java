package rescue.dispatch.shell.relay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static rescue.dispatch.shell.postgres.TestShell.await;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import rescue.dispatch.shell.postgres.TestShell;

/** The relay on a real PostgreSQL: what it owes to those who are told. */
class LogRelayIT {

    /** Polling is twice a second; the rest is for a busy machine. */
    private static final long SOON_S = 10;

    private TestShell shell;
    private final BlockingQueue<Long> told = new LinkedBlockingQueue<>();

    @BeforeEach
    void connect() {
        shell = new TestShell();
        await(shell.feed.position("here"));
    }

    @AfterEach
    void disconnect() {
        shell.close();
    }

    @Test
    void a_lost_ring_costs_a_poll_and_nothing_else() throws Exception {
        new LogRelay(shell.vertx, shell.feed, List.of(this::tellAll)).start();
        Instant written = Instant.now();
        shell.unitChanged("nobody rings");
        assertEquals(1L, told.poll(SOON_S, TimeUnit.SECONDS));
        Duration late = Duration.between(written, Instant.now());
        assertTrue(late.compareTo(Duration.ofSeconds(5)) < 0, late::toString);
    }

    @Test
    void a_ring_is_heard_without_a_poll() throws Exception {
        var relay = new LogRelay(shell.vertx, shell.feed, List.of(this::tellAll));
        shell.unitChanged("rung");
        relay.ring();
        assertEquals(1L, told.poll(SOON_S, TimeUnit.SECONDS));
    }

    @Test
    void who_fails_once_is_called_again_and_has_not_moved_over_what_was_not_told() throws Exception {
        var failures = new AtomicInteger(1);
        LogRelay.Teller stumbles = () -> failures.getAndDecrement() > 0 ? Future.failedFuture("away") : tellAll();
        BlockingQueue<Long> other = new LinkedBlockingQueue<>();
        LogRelay.Teller behind = () -> shell.feed.last().onSuccess(other::add).mapEmpty();
        shell.unitChanged("told at the second try");
        new LogRelay(shell.vertx, shell.feed, List.of(stumbles, behind)).start();
        assertEquals(1L, other.poll(SOON_S, TimeUnit.SECONDS), "the next in the row is told all the same");
        assertEquals(1L, told.poll(SOON_S, TimeUnit.SECONDS));
        assertEquals(1L, other.poll(SOON_S, TimeUnit.SECONDS), "that round is over");
        assertEquals(1L, await(shell.feed.position("here")));
    }

    @Test
    void who_throws_is_as_good_as_who_fails() throws Exception {
        var failures = new AtomicInteger(1);
        LogRelay.Teller stumbles = () -> {
            if (failures.getAndDecrement() > 0) {
                throw new IllegalStateException("a bug");
            }
            return tellAll();
        };
        shell.unitChanged("told at the second try");
        new LogRelay(shell.vertx, shell.feed, List.of(stumbles)).start();
        assertEquals(1L, told.poll(SOON_S, TimeUnit.SECONDS));
    }

    @Test
    void rounds_never_overlap_and_a_ring_in_between_is_one_more_round() throws Exception {
        BlockingQueue<Promise<Void>> rounds = new LinkedBlockingQueue<>();
        LogRelay.Teller slow = () -> {
            Promise<Void> round = Promise.promise();
            rounds.add(round);
            return round.future();
        };
        var relay = new LogRelay(shell.vertx, shell.feed, List.of(slow));
        relay.ring();
        Promise<Void> first = round(rounds, SOON_S);
        for (int i = 0; i < 100; i++) {
            relay.ring();
        }
        assertEquals(null, rounds.poll(300, TimeUnit.MILLISECONDS), "the first is not over");
        first.complete();
        round(rounds, SOON_S).complete();
        assertEquals(null, rounds.poll(300, TimeUnit.MILLISECONDS), "a hundred rings are one more round");
    }

    @Test
    void a_storm_is_told_to_the_end_in_order_and_once() throws Exception {
        await(shell.pool
                .query("INSERT INTO change (kind, subject) SELECT 'unit', 'u' || i FROM generate_series(1, 1234) AS i")
                .execute());
        var relay = new LogRelay(shell.vertx, shell.feed, List.of(this::tellAll));
        relay.ring();
        for (long seq : LongStream.rangeClosed(1, 1234).toArray()) {
            assertEquals(seq, told.poll(SOON_S, TimeUnit.SECONDS));
        }
        assertEquals(null, told.poll());
    }

    /** A teller as the others are: tells first, moves on afterwards. */
    private Future<Void> tellAll() {
        return shell.feed
                .position("here")
                .compose(position -> shell.feed.listAfter(position, 10_000))
                .compose(changes -> {
                    changes.forEach(change -> told.add(change.seq()));
                    return changes.isEmpty()
                            ? Future.succeededFuture()
                            : shell.feed.movePosition(
                                    "here", changes.get(changes.size() - 1).seq());
                });
    }

    private static Promise<Void> round(BlockingQueue<Promise<Void>> rounds, long seconds) throws InterruptedException {
        @Nullable Promise<Void> round = rounds.poll(seconds, TimeUnit.SECONDS);
        if (round == null) {
            throw new AssertionError("no round came");
        }
        return round;
    }
}
