package rescue.deploy.drill;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import rescue.deploy.drill.Board.Sent;
import rescue.deploy.drill.Shift.Call;
import rescue.deploy.drill.Shift.Pace;

/**
 * The crew of one unit: presses the one next button, drives the route that the tablet shows, writes the patients' cards.
 * It sees each press of somebody else's, goes on from there, and leaves him more time for the next one.
 */
final class Crew {

    private static final int PATIENCE = 3;

    private final String unitId;
    private final Voice voice;
    private final Wheel wheel;
    private final Pace pace;
    private final Cases cases;
    private final InstantSource clock;
    private final Consumer<String> say;

    private @Nullable Order order;
    private long presses;

    Crew(String unitId, Voice voice, Wheel wheel, Pace pace, Cases cases, InstantSource clock, Consumer<String> say) {
        this.unitId = unitId;
        this.voice = voice;
        this.wheel = wheel;
        this.pace = pace;
        this.cases = cases;
        this.clock = clock;
        this.say = say;
    }

    /** What the crew has in hand, and how far it is. */
    private static final class Order {

        final String id;
        String status = "";
        String expected = "NOTIFIED";
        Duration since = Duration.ZERO;
        boolean isPressedByOthers;
        boolean hasCards;
        String way = "";
        Duration walk = Duration.ZERO;
        boolean leadsThere;

        Order(String id) {
            this.id = id;
        }
    }

    void play(JsonObject unit, Moment moment) {
        if (!wheel.isOurs(unit)) {
            wheel.stop(moment.at());
            return;
        }
        String assignmentId = unit.getString("assignmentId");
        if (assignmentId == null) {
            if (order != null) { // over, or stood down
                order = null;
                wheel.goHome(moment.at());
            }
        } else {
            moment.board().assignment(assignmentId).ifPresent(sent -> follow(sent, moment));
        }
        wheel.tell(unit, moment);
    }

    private void follow(Sent sent, Moment moment) {
        Order mine = order;
        if (mine == null || !mine.id.equals(sent.id())) {
            mine = new Order(sent.id());
            order = mine;
            wheel.stop(moment.at());
        }
        if (!mine.status.equals(sent.status())) {
            mine.isPressedByOthers |= !sent.status().equals(mine.expected);
            mine.status = sent.status();
            mine.since = moment.at();
        }
        boolean nobodyThere = cases.of(sent.incidentId()).map(Call::isHoax).orElse(false);
        switch (mine.status) {
            case "NOTIFIED" -> pressAfter(pace.crewAcknowledge(), "ACKNOWLEDGED", mine, moment);
            case "ACKNOWLEDGED" -> pressAfter(pace.turnout(), "EN_ROUTE", mine, moment);
            case "EN_ROUTE" -> drive("SCENE", "ON_SCENE", sent, mine, moment);
            case "ON_SCENE" -> pressAfter(pace.reachPatient(), nobodyThere ? "IN_SERVICE" : "AT_PATIENT", mine, moment);
            case "AT_PATIENT" -> treat(sent, mine, moment);
            case "LEFT_SCENE" -> drive("HOSPITAL", "AT_DESTINATION", sent, mine, moment);
            case "AT_DESTINATION" -> pressAfter(pace.handOver(), "HANDED_OVER", mine, moment);
            case "HANDED_OVER" -> pressAfter(pace.clear(), "IN_SERVICE", mine, moment);
            default -> {} // over: the board will say so
        }
    }

    private void treat(Sent sent, Order mine, Moment moment) {
        if (!mine.hasCards) {
            mine.hasCards = true;
            writeCards(sent);
        }
        boolean someoneGoesAlong = sent.assignment().getString("hospitalId") != null;
        if (!someoneGoesAlong && sent.assignment().getBoolean("needsDestination", false)) {
            return; // declined: the desk is finding another
        }
        pressAfter(pace.onScene(), someoneGoesAlong ? "LEFT_SCENE" : "IN_SERVICE", mine, moment);
    }

    /** The first crew at a scene writes them all; another one finds them written. */
    private void writeCards(Sent sent) {
        boolean written =
                Board.all(sent.incident(), "patients").stream().anyMatch(patient -> patient.getString("id") != null);
        List<JsonObject> found = cases.of(sent.incidentId()).map(Call::patients).orElse(List.of());
        for (int i = 0; i < found.size() && !written; i++) {
            JsonObject patient = found.get(i).copy().put("id", sent.incidentId() + "-" + (i + 1));
            voice.post("assignments/" + sent.id() + "/patients", pressed().put("patient", patient));
        }
    }

    private void drive(String leg, String whenThere, Sent sent, Order mine, Moment moment) {
        String whereTo = leg.equals("SCENE") ? "" : sent.assignment().getString("hospitalId");
        String way = leg + " " + whereTo + " "
                + Board.all(sent.assignment(), "routes").stream()
                        .map(notice -> notice.getInteger("roadsVersion"))
                        .toList();
        if (!mine.way.equals(way)) { // a first way, another hospital, or other roads than before
            boolean isAnother = mine.way.startsWith(leg);
            Voice.Answer answer = voice.get("assignments/" + sent.id() + "/route?leg=" + leg);
            if (!answer.isDone()) {
                return; // asked again at the next moment
            }
            JsonObject route = answer.body();
            mine.way = way;
            mine.leadsThere = "REACHED".equals(route.getString("outcome"));
            mine.walk = Duration.ofSeconds(Board.part(route, "walk").getInteger("timeS", 0));
            wheel.take(route, moment.at());
            if (isAnother) {
                say.accept(sent.assignment().getString("callSign") + " takes another way"
                        + (mine.leadsThere ? "" : ", and it leads only to the road closure"));
            }
        }
        boolean canWalk = mine.leadsThere || leg.equals("SCENE");
        if (canWalk && wheel.isThere(moment.at(), mine.walk)) {
            press(whenThere, mine, moment);
        }
    }

    private void pressAfter(Duration takes, String status, Order mine, Moment moment) {
        if (moment.isPast(mine.since, mine.isPressedByOthers ? takes.multipliedBy(PATIENCE) : takes)) {
            press(status, mine, moment);
        }
    }

    private void press(String status, Order mine, Moment moment) {
        if (voice.post("assignments/" + mine.id + "/status", pressed().put("status", status))
                .isDone()) {
            mine.expected = status;
            mine.status = status;
            mine.since = moment.at();
            if (status.equals("ON_SCENE") || status.equals("AT_DESTINATION")) {
                say.accept(unitId + " " + status);
            }
        }
    }

    private JsonObject pressed() {
        presses++;
        return new JsonObject()
                .put("deviceId", "drill-" + unitId)
                .put("seq", presses)
                .put("at", clock.instant().toString());
    }
}
