package rescue.deploy;

import io.vertx.core.Future;
import java.util.function.Supplier;

/**
 * One thing without which this process cannot do its work.
 *
 * @param name as shown in the answer of {@code /health/ready}
 * @param probe fails, with the reason as its message, when the thing is not there now
 */
record HealthCheck(String name, Supplier<Future<?>> probe) {}
