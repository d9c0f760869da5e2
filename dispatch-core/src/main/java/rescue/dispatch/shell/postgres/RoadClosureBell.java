package rescue.dispatch.shell.postgres;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.pubsub.PgSubscriber;
import java.time.Duration;

/**
 * Hears that a road closure was entered or lifted on any node, the moment it is committed ({@code LISTEN}). What is rung
 * while the connection is away is lost, so whoever listens looks now and then all the same.
 */
public final class RoadClosureBell {

    /** A database that is away is asked again so often, for as long as it takes. */
    private static final Duration RECONNECT = Duration.ofSeconds(1);

    private final PgSubscriber subscriber;

    public RoadClosureBell(Vertx vertx, PgConnectOptions database) {
        subscriber = PgSubscriber.subscriber(vertx, database).reconnectPolicy(retries -> RECONNECT.toMillis());
    }

    /** From now on. */
    public Future<Void> listen(Runnable look) {
        subscriber
                .channel(PgRoadClosures.CHANNEL)
                .handler(payload -> look.run())
                .subscribeHandler(again -> look.run());
        return subscriber.connect();
    }

    public Future<Void> close() {
        return subscriber.close();
    }
}
