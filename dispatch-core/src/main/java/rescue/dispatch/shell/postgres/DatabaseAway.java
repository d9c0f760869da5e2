package rescue.dispatch.shell.postgres;

import io.vertx.core.VertxException;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.ClosedConnectionException;
import java.io.IOException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.channels.ClosedChannelException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Tells a database that cannot be reached from one that answered "no". */
public final class DatabaseAway {

    /**
     * PostgreSQL's classes of errors that say nothing about the question: 08 connection, 53 out of resources, 57P stopping,
     * crashed or starting; 25006, which a standby answers to a write; and 57014 and 25P03, when it took too long, or we did.
     */
    private static final Set<String> AWAY = Set.of("08", "53", "57P", "25006", "57014", "25P03");

    /** Deeper chains do not occur; a limit so that a cycle of causes does not hang. */
    private static final int CAUSES_MAX = 8;

    /** How the pool says it, in exceptions that have no type of their own: one while it waits, one before it connects. */
    private static final Set<String> NO_CONNECTION_CAME_FREE = Set.of("Timeout", "Timeout waiting for connection");

    /**
     * How the driver begins to say that it took a connection which the other side had closed before the question was sent;
     * these too are of no type of their own.
     */
    private static final List<String> CLOSED_BEFORE_SENT = List.of(
            "Connection is not active now", "Pending requests failed to be sent due to connection has been closed");

    private DatabaseAway() {}

    /** Whether that failure, or what caused it, means that nothing is known. */
    public static boolean isMeantBy(@Nullable Throwable failure) {
        Throwable cause = failure;
        for (int i = 0; cause != null && i < CAUSES_MAX; i++) {
            if (isAway(cause)) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }

    private static boolean isAway(Throwable failure) {
        if (failure instanceof PgException refused) {
            String state = refused.getSqlState();
            return state != null && AWAY.stream().anyMatch(state::startsWith);
        }
        return failure instanceof SocketException // refused, unreachable, reset
                || failure instanceof ClosedChannelException
                || failure instanceof ClosedConnectionException
                || failure instanceof UnknownHostException
                || isCut(failure)
                || failure instanceof TimeoutException
                || wasNeverSent(failure)
                || NO_CONNECTION_CAME_FREE.contains(String.valueOf(failure.getMessage()));
    }

    private static boolean wasNeverSent(Throwable failure) {
        String message = failure.getMessage();
        return failure instanceof VertxException
                && message != null
                && CLOSED_BEFORE_SENT.stream().anyMatch(message::startsWith);
    }

    /** Netty's native transport has an exception of its own, with the words of the operating system. */
    private static boolean isCut(Throwable failure) {
        String message = failure.getMessage();
        return failure instanceof IOException
                && message != null
                && (message.contains("Connection reset") || message.contains("Broken pipe"));
    }
}
