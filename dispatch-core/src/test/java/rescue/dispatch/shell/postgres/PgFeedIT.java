package rescue.dispatch.shell.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Transaction;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Changes are numbered without a gap, and none is passed over, whatever the order in which transactions end. */
class PgFeedIT {

    private static final String CHANGE = "INSERT INTO change (kind, subject) VALUES ('unit', $1)";

    private Vertx vertx;
    private Pool pool;
    private PgFeed feed;

    @BeforeEach
    void connect() {
        vertx = Vertx.vertx();
        pool = TestDatabase.fresh().pool(vertx);
        feed = new PgFeed(pool);
    }

    @AfterEach
    void disconnect() throws Exception {
        await(pool.close());
        await(vertx.close());
    }

    @Test
    void a_change_waits_for_the_transaction_that_began_before_it() throws Exception {
        SqlConnection slow = await(pool.getConnection());
        Transaction open = await(slow.begin());
        await(slow.preparedQuery(CHANGE).execute(Tuple.of("began first, ends last")));
        await(pool.preparedQuery(CHANGE).execute(Tuple.of("began last, ends first")));

        assertEquals(0, await(feed.number()), "the slow one may still come before it");
        await(open.commit());
        await(slow.close());

        assertEquals(2, await(feed.number()));
        assertEquals(List.of("began first, ends last", "began last, ends first"), subjects(0));
    }

    @Test
    void two_relays_at_once_number_each_change_once() throws Exception {
        for (int i = 0; i < 50; i++) {
            await(pool.preparedQuery(CHANGE).execute(Tuple.of("c" + i)));
        }
        await(Future.all(IntStream.range(0, 8).mapToObj(i -> feed.number()).toList()));
        await(feed.number());

        List<Long> numbers =
                await(feed.listAfter(0, 1000)).stream().map(PgFeed.Change::seq).toList();
        assertEquals(LongStream.rangeClosed(1, 50).boxed().toList(), numbers);
    }

    @Test
    void a_teller_goes_on_where_it_stopped() throws Exception {
        assertEquals(0L, await(feed.position("hospitals")));
        await(feed.movePosition("hospitals", 7));
        await(feed.movePosition("hospitals", 5));
        assertEquals(7L, await(feed.position("hospitals")), "never back");
    }

    private List<String> subjects(long after) throws Exception {
        return await(feed.listAfter(after, 100)).stream()
                .map(PgFeed.Change::subject)
                .toList();
    }

    private static <T> T await(Future<T> future) throws Exception {
        return future.toCompletionStage().toCompletableFuture().get(30, TimeUnit.SECONDS);
    }
}
