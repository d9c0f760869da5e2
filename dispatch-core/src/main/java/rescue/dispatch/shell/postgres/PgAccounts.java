package rescue.dispatch.shell.postgres;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import rescue.dispatch.account.LoginOutcome;
import rescue.dispatch.account.LoginOutcome.Later;
import rescue.dispatch.account.LoginOutcome.LoggedIn;
import rescue.dispatch.account.LoginOutcome.Wrong;
import rescue.dispatch.account.Principal;
import rescue.dispatch.account.Role;
import rescue.dispatch.port.Accounts;

/** Accounts and sessions in PostgreSQL. */
public final class PgAccounts implements Accounts {

    /** Longer than any shift, district crews stay 24 hours: nobody is logged out with a patient on board. */
    private static final Duration SESSION_LIFE = Duration.ofHours(30);

    /** A desk, a tablet, a phone and some forgotten ones; beyond that the oldest ends. */
    private static final int SESSIONS_MAX = 20;

    /** When every password thread is busy, the queue is through after about this long. */
    private static final Duration BUSY_RETRY = Duration.ofSeconds(2);

    /** A look at two keys takes a millisecond; a database that needs this long is as good as away. */
    private static final Duration FIND_WITHIN = Duration.ofSeconds(3);

    private final Pool pool;
    private final Passwords passwords;
    private final LoginThrottle throttle;
    private final TokenCache cache;

    /**
     * Accounts in that database.
     *
     * @param clock for how long ago something was, so one that never jumps
     */
    public PgAccounts(Vertx vertx, Pool pool, InstantSource clock) {
        this.pool = pool;
        this.passwords = new Passwords(vertx);
        this.throttle = new LoginThrottle(clock);
        this.cache = new TokenCache(clock);
    }

    // ---- who is logged in

    private static final String FIND_PRINCIPAL = """
            SELECT a.login, a.role, a.unit_id, a.hospital_id
              FROM session s JOIN account a ON a.login = s.login
             WHERE s.token_hash = $1 AND s.expires_at > now() AND NOT a.disabled
            """;

    @Override
    public Future<Optional<Principal>> findByToken(String token) {
        byte[] hash = Tokens.hash(token);
        String key = key(hash);
        Optional<Principal> known = cache.find(key);
        if (known.isPresent()) {
            return Future.succeededFuture(known);
        }
        long mark = cache.mark();
        return pool.preparedQuery(FIND_PRINCIPAL)
                .execute(Tuple.of(Buffer.buffer(hash)))
                .timeout(FIND_WITHIN.toMillis(), TimeUnit.MILLISECONDS)
                .map(rows -> first(rows).map(PgAccounts::principal))
                .onSuccess(found ->
                        found.ifPresentOrElse(principal -> cache.keep(key, principal, mark), () -> cache.forget(key)));
    }

    @Override
    public Future<Optional<Principal>> findToRead(String token) {
        return findByToken(token).recover(failure -> {
            Optional<Principal> lately =
                    DatabaseAway.isMeantBy(failure) ? cache.findLately(key(Tokens.hash(token))) : Optional.empty();
            return lately.isPresent() ? Future.succeededFuture(lately) : Future.failedFuture(failure);
        });
    }

    private static final String DELETE_SESSION = "DELETE FROM session WHERE token_hash = $1";

    @Override
    public Future<Void> revoke(String token) {
        byte[] hash = Tokens.hash(token);
        return pool.preparedQuery(DELETE_SESSION)
                .execute(Tuple.of(Buffer.buffer(hash)))
                .onSuccess(done -> cache.forget(key(hash))) // before the caller hears that it is done
                .mapEmpty();
    }

    // ---- logging in

    private static final String FIND_ACCOUNT = """
            SELECT login, password_hash, role, unit_id, hospital_id
              FROM account
             WHERE login = $1 AND NOT disabled
            """;

    @Override
    public Future<LoginOutcome> login(String user, String password, String address) {
        String login = user.toLowerCase(Locale.ROOT);
        Optional<Duration> wait = throttle.book(login, address);
        if (wait.isPresent()) {
            return Future.succeededFuture(new Later(atLeastASecond(wait.get())));
        }
        if (passwords.isBusy()) {
            throttle.giveBack(login, address);
            return Future.succeededFuture(new Later(BUSY_RETRY));
        }
        return pool.preparedQuery(FIND_ACCOUNT)
                .execute(Tuple.of(login))
                .compose(rows -> check(first(rows).orElse(null), password))
                .onSuccess(outcome -> {
                    if (outcome instanceof LoggedIn) {
                        throttle.giveBack(login, address);
                    }
                })
                .onFailure(ours -> throttle.giveBack(login, address));
    }

    private Future<LoginOutcome> check(@Nullable Row account, String password) {
        return passwords
                .fits(password, account == null ? null : account.getString("password_hash"))
                .compose(fits -> fits && account != null
                        ? openSession(principal(account))
                        : Future.succeededFuture(new Wrong()));
    }

    /** It ends by the clock by which it is looked up, the database's. */
    private static final String INSERT_SESSION = """
            INSERT INTO session (token_hash, login, expires_at)
            VALUES ($1, $2, now() + make_interval(secs => $3))
            RETURNING expires_at
            """;

    private static final String DELETE_OLD_SESSIONS = """
            DELETE FROM session
             WHERE expires_at < now()
                OR token_hash IN (SELECT token_hash
                                    FROM session
                                   WHERE login = $1
                                   ORDER BY created_at DESC, token_hash
                                  OFFSET $2)
            """;

    private Future<LoginOutcome> openSession(Principal principal) {
        String token = Tokens.create();
        Tuple session =
                Tuple.of(Buffer.buffer(Tokens.hash(token)), principal.user(), (double) SESSION_LIFE.toSeconds());
        return pool.withTransaction(tx -> tx.preparedQuery(INSERT_SESSION)
                .execute(session)
                .map(rows ->
                        rows.iterator().next().getOffsetDateTime("expires_at").toInstant())
                .compose(expiresAt -> tx.preparedQuery(DELETE_OLD_SESSIONS)
                        .execute(Tuple.of(principal.user(), SESSIONS_MAX))
                        .map(new LoggedIn(token, principal, expiresAt))));
    }

    /** The register behind it: who has an account. */
    public PgAccountRegister register() {
        return new PgAccountRegister(pool, passwords, cache);
    }

    // ---- rows

    private static Optional<Row> first(RowSet<Row> rows) {
        return rows.size() == 0 ? Optional.empty() : Optional.of(rows.iterator().next());
    }

    private static Principal principal(Row row) {
        return new Principal(
                row.getString("login"),
                Role.valueOf(row.getString("role")),
                row.getString("unit_id"),
                row.getString("hospital_id"));
    }

    private static String key(byte[] hash) {
        return Base64.getEncoder().encodeToString(hash);
    }

    private static Duration atLeastASecond(Duration wait) {
        return wait.compareTo(Duration.ofSeconds(1)) < 0 ? Duration.ofSeconds(1) : wait;
    }
}
