package rescue.dispatch.port;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import rescue.dispatch.road.CutOffPlace;
import rescue.dispatch.road.WatchedPlace;

/** Which places are cut off now: one answer for all nodes, told to the desk when it changes. */
public interface CutOffBoard {

    /** By kind and name; of scenes only those of incidents that are still open. */
    Future<List<CutOffPlace>> list();

    /**
     * Exactly these are cut off on that state of the roads. Whoever knows only an older state, or the same, changes nothing.
     *
     * @param because what came into force since the state before; kept with the places that are new here
     */
    Future<Void> replace(long roadsVersion, List<WatchedPlace> cutOff, List<UUID> because, Instant at);
}
