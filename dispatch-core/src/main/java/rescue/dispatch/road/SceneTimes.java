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
 * @param walks for each vehicle class that cannot get beside the patient, the walk from where it stops; all the times of
 *     that class hold for that stop
 */
public record SceneTimes(
        long roadsVersion,
        List<Optional<Travel>> toScene,
        Map<VehicleClass, List<Optional<Travel>>> fromScene,
        Map<VehicleClass, Walk> walks) {

    public SceneTimes {
        toScene = List.copyOf(toScene);
        fromScene = Map.copyOf(fromScene);
        walks = Map.copyOf(walks);
    }
}
