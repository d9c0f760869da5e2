package rescue.dispatch.shell.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgBuilder;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rescue.dispatch.account.LoginOutcome;
import rescue.dispatch.account.LoginOutcome.Later;
import rescue.dispatch.account.LoginOutcome.LoggedIn;
import rescue.dispatch.account.LoginOutcome.Wrong;
import rescue.dispatch.account.Principal;
import rescue.dispatch.account.Role;
import rescue.dispatch.shell.postgres.PgAccountRegister.NewAccount;

/** Logging in and out, on a real PostgreSQL. */
@Timeout(60)
class PgAccountsIT {

    private static final Principal OPERATOR = new Principal("operator", Role.OPERATOR, null, null);
    private static final Principal CREW = new Principal("crew-lc-01", Role.CREW, "LC-01", null);

    private static Vertx vertx;
    private static TestDatabase database;
    private static Pool pool;
    private static PgAccounts accounts;

    @BeforeAll
    static void fill() {
        vertx = Vertx.vertx();
        database = TestDatabase.fresh();
        pool = database.pool(vertx);
        accounts = new PgAccounts(vertx, pool, InstantSource.system());
        await(accounts.register()
                .addMissing(List.of(
                        new NewAccount(OPERATOR, "đèo Ô Quy Hồ"),
                        new NewAccount(CREW, "crew"),
                        account("leaver"),
                        account("forgetful"),
                        account("target"),
                        account("many"),
                        account("shut"))));
    }

    @AfterAll
    static void close() {
        await(vertx.close());
    }

    @Test
    void who_logs_in_is_known_by_the_token_until_it_is_revoked() {
        LoggedIn session = logIn("operator", "đèo Ô Quy Hồ");
        assertEquals(OPERATOR, session.principal());
        assertEquals(Optional.of(OPERATOR), await(accounts.findByToken(session.token())));
        assertEquals(Optional.of(OPERATOR), await(accounts.findByToken(session.token())));

        await(accounts.revoke(session.token()));
        assertEquals(Optional.empty(), await(accounts.findByToken(session.token())));
        await(accounts.revoke(session.token())); // again is no failure
    }

