package rescue.dispatch.port;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.UUID;

/**
 * Tracking codes that were given out while an alert waited for the database, before it was known which incident it would
 * open or join: they go on working beside the incident's own.
 */
@FunctionalInterface
public interface WaitedCodes {

    /** Whoever holds that code may follow that incident from now on; a second time changes nothing. */
    Future<Void> follow(String trackingCode, UUID alertId, UUID incidentId, Instant receivedAt);
}
