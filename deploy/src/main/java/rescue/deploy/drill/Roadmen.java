package rescue.deploy.drill;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import rescue.deploy.drill.Shift.RoadWork;

/** Tells the desk which roads are shut and which are open again; the desk of the drill enters it. */
final class Roadmen implements Player {

    private final Deque<RoadWork> waiting;
    private final Voice desk;
    private final Consumer<String> say;
    private final Map<String, String> entered = new HashMap<>();

    Roadmen(Shift shift, Cast cast, Consumer<String> say) {
        waiting = new ArrayDeque<>(shift.roads().stream()
                .sorted(Comparator.comparing(RoadWork::at))
                .toList());
        desk = cast.desk();
        this.say = say;
    }

    @Override
    public void play(Moment moment) {
        while (!waiting.isEmpty() && moment.isPast(waiting.getFirst().at(), Duration.ZERO)) {
            RoadWork road = waiting.removeFirst();
            road.closure().ifPresentOrElse(closure -> close(road.id(), closure), () -> reopen(road.id()));
        }
    }

    private void close(String id, JsonObject closure) {
        Voice.Answer answer = desk.post("road-closures", closure);
        if (answer.isDone()) {
            entered.put(id, answer.body().getString("id"));
            say.accept("road closed: " + answer.body().getString("label") + ", " + closure.getString("reason"));
        } else {
            say.accept("the road closure " + id + " was not taken: " + answer.why());
        }
    }

    /** Somebody who works along may have lifted it before. */
    private void reopen(String id) {
        String closureId = entered.remove(id);
        if (closureId != null && desk.delete("road-closures/" + closureId).isDone()) {
            say.accept("road open again: " + id);
        }
    }
}
