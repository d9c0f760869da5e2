package rescue.dispatch.road;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Every driving time that one decision needs, all from one state of the roads, so that unit and hospital times agree.
 *
 * @param roadsVersion the state of the roads that all of these answers rest on; stored with the decision
 * @param toScene one answer for each origin, in the order asked; empty when no road leads there now
 * @param fromScene for each vehicle class asked, one answer for each destination in the order asked; empty when cut off
 */
public record SceneTimes(
        long roadsVersion, List<Optional<Travel>> toScene, Map<VehicleClass, List<Optional<Travel>>> fromScene) {

    public SceneTimes {
        toScene = List.copyOf(toScene);
        fromScene = Map.copyOf(fromScene);
    }
}
