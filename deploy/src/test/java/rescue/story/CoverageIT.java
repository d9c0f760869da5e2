package rescue.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** How far help is from everywhere, as the desk sees it before and after a landslide. */
@ExtendWith(Province.class)
class CoverageIT {

    private final Desk desk;

    CoverageIT(ServerProcess server) {
        this.desk = Desk.of(server);
    }

    @Test
    void every_place_has_a_unit_and_its_minutes_and_a_landslide_never_brings_help_nearer() {
        List<JsonObject> before = places();
        assertTrue(before.size() > 50, "places: " + before.size());
        assertTrue(before.stream()
                .allMatch(place -> place.getString("unitId") == null || place.getInteger("minutes") > 0));
        Set<String> kinds =
                before.stream().map(place -> place.getString("kind")).collect(Collectors.toSet());
        assertTrue(kinds.contains("COMMUNE"), kinds::toString);

        String landslide = desk.closesRoad("QL4D", 52, 53, "sạt lở taluy dương");
        List<JsonObject> after = places();
        desk.opensRoad(landslide);

        assertEquals(before.size(), after.size());
        for (int i = 0; i < before.size(); i++) {
            assertTrue(minutes(after.get(i)) >= minutes(before.get(i)), before.get(i) + " and then " + after.get(i));
        }
        assertEquals(before, places(), "open again");
    }

    private static int minutes(JsonObject place) {
        Integer minutes = place.getInteger("minutes");
        return minutes == null ? Integer.MAX_VALUE : minutes;
    }

    private List<JsonObject> places() {
        return Heard.all(desk.get("/coverage").expect(200), "features").stream()
                .map(feature -> feature.getJsonObject("properties"))
                .toList();
    }
}
