package rescue.deploy;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import io.vertx.micrometer.PrometheusRequestHandler;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Health and metrics, on a port of their own that is not for the public. */
final class AdminServer {

    /** A check that takes longer has failed: whoever asks, asks again within seconds. */
    private static final long CHECK_TIMEOUT_S = 2;

    private final Vertx vertx;
    private final PrometheusMeterRegistry registry;
    private volatile List<HealthCheck> checks = List.of();
    private volatile @Nullable MapDoor mapDoor;

    AdminServer(Vertx vertx, PrometheusMeterRegistry registry) {
        this.vertx = vertx;
        this.registry = registry;
    }

    /** What an operator of the machine may ask about the map, and have done. */
    record MapDoor(Supplier<JsonObject> state, Supplier<Future<JsonObject>> lookAgain) {}

    void openMapDoor(MapDoor door) {
        mapDoor = door;
    }

    /** Where figures are put that {@code /metrics} shows. */
    MeterRegistry registry() {
        return registry;
    }

    /** Until this is called, the process is alive and not ready. */
    void becomeReady(List<HealthCheck> nowChecked) {
        checks = List.copyOf(nowChecked);
    }

    Future<HttpServer> listen(String host, int port) {
        var metrics = PrometheusRequestHandler.create(registry);
        return vertx.createHttpServer(new HttpServerOptions().setHost(host).setPort(port))
                .requestHandler(request -> {
                    switch (request.path()) {
                        case "/health/live" -> reply(request, 200, new JsonObject().put("status", "UP"));
                        case "/health/ready" -> ready(request);
                        case "/metrics" -> metrics.handle(request);
                        case "/map" -> map(request);
                        default -> reply(request, 404, new JsonObject().put("status", "UNKNOWN"));
                    }
                })
                .listen();
    }

    /** GET tells which map is in force; POST looks at the file again, at once, and tells what came of it. */
    private void map(HttpServerRequest request) {
        MapDoor door = mapDoor;
        if (door == null) {
            reply(request, 503, new JsonObject().put("status", "STARTING"));
        } else if (request.method().equals(HttpMethod.POST)) {
            door.lookAgain()
                    .get()
                    .onSuccess(state -> reply(request, 200, state))
                    .onFailure(failure ->
                            reply(request, 500, new JsonObject().put("reason", String.valueOf(failure.getMessage()))));
        } else {
            reply(request, 200, door.state().get());
        }
    }

    private void ready(HttpServerRequest request) {
        List<HealthCheck> now = checks;
        if (now.isEmpty()) {
            reply(request, 503, new JsonObject().put("status", "STARTING"));
            return;
        }
        List<Future<JsonObject>> results = now.stream().map(AdminServer::run).toList();
        Future.all(results).onComplete(done -> {
            var body = new JsonObject();
            results.forEach(result -> body.mergeIn(result.result()));
            boolean allUp = results.stream().allMatch(result -> isUp(result.result()));
            reply(
                    request,
                    allUp ? 200 : 503,
                    new JsonObject().put("status", allUp ? "UP" : "DOWN").put("checks", body));
        });
    }

    /** Never fails: a failed check is an answer too. */
    private static Future<JsonObject> run(HealthCheck check) {
        long asked = System.nanoTime();
        return Future.succeededFuture()
                .compose(ignored -> check.probe().get())
                .timeout(CHECK_TIMEOUT_S, TimeUnit.SECONDS)
                .otherwise(
                        down -> new JsonObject().put("status", "DOWN").put("reason", String.valueOf(down.getMessage())))
                .map(result -> result.put("tookMs", TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - asked)))
                .map(result -> new JsonObject().put(check.name(), result));
    }

    /** What is only degraded does its work. */
    private static boolean isUp(JsonObject namedResult) {
        return namedResult.stream()
                .noneMatch(entry ->
                        ((JsonObject) entry.getValue()).getString("status").equals("DOWN"));
    }

    private static void reply(HttpServerRequest request, int status, JsonObject body) {
        request.response()
                .setStatusCode(status)
                .putHeader("content-type", "application/json")
                .end(body.toBuffer());
    }
}
