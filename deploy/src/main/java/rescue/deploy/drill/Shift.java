package rescue.deploy.drill;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

/**
 * A shift as it is written down. All times are counted from its beginning, by the shift's own clock.
 *
 * @param begins what that clock shows at the beginning
 * @param live from here on somebody watches; what lies before is played at once, so that cases are under way already
 */
public record Shift(
        LocalTime begins,
        Duration live,
        Duration ends,
        Pace pace,
        List<Call> calls,
        List<RoadWork> roads,
        List<WardReport> reports) {

    public Shift {
        calls = List.copyOf(calls);
        roads = List.copyOf(roads);
        reports = List.copyOf(reports);
    }

    /** What the shift's clock shows then. */
    public String clockAt(Duration at) {
        LocalTime time = begins.plus(at);
        return String.format("%02d:%02d", time.getHour(), time.getMinute());
    }

    /**
     * How long everybody takes for what has no time of its own.
     *
     * @param acknowledge until the operator of the drill takes notice of a new incident
     * @param leave until he decides, when nobody else has: that long a case is left to whoever works along
     * @param crewAcknowledge until a crew says that it has the order
     * @param turnout from then until the wheels roll
     * @param reachPatient from the vehicle to the patient
     * @param onScene with the patient, before leaving
     * @param handOver at the hospital
     * @param clear until the vehicle is ready again
     * @param wardSees until a ward has seen a notice
     * @param wardAnswers until it answers it
     */
    public record Pace(
            Duration acknowledge,
            Duration leave,
            Duration crewAcknowledge,
            Duration turnout,
            Duration reachPatient,
            Duration onScene,
            Duration handOver,
            Duration clear,
            Duration wardSees,
            Duration wardAnswers) {}

    /**
     * Somebody calls.
     *
     * @param id names it within the file
     * @param alert as it goes to the server
     * @param patients what the operator hears of them, and the crew finds, in the words of the contract
     * @param units how many are sent
     * @param isHoax nobody is there: who is sent finds nothing
     * @param sameAs the call that told of the same before, when the operator must find that out
     * @param answers what the hospitals say that are asked to take its patients, in turn; each later one accepts
     * @param disposition how it is closed
     */
    public record Call(
            String id,
            Duration at,
            JsonObject alert,
            List<JsonObject> patients,
            int units,
            boolean isHoax,
            Optional<String> sameAs,
            List<JsonObject> answers,
            String disposition,
            Optional<String> note) {

        public Call {
            patients = List.copyOf(patients);
            answers = List.copyOf(answers);
        }
    }

    /**
     * A road is closed, or open again.
     *
     * @param id names the road closure within the file
     * @param closure as it goes to the server; empty when it is lifted
     */
    public record RoadWork(String id, Duration at, Optional<JsonObject> closure) {}

    /** A hospital tells what it can take. */
    public record WardReport(String hospitalId, Duration at, JsonObject capacity) {}
}
