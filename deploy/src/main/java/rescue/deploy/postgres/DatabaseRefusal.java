package rescue.deploy.postgres;

import java.sql.SQLException;
import java.util.Optional;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.jspecify.annotations.Nullable;

/** Why this process does not work with that database, in a sentence that says what to do. */
public final class DatabaseRefusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Deeper chains do not occur; a limit so that a cycle of causes does not hang. */
    private static final int CAUSES_MAX = 12;

    private DatabaseRefusal(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    /** Whether it is worth waiting: nobody answers there yet, or it is still starting. */
    static boolean mayPass(Exception failure) {
        String state =
                find(failure, SQLException.class).map(SQLException::getSQLState).orElse("");
        return state.startsWith("08") || state.startsWith("57P") || state.startsWith("53");
    }

    static DatabaseRefusal of(Throwable failure, PgHosts database) {
        return new DatabaseRefusal(sentence(failure, database), failure);
    }

    private static String sentence(Throwable failure, PgHosts database) {
        if (find(failure, FlywayValidateException.class).isPresent()) {
            return "the tables of " + database
                    + " were not made by the scripts of this version: start the version that made"
                    + " them, or restore the backup that belongs to this one; nothing was changed. "
                    + firstLine(failure);
        }
        String state = find(failure, SQLException.class)
                .map(SQLException::getSQLState)
                .map(String::valueOf)
                .orElse("");
        return switch (state) {
            case "28P01", "28000" ->
                "PostgreSQL on " + database + " refuses user " + database.user()
                        + " or its password: correct both in PG_URI," + " or set the password there with ALTER ROLE";
            case "3D000" ->
                "PostgreSQL on " + database + " has no such database: name an existing one in PG_URI, or make it with"
                        + " CREATE DATABASE … OWNER " + database.user();
            case "42501" ->
                "user " + database.user() + " may not make the tables in that database on " + database
                        + ": make it their owner with ALTER DATABASE … OWNER TO " + database.user();
            default ->
                state.startsWith("08") || state.startsWith("57P")
                        ? "PostgreSQL on " + database
                                + " cannot be reached, or none of these takes writes: start it, or"
                                + " correct the hosts and ports in PG_URI"
                        : "a migration of " + database
                                + " stopped and was taken back whole; the version that ran before goes on"
                                + " working with these tables. Mend what it says and start again: "
                                + firstLine(failure);
        };
    }

    private static String firstLine(Throwable failure) {
        Throwable deepest = failure;
        for (int i = 0; i < CAUSES_MAX && deepest.getCause() != null; i++) {
            deepest = deepest.getCause();
        }
        return String.valueOf(deepest.getMessage()).strip().lines().findFirst().orElse("");
    }

    private static <T extends Throwable> Optional<T> find(Throwable failure, Class<T> type) {
        @Nullable Throwable cause = failure;
        for (int i = 0; cause != null && i < CAUSES_MAX; i++) {
            if (type.isInstance(cause)) {
                return Optional.of(type.cast(cause));
            }
            cause = cause.getCause();
        }
        return Optional.empty();
    }
}
