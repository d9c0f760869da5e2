package rescue.dispatch.port;

import io.vertx.core.Future;
import java.util.List;
import java.util.UUID;
import rescue.dispatch.road.RoadClosure;

/** The road closures as entered, durably; what they do to driving times is {@link RoadNetwork}'s business. */
public interface RoadClosures {

    /** Those neither lifted nor expired by the database's clock, oldest first. */
    Future<List<RoadClosure>> listInForce();

    Future<Void> enter(RoadClosure closure, String by);

    /** False when there is no such closure in force. */
    Future<Boolean> lift(UUID id, String by);
}
