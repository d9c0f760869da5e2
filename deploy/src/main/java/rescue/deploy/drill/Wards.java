package rescue.deploy.drill;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import rescue.deploy.drill.Shift.Call;
import rescue.deploy.drill.Shift.Pace;
import rescue.deploy.drill.Shift.WardReport;

/** The hospitals: what they can take, that they have seen who comes, and whether they take him. */
final class Wards implements Player {

    private static final JsonObject ACCEPTS = new JsonObject().put("answer", "ACCEPT");

    private final Deque<WardReport> waiting;
    private final Pace pace;
    private final Cast cast;
    private final Cases cases;
    private final Consumer<String> say;

    /** When a notice was first there, by assignment and hospital. */
    private final Map<String, Duration> noticed = new HashMap<>();

    /** How many hospitals have answered about an incident for the drill. */
    private final Map<String, Integer> answered = new HashMap<>();

    Wards(Shift shift, Cast cast, Cases cases, Consumer<String> say) {
        waiting = new ArrayDeque<>(shift.reports().stream()
                .sorted(Comparator.comparing(WardReport::at))
                .toList());
        pace = shift.pace();
        this.cast = cast;
        this.cases = cases;
        this.say = say;
    }

    @Override
    public void play(Moment moment) {
        while (!waiting.isEmpty() && moment.isPast(waiting.getFirst().at(), Duration.ZERO)) {
            report(waiting.removeFirst());
        }
        moment.board().hospitalsWaitedAt().forEach(hospitalId -> answer(hospitalId, moment));
    }

    private void report(WardReport report) {
        Voice.Answer answer = cast.ward(report.hospitalId())
                .send(
                        "PUT",
                        "hospitals/" + report.hospitalId() + "/capacity",
                        report.capacity().encode(),
                        Map.of());
        say.accept(
                answer.isDone()
                        ? report.hospitalId() + " reports what it can take"
                        : "the report of " + report.hospitalId() + " was not taken: " + answer.why());
    }

    private void answer(String hospitalId, Moment moment) {
        String path = "hospitals/" + hospitalId + "/incoming";
        Voice ward = cast.ward(hospitalId);
        for (JsonObject notice : Board.all(ward.get(path).body(), "incoming")) {
            String place = path + "/" + notice.getString("assignmentId");
            Duration since = noticed.computeIfAbsent(place, first -> moment.at());
            if (notice.getString("seenAt") == null && moment.isPast(since, pace.wardSees())) {
                ward.post(place + "/seen", new JsonObject());
            }
            if (notice.getJsonObject("preArrival") == null && moment.isPast(since, pace.wardAnswers())) {
                JsonObject words = wordsAbout(notice.getString("incidentId"));
                if (ward.post(place, words).isDone()) {
                    answered.merge(notice.getString("incidentId"), 1, Integer::sum);
                    say.accept(hospitalId + " answers " + notice.getString("callSign") + ": "
                            + words.getString("answer") + " " + words.getString("reason", ""));
                }
            }
        }
    }

    private JsonObject wordsAbout(String incidentId) {
        List<JsonObject> inTurn = cases.of(incidentId).map(Call::answers).orElse(List.of());
        int before = answered.getOrDefault(incidentId, 0);
        return before < inTurn.size() ? inTurn.get(before) : ACCEPTS;
    }
}
