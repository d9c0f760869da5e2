package rescue.deploy.drill;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import rescue.deploy.drill.Shift.Call;
import rescue.deploy.drill.Shift.Pace;

/**
 * The operator of the drill. Each case is left to whoever works along for a while; only what nobody has decided by then he
 * decides, by the first recommendation. What somebody else has decided stays decided.
 */
final class DeskHand implements Player {

    /** Somebody who has taken notice is thinking; he gets so many times as long. */
    private static final int PATIENCE = 3;

    /** Ready to leave the board: long enough for it to be seen that all is done. */
    private static final Duration CLOSED_AFTER = Duration.ofMinutes(2);

    private static final Duration AT_ONCE = Duration.ofSeconds(10);

    private static final List<String> OVER = List.of("IN_SERVICE", "CANCELLED");

    private final Voice desk;
    private final Pace pace;
    private final Cases cases;
    private final Consumer<String> say;

    private final Map<String, Duration> opened = new HashMap<>();
    private final Map<String, Duration> seen = new HashMap<>();
    private final Map<String, Integer> sent = new HashMap<>();
    private final Set<String> taken = new HashSet<>();

    DeskHand(Shift shift, Cast cast, Cases cases, Consumer<String> say) {
        desk = cast.desk();
        pace = shift.pace();
        this.cases = cases;
        this.say = say;
    }

    @Override
    public void play(Moment moment) {
        cases.all()
                .forEach((id, call) -> moment.board().incident(id).ifPresent(incident -> {
                    opened.putIfAbsent(id, moment.at());
                    play(new Case(id, call, incident), moment);
                }));
    }

    private record Case(String id, Call call, JsonObject incident) {

        String number() {
            return incident.getString("number");
        }

        List<JsonObject> assignments() {
            return Board.all(incident, "assignments");
        }

        boolean isAllOver() {
            return assignments().stream().allMatch(one -> OVER.contains(one.getString("status")));
        }
    }

    private void play(Case one, Moment moment) {
        if (one.incident.getJsonObject("acknowledged") == null && isDue(one, pace.acknowledge(), moment)) {
            desk.post("incidents/" + one.id + "/acknowledge", new JsonObject());
        }
        if (isDue(one, pace.acknowledge(), moment)) {
            countPatients(one);
        }
        if (one.call.sameAs().isPresent()) {
            merge(one, moment);
        } else if (one.call.isHoax()) {
            unmask(one, moment);
        } else {
            send(one, moment);
            findDestinations(one, moment);
            closeWhenOver(one, moment);
        }
    }

    private boolean isDue(Case one, Duration takes, Moment moment) {
        return moment.isPast(since(one), moment.isWatched() ? takes : AT_ONCE);
    }

    private Duration since(Case one) {
        return opened.getOrDefault(one.id, Duration.ZERO);
    }

    /** How long this case is left to whoever works along. */
    private Duration left(Case one) {
        String by = Board.part(one.incident, "acknowledged").getString("by", Cast.DESK_ACCOUNT);
        return by.equals(Cast.DESK_ACCOUNT) ? pace.leave() : pace.leave().multipliedBy(PATIENCE);
    }

    /** Whoever called said how many there are; the needs, and with them the hospitals, follow from that. */
    private void countPatients(Case one) {
        if (one.call.patients().isEmpty()
                || !Board.all(one.incident, "patients").isEmpty()) {
            return;
        }
        desk.send(
                "PATCH",
                "incidents/" + one.id,
                new JsonObject()
                        .put("patients", new JsonArray(one.call.patients()))
                        .encode(),
                Map.of("If-Match", String.valueOf(one.incident.getLong("version"))));
    }

    private void merge(Case one, Moment moment) {
        Optional<String> into = one.call.sameAs().flatMap(cases::incidentOf);
        if (into.isEmpty() || into.get().equals(one.id) || !isDue(one, left(one), moment)) {
            return;
        }
        if (one.assignments().isEmpty()
                && desk.post("incidents/" + one.id + "/merge", new JsonObject().put("into", into.get()))
                        .isDone()) {
            say.accept("the desk of the drill merges " + one.number() + " into the one that was told before");
        }
    }

