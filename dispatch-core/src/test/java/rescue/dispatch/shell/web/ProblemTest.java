package rescue.dispatch.shell.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.handler.HttpException;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.ClosedConnectionException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import rescue.dispatch.shell.phrases.Language;
import rescue.dispatch.shell.phrases.Phrases;

class ProblemTest {

    private final Problem problem = new Problem(new Phrases("problems"));

    static Stream<Arguments> failures() {
        return Stream.of(
                arguments("a refusal", new ApiFailure(ProblemCode.INCIDENT_UNKNOWN, "x"), 404, "incident-unknown"),
                arguments("an old version", new ApiFailure(ProblemCode.STALE, 7), 412, "stale"),
                arguments("a lost race", new ApiFailure(ProblemCode.TRY_AGAIN), 409, "stale"),
                arguments("broken JSON", new DecodeException("Unexpected character"), 400, "json-broken"),
                arguments("wrapped by the framework", new HttpException(500, refused("08006")), 503, "database-away"),
                arguments("the framework's 413", new HttpException(413), 413, "body-too-large"),
                arguments("nobody listens", new ConnectException("refused"), 503, "database-away"),
                arguments("the connection broke", ClosedConnectionException.INSTANCE, 503, "database-away"),
                arguments("the connection was reset", new SocketException("Connection reset"), 503, "database-away"),
                arguments("the same, natively", new IOException("Connection reset by peer"), 503, "database-away"),
                arguments("a disk that is full", new IOException("No space left on device"), 500, "internal"),
                arguments("PostgreSQL stops", refused("57P01"), 503, "database-away"),
                arguments("PostgreSQL starts", refused("57P03"), 503, "database-away"),
                arguments("too many connections", refused("53300"), 503, "database-away"),
                arguments(
                        "deep inside",
                        new RuntimeException(new RuntimeException(refused("57P02"))),
                        503,
                        "database-away"),
                arguments("a query that ran too long", refused("57014"), 503, "database-away"),
                arguments("a broken rule", refused("23505"), 500, "internal"),
                arguments("a bug", new NullPointerException("x"), 500, "internal"));
    }

    @ParameterizedTest(name = "{0}: {2} {3}")
    @MethodSource("failures")
    void is_answered(String story, Throwable failure, int status, String code) {
        Problem.Answer answer = problem.of(failure, Language.EN, "GET /here");
        assertEquals(status, answer.status());
        assertEquals(status, answer.body().getInteger("status"));
        assertEquals(code, answer.body().getString("code"));
        assertEquals("urn:hoang-lien:problem:" + code, answer.body().getString("type"));
    }

    @Test
    void a_bug_shows_its_correlation_id_and_nothing_of_itself() {
        JsonObject body = problem.of(new IllegalStateException("SELECT secret"), Language.VI, "GET /here")
                .body();
        assertNotNull(body.getString("correlationId"));
        assertTrue(body.getString("detail").contains(body.getString("correlationId")));
        assertFalse(body.encode().contains("SELECT"));
        assertFalse(body.encode().contains("Exception"));
    }

    @Test
    void a_database_that_is_away_says_when_to_try_again() {
        assertEquals(
                Duration.ofSeconds(3),
                problem.of(new ConnectException(), Language.VI, "GET /here").retryAfter());
    }

    @Test
    void a_refusal_carries_what_helps() {
        JsonObject body = problem.of(
                        new ApiFailure(ProblemCode.UNIT_TAKEN, "LC-01", "2026-000007")
                                .with("takenBy", new JsonObject().put("incidentNumber", "2026-000007"))
                                .at("/unitId"),
                        Language.VI,
                        "POST /here")
                .body();
        assertEquals("Xe LC-01 đã được điều đi vụ 2026-000007; hãy chọn xe khác.", body.getString("detail"));
        assertEquals("2026-000007", body.getJsonObject("takenBy").getString("incidentNumber"));
        assertEquals("/unitId", body.getJsonArray("errors").getJsonObject(0).getString("pointer"));
    }

    @ParameterizedTest
    @EnumSource
    void a_code_is_lower_case_with_hyphens(ProblemCode code) {
        assertTrue(code.code().matches("[a-z]+(-[a-z]+)*"), code.code());
    }

    private static PgException refused(String sqlState) {
        return new PgException("no", "ERROR", sqlState, "");
    }
}
