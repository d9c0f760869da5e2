package rescue.deploy.drill;

import io.vertx.core.json.JsonObject;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** Every unit's crew, whoever has sent it. */
final class Crews implements Player {

    private final Shift shift;
    private final Cast cast;
    private final Cases cases;
    private final InstantSource clock;
    private final Consumer<String> say;
    private final Map<String, Crew> crews = new LinkedHashMap<>();

    Crews(Shift shift, Cast cast, Cases cases, InstantSource clock, Consumer<String> say) {
        this.shift = shift;
        this.cast = cast;
        this.cases = cases;
        this.clock = clock;
        this.say = say;
    }

    @Override
    public void play(Moment moment) {
        for (JsonObject unit : moment.board().units()) {
            if (unit.getBoolean("onDuty", true)) {
                crews.computeIfAbsent(unit.getString("id"), this::crew).play(unit, moment);
            }
        }
    }

    private Crew crew(String unitId) {
        var wheel = new Wheel(unitId, cast.crew(unitId), clock, crews.size());
        return new Crew(unitId, cast.crew(unitId), wheel, shift.pace(), cases, clock, say);
    }
}
