package rescue.deploy.bench;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpResponse;
import io.vertx.ext.web.client.WebClient;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import rescue.story.ServerProcess;

/**
 * Every ward reports its beds once a second, each at its own moment of it; meanwhile beds of one house are held and given back.
 * Latency counts from the intended time. Everything here runs on one event loop.
 */
final class CapacityLoad {

    private static final long TICK_MS = 1;
    private static final Duration DRAIN = Duration.ofSeconds(60);
    private static final int MOST_BEDS = 40;

    /** Who reports, and by which token. */
    record WardLine(String hospitalId, String token) {}

    /** An incident and the unit that goes to it, again and again. */
    record Pair(String incidentId, String unitId) {}

    final Histogram reports = new Histogram(TimeUnit.MINUTES.toMicros(2), 3);
    final Histogram holds = new Histogram(TimeUnit.MINUTES.toMicros(2), 3);
    final Map<String, Integer> counts = new TreeMap<>();

    private final Vertx vertx;
    private final WebClient client;
    private final ServerProcess server;
    private final List<WardLine> wards;
    private final Deque<Pair> idle;
    private final String wanted;
    private final String operator;
    private final Deque<Long> waiting = new ArrayDeque<>();
    private final Promise<Void> done = Promise.promise();
    private long reported;
    private long asked;
    private long underWay;
    private boolean allBegun;

    /** @param wanted the house whose beds are held; it reports as the others do */
    CapacityLoad(
            Vertx vertx,
            WebClient client,
            ServerProcess server,
            List<WardLine> wards,
            List<Pair> pairs,
            String wanted,
            String operator) {
        this.vertx = vertx;
        this.client = client;
        this.server = server;
        this.wards = wards;
        this.idle = new ArrayDeque<>(pairs);
        this.wanted = wanted;
        this.operator = operator;
    }

    /** Completes when everything that was begun has been answered, and every bed given back. */
    Future<Void> run(int holdsPerSecond, Duration duration) {
        long started = System.nanoTime();
        long allReports = duration.toSeconds() * wards.size();
        long allHolds = duration.toSeconds() * holdsPerSecond;
        vertx.setPeriodic(TICK_MS, tick -> {
            while (reported < allReports && System.nanoTime() >= due(started, reported, wards.size())) {
                report(due(started, reported, wards.size()), wards.get((int) (reported++ % wards.size())));
            }
            while (asked < allHolds && System.nanoTime() >= due(started, asked, holdsPerSecond)) {
                waiting.add(due(started, asked++, holdsPerSecond));
                underWay++;
                holdNext();
            }
            if (reported == allReports && asked == allHolds) {
                vertx.cancelTimer(tick);
                allBegun = true;
                ended();
            }
        });
        return done.future().timeout(duration.plus(DRAIN).toSeconds(), TimeUnit.SECONDS);
    }

    private static long due(long started, long number, int perSecond) {
        return started + number * TimeUnit.SECONDS.toNanos(1) / perSecond;
    }

    /** The wanted house always has more than is held; of the others each report is another. */
    private void report(long intended, WardLine ward) {
        underWay++;
        int free = ward.hospitalId.equals(wanted) ? 10 * MOST_BEDS : 1 + (int) (reported % MOST_BEDS);
        var beds = new JsonObject().put("EMERGENCY", new JsonObject().put("available", free));
        client.putAbs(server.api("/hospitals/" + ward.hospitalId + "/capacity").toString())
                .bearerTokenAuthentication(ward.token)
                .sendJsonObject(new JsonObject().put("beds", beds))
                .onComplete(answer -> {
                    reports.recordValue(micros(intended));
                    count("reports " + status(answer.succeeded() ? answer.result() : null));
                    underWay--;
                    ended();
                });
    }

    /** A hold waits, at the expense of its latency, while every unit is out. */
    private void holdNext() {
        while (!waiting.isEmpty() && !idle.isEmpty()) {
            hold(waiting.remove(), idle.remove());
        }
    }

    private void hold(long intended, Pair pair) {
        client.postAbs(server.api("/incidents/" + pair.incidentId + "/assignments")
                        .toString())
                .bearerTokenAuthentication(operator)
                .sendJsonObject(new JsonObject().put("unitId", pair.unitId).put("hospitalId", wanted))
                .compose(answer -> {
                    holds.recordValue(micros(intended));
                    count("holds " + answer.statusCode());
                    return answer.statusCode() == 201 ? giveBack(answer.bodyAsJsonObject()) : Future.succeededFuture();
                })
                .onComplete(over -> {
                    if (over.failed()) {
                        count("holds unheard");
                    }
                    idle.add(pair);
                    underWay--;
                    holdNext();
                    ended();
                });
    }

    private Future<Void> giveBack(JsonObject assignment) {
        String id = assignment.getString("id");
        var press = new JsonObject()
                .put("status", "CANCELLED")
                .put("deviceId", "desk-" + id)
                .put("seq", 1)
                .put("at", Instant.now().toString());
        return client.postAbs(server.api("/assignments/" + id + "/status").toString())
                .bearerTokenAuthentication(operator)
                .sendJsonObject(press)
                .map(answer -> {
                    count("given back " + answer.statusCode());
                    return null;
                });
    }

    private void ended() {
        if (allBegun && underWay == 0) {
            done.tryComplete();
        }
    }

    private static String status(HttpResponse<Buffer> answer) {
        return answer == null ? "unheard" : String.valueOf(answer.statusCode());
    }

    private void count(String what) {
        counts.merge(what, 1, Integer::sum);
    }

    private static long micros(long since) {
        return TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - since);
    }
}
