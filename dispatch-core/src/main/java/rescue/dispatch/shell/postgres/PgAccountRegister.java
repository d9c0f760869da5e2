package rescue.dispatch.shell.postgres;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import rescue.dispatch.account.Principal;

/** Who has an account. */
public final class PgAccountRegister {

    private final Pool pool;
    private final Passwords passwords;
    private final TokenCache cache;

    PgAccountRegister(Pool pool, Passwords passwords, TokenCache cache) {
        this.pool = pool;
        this.passwords = passwords;
        this.cache = cache;
    }

    /**
     * An account to be made.
     *
     * @param password in clear, for the moment
     */
    public record NewAccount(Principal principal, String password) {

        /** Logins are kept in lower case, whatever the unit's id looks like. */
        String login() {
            return principal.user().toLowerCase(Locale.ROOT);
        }

        /** Without the password, which must not reach a log. */
        @Override
        public String toString() {
            return "NewAccount[" + principal + "]";
        }
    }

    private static final String LIST_LOGINS = "SELECT login FROM account WHERE login = ANY($1)";

    private static final String INSERT_ACCOUNT = """
            INSERT INTO account (login, password_hash, role, unit_id, hospital_id)
            VALUES ($1, $2, $3, $4, $5)
            ON CONFLICT (login) DO NOTHING
            """;

    /** Makes those accounts that are not there yet, and says how many; the others keep their passwords. */
    public Future<Integer> addMissing(List<NewAccount> accounts) {
        String[] logins = accounts.stream().map(each -> each.principal().user()).toArray(String[]::new);
        return pool.preparedQuery(LIST_LOGINS).execute(Tuple.of(logins)).compose(rows -> {
            Set<String> there = new HashSet<>();
            rows.forEach(row -> there.add(row.getString("login")));
            List<NewAccount> missing = accounts.stream()
                    .filter(each -> !there.contains(each.login()))
                    .toList();
            return hashAll(missing).compose(this::insertAll).map(missing.size());
        });
    }

    private static final String LIST_ENABLED = "SELECT login FROM account WHERE login = ANY($1) AND NOT disabled";

    /** Those of them with which anybody can log in at all; in lower case. */
    public Future<Set<String>> listEnabled(List<String> users) {
        String[] logins =
                users.stream().map(user -> user.toLowerCase(Locale.ROOT)).toArray(String[]::new);
        return pool.preparedQuery(LIST_ENABLED).execute(Tuple.of(logins)).map(rows -> {
            Set<String> enabled = new HashSet<>();
            rows.forEach(row -> enabled.add(row.getString("login")));
            return enabled;
        });
    }

    private Future<List<Tuple>> hashAll(List<NewAccount> accounts) {
        List<Future<Tuple>> rows = new ArrayList<>();
        for (NewAccount account : accounts) {
            Principal who = account.principal();
            rows.add(passwords
                    .hash(account.password())
                    .map(hash -> Tuple.of(account.login(), hash, who.role().name(), who.unitId(), who.hospitalId())));
        }
        return Future.all(rows).map(done -> done.<Tuple>list());
    }

    private Future<Void> insertAll(List<Tuple> rows) {
        return rows.isEmpty()
                ? Future.succeededFuture()
                : pool.preparedQuery(INSERT_ACCOUNT).executeBatch(rows).mapEmpty();
    }

    private static final String SET_PASSWORD = "UPDATE account SET password_hash = $2 WHERE login = $1";
    private static final String SET_DISABLED = "UPDATE account SET disabled = $2 WHERE login = $1";
    private static final String DELETE_SESSIONS_OF = "DELETE FROM session WHERE login = $1";

    /** A new password; whoever is logged in with the old one is logged out. */
    public Future<Void> setPassword(String user, String password) {
        return passwords.hash(password).compose(hash -> changeAndLogOut(user, SET_PASSWORD, hash));
    }

    /** Shuts an account, or opens it again; whoever is logged in with it is logged out. */
    public Future<Void> setDisabled(String user, boolean disabled) {
        return changeAndLogOut(user, SET_DISABLED, disabled);
    }

    private Future<Void> changeAndLogOut(String user, String change, Object value) {
        String login = user.toLowerCase(Locale.ROOT);
        return pool.withTransaction(tx -> change(tx, change, login, value))
                .onSuccess(done -> cache.forgetAll())
                .mapEmpty();
    }

    private static Future<RowSet<Row>> change(SqlConnection tx, String change, String login, Object value) {
        return tx.preparedQuery(change)
                .execute(Tuple.of(login, value))
                .compose(done -> tx.preparedQuery(DELETE_SESSIONS_OF).execute(Tuple.of(login)));
    }
}
