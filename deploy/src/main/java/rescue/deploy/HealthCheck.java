package rescue.deploy;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * One thing that whoever watches this process asks after.
 *
 * @param name as shown in the answer of {@code /health/ready}
 * @param probe completes with what is to be told of it, with {@code status}; fails, with the reason as its message, when
 *     the process cannot do its work without the thing and it is not there now
 */
record HealthCheck(String name, Supplier<Future<JsonObject>> probe) {

    /** Without this the process cannot do its work: it is not ready. */
    static HealthCheck needing(String name, Supplier<? extends Future<?>> probe) {
        return new HealthCheck(name, () -> probe.get().map(there -> new JsonObject().put("status", "UP")));
    }

    /** The same of something without which the process still does some of its work: {@code DEGRADED}, with the reason. */
    static HealthCheck wanting(String name, Supplier<? extends Future<?>> probe) {
        return new HealthCheck(
                name,
                () -> probe.get()
                        .timeout(1, TimeUnit.SECONDS)
                        .map(there -> new JsonObject().put("status", "UP"))
                        .otherwise(away -> new JsonObject()
                                .put("status", "DEGRADED")
                                .put("reason", String.valueOf(away.getMessage()))));
    }

    /** The work goes on without this, only worse, and is said to be {@code DEGRADED}: nobody is turned away for it. */
    static HealthCheck telling(String name, Supplier<JsonObject> state) {
        return new HealthCheck(name, () -> Future.succeededFuture(state.get()));
    }
}
