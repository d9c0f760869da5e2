package rescue.deploy.drill;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import rescue.deploy.drill.Shift.Call;

/** Whoever calls for help. */
final class Callers implements Player {

    private final Deque<Call> waiting;
    private final Voice anybody;
    private final Cases cases;
    private final Consumer<String> say;

    /** Once for each call, however often it is tried. */
    private final String key = UUID.randomUUID().toString();

    Callers(Shift shift, Cast cast, Cases cases, Consumer<String> say) {
        waiting = new ArrayDeque<>(
                shift.calls().stream().sorted(Comparator.comparing(Call::at)).toList());
        anybody = cast.anybody();
        this.cases = cases;
        this.say = say;
    }

    @Override
    public void play(Moment moment) {
        while (!waiting.isEmpty() && moment.isPast(waiting.getFirst().at(), Duration.ZERO)) {
            call(waiting.getFirst());
            waiting.removeFirst(); // after it was taken: a server that is gone is called again
        }
    }

    private void call(Call call) {
        Voice.Answer answer =
                anybody.send("POST", "alerts", call.alert().encode(), Map.of("Idempotency-Key", key + " " + call.id()));
        String incidentId = answer.body().getString("incidentId");
        if (incidentId == null) {
            say.accept("the call " + call.id() + " was not taken: " + answer.why());
        } else {
            say.accept("call " + call.id() + ": " + words(call.alert()) + " ▶ "
                    + answer.body().getString("incidentNumber"));
            cases.opened(incidentId, call);
        }
    }

    private static String words(JsonObject alert) {
        String words = alert.getString("description", alert.getString("kind"));
        return words.length() > 60 ? words.substring(0, 60) + "…" : words;
    }
}
