package rescue.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AdminServerIT {

    private final Vertx vertx = Vertx.vertx();
    private final AdminServer server = new AdminServer(vertx, new PrometheusMeterRegistry(PrometheusConfig.DEFAULT));
    private int port;

    @BeforeEach
    void listen() throws Exception {
        port = server.listen("127.0.0.1", 0)
                .toCompletionStage()
                .toCompletableFuture()
                .get(5, TimeUnit.SECONDS)
                .actualPort();
    }

    @AfterEach
    void close() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get(5, TimeUnit.SECONDS);
    }

    @Test
    void while_it_starts_it_is_alive_and_not_ready() throws Exception {
        assertEquals(200, get("/health/live").statusCode());
        assertEquals(503, get("/health/ready").statusCode());
    }

    @Test
    void with_everything_there_it_is_ready_and_names_each_check() throws Exception {
        server.becomeReady(List.of(
                HealthCheck.needing("database", Future::succeededFuture),
                HealthCheck.needing("roads", Future::succeededFuture)));

        HttpResponse<String> ready = get("/health/ready");

        assertEquals(200, ready.statusCode());
        JsonObject checks = new JsonObject(ready.body()).getJsonObject("checks");
        assertEquals("UP", checks.getJsonObject("database").getString("status"));
        assertEquals("UP", checks.getJsonObject("roads").getString("status"));
    }

    @Test
    void one_thing_missing_makes_it_not_ready_with_the_reason_and_still_alive() throws Exception {
        server.becomeReady(List.of(
                HealthCheck.needing("database", () -> Future.failedFuture("connection refused")),
                HealthCheck.needing("roads", Future::succeededFuture)));

        HttpResponse<String> ready = get("/health/ready");

        assertEquals(503, ready.statusCode());
        assertTrue(ready.body().contains("connection refused"), ready.body());
        assertEquals(200, get("/health/live").statusCode());
    }

    @Test
    void what_is_only_degraded_turns_nobody_away_and_is_told() throws Exception {
        server.becomeReady(List.of(
                HealthCheck.needing("database", Future::succeededFuture),
                HealthCheck.telling("roads", () -> new JsonObject().put("status", "DEGRADED"))));

        HttpResponse<String> ready = get("/health/ready");

        assertEquals(200, ready.statusCode());
        assertEquals(
                "DEGRADED",
                new JsonObject(ready.body())
                        .getJsonObject("checks")
                        .getJsonObject("roads")
                        .getString("status"));
    }

    @Test
    void a_check_that_breaks_or_hangs_has_failed() throws Exception {
        server.becomeReady(List.of(
                HealthCheck.needing("broken", () -> {
                    throw new IllegalStateException("a bug");
                }),
                HealthCheck.needing("hanging", () -> Promise.promise().future())));

        HttpResponse<String> ready = get("/health/ready");

        assertEquals(503, ready.statusCode());
        assertTrue(ready.body().contains("a bug"), ready.body());
    }

    @Test
    void metrics_are_there_and_nothing_else_is() throws Exception {
        assertEquals(200, get("/metrics").statusCode());
        assertEquals(404, get("/api/v1/incidents").statusCode());
    }

    private HttpResponse<String> get(String path) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }
}
