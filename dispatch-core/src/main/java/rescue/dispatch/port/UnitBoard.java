package rescue.dispatch.port;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import rescue.dispatch.unit.AvlFix;
import rescue.dispatch.unit.Unit;

/** The units as they are now. */
public interface UnitBoard {

    /** Every unit, by call sign. */
    Future<List<Unit>> list();

    Future<Optional<Unit>> find(String unitId);

    /** Keeps all fixes as history and the newest as the position; an older one never replaces a newer one. */
    Future<Boolean> track(String unitId, List<AvlFix> fixes);

    /** Puts a unit in or out of service; false when there is no such unit, or it is on an assignment. */
    Future<Boolean> setOnDuty(String unitId, boolean onDuty);

    /** The unit whose tracking device has that id. */
    Future<Optional<String>> findByDevice(String deviceId);
}
