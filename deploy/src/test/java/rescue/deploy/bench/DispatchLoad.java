package rescue.deploy.bench;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpResponse;
import io.vertx.ext.web.client.WebClient;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;
import rescue.story.Scenes;
import rescue.story.ServerProcess;

/**
 * One rate for one while: each alert goes out at its intended time, and its latency counts from there, so that a server
 * that stalls cannot hide it. After each assignment the unit is stood down and the incident closed, so that units come free.
 * Everything here runs on one event loop.
 */
final class DispatchLoad {

    /** Alerts fall due between two ticks; latency still counts from the intended time. */
    private static final long TICK_MS = 1;

    /** What is under way when the last alert is out gets this long. */
    private static final Duration DRAIN = Duration.ofSeconds(30);

    final Histogram acknowledge = micros();
    final Histogram recommend = micros();
    final Histogram assign = micros();
    final Map<String, Integer> counts = new TreeMap<>();

    private final Vertx vertx;
    private final WebClient client;
    private final ServerProcess server;
    private final Scenes scenes;
    private final String token;
    private final String deviceId = "bench-" + UUID.randomUUID();
    private final Promise<Void> done = Promise.promise();
    private long due;
    private long underWay;
    private int startedCount;
    private int pressed;

    DispatchLoad(Vertx vertx, WebClient client, ServerProcess server, Scenes scenes, String token) {
        this.vertx = vertx;
        this.client = client;
        this.server = server;
        this.scenes = scenes;
        this.token = token;
    }

    /** Completes when every chain that was begun has ended. */
    Future<Void> run(int alertsPerSecond, Duration duration) {
        long started = System.nanoTime();
        due = duration.toSeconds() * alertsPerSecond;
        long gap = TimeUnit.SECONDS.toNanos(1) / alertsPerSecond;
        vertx.setPeriodic(TICK_MS, tick -> {
            while (startedCount < due && System.nanoTime() >= started + startedCount * gap) {
                begin(started + startedCount * gap);
                startedCount++;
            }
            if (startedCount == due) {
                vertx.cancelTimer(tick);
                finishIfIdle();
            }
        });
        return done.future().timeout(duration.plus(DRAIN).toSeconds(), TimeUnit.SECONDS);
    }

    private void begin(long intended) {
        underWay++;
        alert(intended)
                .compose(this::recommendAndAssign)
                .onFailure(failure -> count("failed: " + failure.getMessage()))
                .onComplete(ended -> {
                    underWay--;
                    finishIfIdle();
                });
    }

    private void finishIfIdle() {
        if (startedCount == due && underWay == 0) {
            done.tryComplete();
        }
    }

    private Future<String> alert(long intended) {
        return client.postAbs(server.api("/alerts").toString())
                .putHeader("Idempotency-Key", UUID.randomUUID().toString())
                .sendJsonObject(scenes.next())
                .compose(response -> {
                    acknowledge.recordValue(microsSince(intended));
                    count("alerts " + response.statusCode());
                    return response.statusCode() == 201
                            ? Future.succeededFuture(response.bodyAsJsonObject().getString("incidentId"))
                            : Future.failedFuture("alert " + response.statusCode());
                });
    }

    private Future<HttpResponse<Buffer>> recommendAndAssign(String incidentId) {
        long asked = System.nanoTime();
        return call(HttpMethod.GET, "/incidents/" + incidentId + "/recommendation", null)
                .compose(response -> {
                    recommend.recordValue(microsSince(asked));
                    count("recommendations " + response.statusCode());
                    JsonArray options = response.bodyAsJsonObject().getJsonArray("options", new JsonArray());
                    if (options.isEmpty()) {
                        count("nobody free");
                        return close(incidentId);
                    }
                    return assign(incidentId, options.getJsonObject(0));
                });
    }

    private Future<HttpResponse<Buffer>> assign(String incidentId, JsonObject option) {
        long asked = System.nanoTime();
        JsonObject body = new JsonObject()
                .put("unitId", option.getString("unitId"))
                .put("hospitalId", option.getString("hospitalId"));
        return call(HttpMethod.POST, "/incidents/" + incidentId + "/assignments", body)
                .compose(response -> {
                    assign.recordValue(microsSince(asked));
                    JsonObject answer = response.bodyAsJsonObject();
                    if (response.statusCode() != 201) {
                        count("assignments " + response.statusCode() + " " + answer.getString("code"));
                        return close(incidentId);
                    }
                    count("assignments 201");
                    return standDown(answer.getString("id")).compose(stoodDown -> close(incidentId));
                });
    }

    private Future<HttpResponse<Buffer>> standDown(String assignmentId) {
        JsonObject body = new JsonObject()
                .put("status", "CANCELLED")
                .put("deviceId", deviceId)
                .put("seq", ++pressed)
                .put("at", Instant.now().toString())
                .put("reason", "measurement");
        return call(HttpMethod.POST, "/assignments/" + assignmentId + "/status", body)
                .onSuccess(response -> count("stood down " + response.statusCode()));
    }

    private Future<HttpResponse<Buffer>> close(String incidentId) {
        return call(
                        HttpMethod.POST,
                        "/incidents/" + incidentId + "/close",
                        new JsonObject().put("disposition", "CANCELLED"))
                .onSuccess(response -> count("closed " + response.statusCode()));
    }

    private Future<HttpResponse<Buffer>> call(HttpMethod method, String path, @Nullable JsonObject body) {
        var request = client.requestAbs(method, server.api(path).toString()).bearerTokenAuthentication(token);
        return body == null ? request.send() : request.sendJsonObject(body);
    }

    private void count(String what) {
        counts.merge(what, 1, Integer::sum);
    }

    private static long microsSince(long nanos) {
        return TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - nanos);
    }

    /** Up to a minute, three digits. */
    private static Histogram micros() {
        return new Histogram(TimeUnit.MINUTES.toMicros(1), 3);
    }
}
