package rescue.deploy;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import io.vertx.micrometer.PrometheusRequestHandler;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Health and metrics, on a port of their own that is not for the public. */
final class AdminServer {

    /** A check that takes longer has failed: whoever asks, asks again within seconds. */
    private static final long CHECK_TIMEOUT_S = 2;

    private final Vertx vertx;
    private final PrometheusMeterRegistry registry;
    private volatile List<HealthCheck> checks = List.of();

    AdminServer(Vertx vertx, PrometheusMeterRegistry registry) {
        this.vertx = vertx;
        this.registry = registry;
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
                        default -> reply(request, 404, new JsonObject().put("status", "UNKNOWN"));
                    }
                })
                .listen();
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
                .map(up -> new JsonObject().put("status", "UP"))
                .otherwise(
                        down -> new JsonObject().put("status", "DOWN").put("reason", String.valueOf(down.getMessage())))
                .map(result -> result.put("tookMs", TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - asked)))
                .map(result -> new JsonObject().put(check.name(), result));
    }

    private static boolean isUp(JsonObject namedResult) {
        return namedResult.stream()
                .allMatch(entry ->
                        ((JsonObject) entry.getValue()).getString("status").equals("UP"));
    }

    private static void reply(HttpServerRequest request, int status, JsonObject body) {
        request.response()
                .setStatusCode(status)
                .putHeader("content-type", "application/json")
                .end(body.toBuffer());
    }
}
