package rescue.dispatch.shell.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.vertx.core.VertxException;
import io.vertx.pgclient.PgException;
import java.io.IOException;
import java.net.ConnectException;
import java.nio.channels.ClosedChannelException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DatabaseAwayTest {

    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of(true, new ConnectException("refused")),
                Arguments.of(true, new ClosedChannelException()),
                Arguments.of(true, new TimeoutException()),
                Arguments.of(true, new IOException("recvAddress(..) failed: Connection reset by peer")),
                Arguments.of(false, new IOException("No space left on device")),
                Arguments.of(true, said("Timeout waiting for connection")),
                Arguments.of(true, said("Connection is not active now, current status: CLOSED")),
                Arguments.of(true, said("Connection is not active now, current status: CLOSING")),
                Arguments.of(true, said("Pending requests failed to be sent due to connection has been closed.")),
                Arguments.of(false, said("Connection released twice")),
                Arguments.of(false, new IllegalStateException("Connection is not active now, current status: CLOSED")),
                Arguments.of(true, answered("08006")),
                Arguments.of(true, answered("53300")),
                Arguments.of(true, answered("57P01")),
                Arguments.of(true, answered("25006")),
                Arguments.of(true, answered("57014")),
                Arguments.of(false, answered("23505")),
                Arguments.of(false, answered("42P01")),
                Arguments.of(false, new NullPointerException()));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void what_says_nothing_about_the_question_is_told_from_an_answer(boolean away, Throwable failure) {
        assertEquals(away, DatabaseAway.isMeantBy(failure));
        assertEquals(away, DatabaseAway.isMeantBy(new CompletionException(new IllegalStateException("why", failure))));
    }

    @Test
    void a_circle_of_causes_comes_to_an_end() {
        Exception one = new Exception("one");
        one.initCause(new Exception("two", one));
        assertFalse(DatabaseAway.isMeantBy(one));
        assertFalse(DatabaseAway.isMeantBy(null));
    }

    private static Throwable said(String message) {
        return VertxException.noStackTrace(message);
    }

    private static Throwable answered(String sqlState) {
        return new PgException("of that state", "ERROR", sqlState, null);
    }
}
