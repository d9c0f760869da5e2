package rescue.dispatch.shell.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static rescue.dispatch.shell.postgres.TestShell.await;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.sqlclient.Pool;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One node at a time, whatever becomes of the nodes; and whoever is not it any more writes nothing. */
class LeadershipIT {

    private static final Duration FOLLOWED_WITHIN = Duration.ofSeconds(30);

    private TestShell shell;
    /** One thread does all its work, so that it can be stopped. */
    private final Vertx firstVertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));

    private Pool writers;
    private Leadership first;
    private Leadership second;

    @BeforeEach
    void connect() {
        shell = new TestShell();
        writers = shell.pool;
        first = candidate(firstVertx, "first");
        second = candidate(shell.vertx, "second");
        first.start();
        until(first::leads);
        second.start();
    }

    @AfterEach
    void disconnect() {
        first.close();
        second.close();
        await(writers.close());
        await(firstVertx.close());
        shell.close();
    }

    @Test
    void the_other_does_not_lead_and_may_not_write() {
        assertThrows(AssertionError.class, () -> await(write(second)));
        await(write(first));
        assertEquals(1L, shell.value("SELECT epoch FROM job_epoch WHERE job = 'TELLING'"));
    }

    @Test
    void who_dies_is_followed_and_the_epoch_is_another() {
        await(firstVertx.close()); // its connections end with it
        until(second::leads);
        await(write(second));
        assertEquals(2L, shell.value("SELECT epoch FROM job_epoch WHERE job = 'TELLING'"));
        assertEquals("second", shell.value("SELECT holder FROM job_epoch WHERE job = 'TELLING'"));
    }

    @Test
    void who_goes_in_peace_is_followed_at_once() {
        first.close();
        until(second::leads);
        assertThrows(AssertionError.class, () -> await(write(first)));
    }

    @Test
    void who_is_cut_off_from_the_database_leads_no_more_when_it_is_back() {
        shell.database.cutConnections();
        writers = shell.database.pool(shell.vertx); // those of before were cut off too
        // Whoever led before may go on believing it for a moment; what counts is who can write.
        until(() -> mayWrite(first) != mayWrite(second));
        assertEquals(
                "2 " + (mayWrite(first) ? "first" : "second"),
                await(writers.query("SELECT epoch || ' ' || holder FROM job_epoch WHERE job = 'TELLING'")
                        .execute()
                        .map(rows -> rows.iterator().next().getString(0))));
    }

    @Test
    void who_is_silent_is_followed_though_its_connection_lives_and_writes_nothing_when_it_wakes() {
        Promise<Void> wakes = Promise.promise();
        firstVertx.runOnContext(stop -> {
            while (!wakes.future().isComplete()) {
                Thread.onSpinWait(); // as in a collection of garbage that does not end
            }
        });
        until(second::leads);
        assertTrue(first.leads(), "it does not know");
        wakes.complete();
        assertThrows(AssertionError.class, () -> await(write(first)));
        await(write(second));
        until(() -> !first.leads());
    }

    @Test
    void nobody_takes_over_in_the_middle_of_a_write() {
        Promise<Void> mayCommit = Promise.promise();
        Promise<Void> checked = Promise.promise();
        Future<Void> write = shell.pool.withTransaction(tx -> first.check(tx)
                .onSuccess(checked::complete)
                .compose(mine -> mayCommit.future())
                .compose(go ->
                        tx.query("CREATE TABLE written_by_the_first (x int)").execute())
                .mapEmpty());
        await(checked.future());
        first.close();
        Future<Object> next = shell.vertx.timer(3000).map(late -> second.leads());
        assertEquals(false, await(next), "its epoch begins when the write before is over");
        mayCommit.complete();
        await(write);
        until(second::leads);
    }

    private Leadership candidate(Vertx vertx, String name) {
        return new Leadership(
                vertx, new PrimaryFinder(vertx, List.of(shell.database.options())), Leadership.Job.TELLING, name);
    }

    private Future<Void> write(Leadership leadership) {
        return writers.withTransaction(leadership::check);
    }

    private boolean mayWrite(Leadership leadership) {
        return await(write(leadership).map(true).otherwise(false));
    }

    private static void until(BooleanSupplier isSo) {
        long deadline = System.nanoTime() + FOLLOWED_WITHIN.toNanos();
        while (!isSo.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("not within " + FOLLOWED_WITHIN);
            }
            Thread.onSpinWait();
        }
    }
}
