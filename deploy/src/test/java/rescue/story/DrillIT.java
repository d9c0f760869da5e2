package rescue.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** The shift of the province, sixty times as fast as the clock on the wall, as somebody sees it who opens the pages. */
class DrillIT {

    /** A minute by the requirement, and as much again for a machine with other work. */
    private static final Duration SOON = Duration.ofSeconds(120);

    private static final Duration LOOK_AGAIN = Duration.ofMillis(250);

    @Test
    void the_pages_are_live_without_anybody_and_whoever_works_along_is_not_fought() throws Exception {
        String[] arguments = {"--drill", "--drill-speed", "60"};
        try (var server = new ServerProcess(
                Province.folder("drill"),
                java.util.stream.Stream.concat(
                                java.util.Arrays.stream(Province.arguments()), java.util.Arrays.stream(arguments))
                        .toArray(String[]::new))) {
            server.start();
            assertTrue(Caller.anybody(server).get("/about").expect(200).getBoolean("exercise"));
            Desk desk = Desk.of(server);

            String mine = desk.hears("ĐT129", 14, 1).getString("incidentId"); // somebody works along
            units_move(desk);
            String order = desk.sends(mine, desk.best(mine)).getString("id");

            soon(
                    "a hospital has answered",
                    () -> assignments(desk).stream()
                            .anyMatch(assignment -> assignment.getJsonObject("preArrival") != null));
            soon(
                    "the landslide closes QL4D",
                    () -> Heard.all(desk.get("/road-closures").expect(200), "roadClosures").stream()
                            .anyMatch(closure ->
                                    "QL4D".equals(closure.getString("road")) && closure.getBoolean("inForce")));
            soon(
                    "a crew was told of another way",
                    () -> assignments(desk).stream()
                            .anyMatch(assignment ->
                                    !Heard.all(assignment, "routes").isEmpty()));
            soon("the unit that somebody else sent has driven there", () -> {
                JsonObject sent = desk.get("/assignments/" + order).expect(200);
                return sent.getJsonObject("milestones").getString("onScene") != null;
            });
            JsonObject timeline = desk.incident(mine);
            assertEquals(1, timeline.getJsonArray("assignments").size(), "the drill has sent nobody after it");
            assertEquals(List.of(), notesOf(timeline), "and has taken nothing over");
        } // and it ends with the server: close() fails when the process does not
    }

    private static void units_move(Desk desk) {
        Set<String> seen = new HashSet<>();
        soon("a unit was seen at ten places", () -> {
            Heard.all(desk.get("/units").expect(200), "units").stream()
                    .filter(unit -> unit.getString("id").equals("LC-13"))
                    .map(unit -> unit.getJsonObject("position"))
                    .filter(java.util.Objects::nonNull)
                    .forEach(position -> seen.add(position.getDouble("lat") + " " + position.getDouble("lon")));
            return seen.size() >= 10;
        });
    }

    private static List<JsonObject> assignments(Desk desk) {
        return Heard.all(desk.get("/incidents").expect(200), "incidents").stream()
                .flatMap(incident -> Heard.all(incident, "assignments").stream())
                .toList();
    }

    private static List<String> notesOf(JsonObject incident) {
        return Heard.all(incident, "timeline").stream()
                .filter(entry -> "drill".equals(entry.getString("by")))
                .map(entry -> entry.getString("text"))
                .toList();
    }

    private static void soon(String what, Supplier<Boolean> isSo) {
        long deadline = System.nanoTime() + SOON.toNanos();
        while (!isSo.get()) {
            assertTrue(System.nanoTime() < deadline, "not within " + SOON.toSeconds() + " s: " + what);
            assertNotNull(what);
            try {
                Thread.sleep(LOOK_AGAIN.toMillis());
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(interrupted);
            }
        }
    }
}