    @Test
    void a_crew_is_bound_to_its_unit_and_upper_case_is_no_other_user() {
        assertEquals(CREW, logIn("Crew-LC-01", "crew").principal());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            a wrong password   | forgetful | wrong
            an unknown user    | stranger  | stranger
            a case that counts | forgetful | FORGETFUL
            a bit of SQL       | ' OR '1'='1 | x
            """)
    void is_wrong(String story, String user, String password) {
        assertInstanceOf(Wrong.class, await(accounts.login(user, password, "10.1.0.1")));
    }

    @Test
    void a_token_nobody_gave_out_is_nobody() {
        assertEquals(Optional.empty(), await(accounts.findByToken(Tokens.create())));
        assertEquals(Optional.empty(), await(accounts.findByToken("")));
    }

    @Test
    void the_database_holds_no_token_and_no_password() {
        String token = logIn("operator", "đèo Ô Quy Hồ").token();
        for (String table : List.of("session", "account")) {
            for (Row row : await(
                    pool.query("SELECT t::text AS line FROM " + table + " t").execute())) {
                assertTrue(!row.getString("line").contains(token), table);
                assertTrue(!row.getString("line").contains("Ô Quy Hồ"), table);
            }
        }
        Row account = await(pool.query("SELECT password_hash FROM account WHERE login = 'operator'")
                        .execute())
                .iterator()
                .next();
        assertTrue(account.getString("password_hash").startsWith("$argon2id$v=19$m=19456,t=2,p=1$"));
    }

    @Test
    void another_node_hears_of_a_revocation_within_a_second() {
        MovableClock clock = new MovableClock();
        PgAccounts otherNode = new PgAccounts(vertx, pool, clock);
        String token = logIn("leaver", "leaver").token();
        await(otherNode.findByToken(token));

        await(accounts.revoke(token));
        clock.now = clock.now.plusSeconds(1);
        assertEquals(Optional.empty(), await(otherNode.findByToken(token)));
    }

    @Test
    void a_session_ends_by_itself() {
        String token = logIn("leaver", "leaver").token();
        await(pool.preparedQuery("UPDATE session SET expires_at = now() WHERE login = 'leaver'")
                .execute());
        assertEquals(Optional.empty(), await(accounts.findByToken(token)));
    }

    @Test
    void a_new_password_logs_everybody_out_who_used_the_old_one() {
        String token = logIn("forgetful", "forgetful").token();
        await(accounts.register().setPassword("forgetful", "remembered"));
        assertEquals(Optional.empty(), await(accounts.findByToken(token)));
        assertInstanceOf(Wrong.class, await(accounts.login("forgetful", "forgetful", "10.1.0.2")));
        logIn("forgetful", "remembered");
        await(accounts.register().setPassword("forgetful", "forgetful"));
    }

    @Test
    void a_shut_account_is_out_at_once() {
        String token = logIn("shut", "shut").token();
        await(accounts.register().setDisabled("shut", true));
        assertEquals(Optional.empty(), await(accounts.findByToken(token)));
        assertInstanceOf(Wrong.class, await(accounts.login("shut", "shut", "10.1.0.3")));
    }

    @Test
    void guessing_is_slowed_down_even_when_all_guesses_come_at_once() {
        PgAccounts stopped = new PgAccounts(vertx, pool, new MovableClock()); // no time passes, so nothing is forgiven
        List<Future<LoginOutcome>> guesses = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            guesses.add(stopped.login("target", "guess " + i, "10.2.0." + i));
        }
        long looked = guesses.stream()
                .map(PgAccountsIT::await)
                .filter(Wrong.class::isInstance)
                .count();
        assertEquals(LoginThrottle.ACCOUNT_FAILURES, looked);
        assertInstanceOf(Later.class, await(stopped.login("target", "target", "10.2.0.99")));
    }

    @Test
    void an_account_keeps_its_newest_sessions_only() {
        String oldest = logIn("many", "many").token();
        IntStream.range(0, 20).forEach(i -> logIn("many", "many"));
        Row row = await(pool.query("SELECT count(*) AS sessions FROM session WHERE login = 'many'")
                        .execute())
                .iterator()
                .next();
        assertEquals(20, row.getInteger("sessions"));
        assertEquals(Optional.empty(), await(accounts.findByToken(oldest)));
    }

    @Test
    void an_account_that_is_there_keeps_its_password() {
        assertEquals(0, await(accounts.register().addMissing(List.of(new NewAccount(OPERATOR, "another")))));
        logIn("operator", "đèo Ô Quy Hồ");
    }

    @Test
    void an_unknown_user_takes_as_long_as_a_known_one() {
        long known = nanos(() -> await(accounts.login("many", "wrong", "10.3.0.1")));
        long unknown = nanos(() -> await(accounts.login("nobody-of-that-name", "wrong", "10.3.0.2")));
        // Without the decoy the second is a hundred times faster; the bounds leave room for a busy machine.
        assertTrue(unknown * 10 > known && known * 10 > unknown, known + " ns and " + unknown + " ns");
    }

    @Test
    void tokens_are_all_different() {
        assertNotEquals(Tokens.create(), Tokens.create());
        assertEquals(43, Tokens.create().length());
    }

    @Test
    void a_database_that_is_away_is_a_failure_and_never_an_unknown_token() {
        Vertx own = Vertx.vertx();
        TestDatabase doomed = TestDatabase.fresh();
        Pool theirs = io.vertx.pgclient.PgBuilder.pool()
                .connectingTo(doomed.options().setPort(1))
                .using(own)
                .build();
        PgAccounts cutOff = new PgAccounts(own, theirs, InstantSource.system());
        CompletionException failure =
                assertThrows(CompletionException.class, () -> await(cutOff.findByToken(Tokens.create())));
        assertTrue(DatabaseAway.isMeantBy(failure.getCause()), failure.toString());
        await(own.close());
    }

    @Test
    void who_was_known_lately_goes_on_reading_while_the_database_is_away_and_a_stranger_does_not() {
        TestDatabase doomed = TestDatabase.fresh();
        AtomicBoolean gone = new AtomicBoolean();
        Pool theirs = PgBuilder.pool()
                .connectingTo(() ->
                        Future.succeededFuture(gone.get() ? doomed.options().setPort(1) : doomed.options()))
                .using(vertx)
                .build();
        MovableClock clock = new MovableClock();
        PgAccounts cutOff = new PgAccounts(vertx, theirs, clock);
        await(cutOff.register().addMissing(List.of(account("reader"))));
        String token = ((LoggedIn) await(cutOff.login("reader", "reader", "10.9.0.1"))).token();
        assertTrue(await(cutOff.findByToken(token)).isPresent());
        gone.set(true);
        doomed.cutConnections();

        clock.now = clock.now.plusSeconds(3600);
        assertEquals("reader", await(cutOff.findToRead(token)).orElseThrow().user());
        assertThrows(
                CompletionException.class, () -> await(cutOff.findByToken(token)), "to write he has to be asked of");
        assertThrows(CompletionException.class, () -> await(cutOff.findToRead(Tokens.create())));
    }

    @Test
    void a_connection_that_is_cut_in_the_middle_is_known_as_such() {
        TestDatabase doomed = TestDatabase.fresh();
        Pool theirs = doomed.pool(vertx);
        Future<?> asleep = theirs.query("SELECT pg_sleep(30)").execute();
        await(theirs.query("SELECT 1").execute()); // the sleeper has its connection by now
        waitUntilAsleep(theirs);
        doomed.cutConnections();
        CompletionException failure = assertThrows(CompletionException.class, () -> await(asleep));
        assertTrue(DatabaseAway.isMeantBy(failure.getCause()), failure.toString());
    }

    private static void waitUntilAsleep(Pool theirs) {
        String sleepers = "SELECT 1 FROM pg_stat_activity WHERE query = 'SELECT pg_sleep(30)' AND state = 'active'";
        while (await(theirs.query(sleepers).execute()).size() == 0) {
            Thread.onSpinWait();
        }
    }

    private static NewAccount account(String user) {
        return new NewAccount(new Principal(user, Role.OPERATOR, null, null), user);
    }

    private static LoggedIn logIn(String user, String password) {
        return assertInstanceOf(LoggedIn.class, await(accounts.login(user, password, "10.0.0.1")));
    }

    private static long nanos(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return Duration.ofNanos(System.nanoTime() - start).toNanos();
    }

    private static <T> T await(Future<T> future) {
        return future.toCompletionStage().toCompletableFuture().join();
    }

    private static final class MovableClock implements InstantSource {
        private volatile Instant now = Instant.now();

        @Override
        public Instant instant() {
            return now;
        }
    }
}
