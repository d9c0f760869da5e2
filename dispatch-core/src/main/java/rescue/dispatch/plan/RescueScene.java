package rescue.dispatch.plan;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import rescue.dispatch.alert.TriageCategory;
import rescue.dispatch.decision.Need;
import rescue.dispatch.decision.Refusal;

/**
 * Everything that a plan is made from, all of one moment.
 *
 * @param needs of each colour
 * @param units that can take part
 * @param leftOut units that cannot, with the reason
 * @param onScene how long a unit is expected to stay at the scene
 */
public record RescueScene(
        Casualties casualties,
        Map<TriageCategory, Need> needs,
        List<RescueUnit> units,
        List<Refusal> leftOut,
        List<RescueHospital> hospitals,
        Duration onScene,
        long roadsVersion,
        Instant now) {

    public RescueScene {
        needs = Map.copyOf(needs);
        units = List.copyOf(units);
        leftOut = List.copyOf(leftOut);
        hospitals = List.copyOf(hospitals);
    }
}