    /** Called back, nobody answers: closed, unless somebody has sent a unit to look. */
    private void unmask(Case one, Moment moment) {
        if (isDue(one, left(one), moment) && one.isAllOver()) {
            close(one, "FALSE_ALARM");
        }
    }

    private void send(Case one, Moment moment) {
        int mine = sent.getOrDefault(one.id, 0);
        boolean somebodyElseHas = one.assignments().size() > mine;
        if (somebodyElseHas || mine >= one.call.units() || !isDue(one, left(one), moment)) {
            return;
        }
        take(one);
        List<JsonObject> options = options(one);
        if (options.isEmpty()) {
            return; // asked again: somebody will be free
        }
        JsonObject best = options.get(0);
        Voice.Answer answer = desk.post(
                "incidents/" + one.id + "/assignments",
                new JsonObject()
                        .put("unitId", best.getString("unitId"))
                        .put("hospitalId", best.getString("hospitalId")));
        if (answer.isDone()) { // else somebody was faster: seen on the next look at the board
            sent.merge(one.id, 1, Integer::sum);
            say.accept("the desk of the drill sends " + best.getString("callSign") + " to " + one.number());
        }
    }

    /** Said once, in the timeline too. */
    private void take(Case one) {
        if (taken.add(one.id)) {
            desk.post(
                    "incidents/" + one.id + "/notes",
                    new JsonObject().put("text", "Diễn tập: chưa ai xử lý nên trực ban diễn tập tiếp nhận."));
        }
    }

    private List<JsonObject> options(Case one) {
        return Board.all(desk.get("incidents/" + one.id + "/recommendation").body(), "options");
    }

    /** Where a hospital has declined, the next one is asked. */
    private void findDestinations(Case one, Moment moment) {
        for (JsonObject assignment : one.assignments()) {
            if (!assignment.getBoolean("needsDestination", false)
                    || OVER.contains(assignment.getString("status"))
                    || one.call.patients().isEmpty()) {
                continue;
            }
            String id = assignment.getString("id");
            Duration since = seen.computeIfAbsent(id + " " + assignment.getString("hospitalId"), first -> moment.at());
            if (moment.isPast(since, moment.isWatched() ? left(one).dividedBy(2) : AT_ONCE)) {
                options(one).stream()
                        .map(option -> option.getString("hospitalId"))
                        .filter(hospital -> hospital != null && !hospital.equals(assignment.getString("hospitalId")))
                        .findFirst()
                        .ifPresent(hospital -> divert(assignment, hospital));
            }
        }
    }

    private void divert(JsonObject assignment, String hospitalId) {
        Voice.Answer answer = desk.post(
                "assignments/" + assignment.getString("id") + "/destination",
                new JsonObject().put("hospitalId", hospitalId));
        if (answer.isDone()) {
            say.accept("the desk of the drill diverts " + assignment.getString("callSign") + " to "
                    + answer.body().getString("hospitalName"));
        }
    }

    private void closeWhenOver(Case one, Moment moment) {
        if (one.assignments().isEmpty() || !one.isAllOver()) {
            seen.remove(one.id);
            return;
        }
        boolean isMine = sent.getOrDefault(one.id, 0) == one.assignments().size();
        Duration since = seen.computeIfAbsent(one.id, first -> moment.at());
        if (moment.isPast(since, CLOSED_AFTER.multipliedBy(isMine ? 1 : PATIENCE))) {
            close(one, one.call.disposition());
        }
    }

    private void close(Case one, String disposition) {
        JsonObject request = new JsonObject().put("disposition", disposition);
        one.call.note().ifPresent(note -> request.put("note", note));
        if (desk.post("incidents/" + one.id + "/close", request).isDone()) {
            say.accept("the desk of the drill closes " + one.number() + ": " + disposition);
        }
    }
}
