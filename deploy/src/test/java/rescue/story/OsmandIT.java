package rescue.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A unit's tracking device tells where it is, in the three forms that OsmAnd and Traccar Client have. */
@ExtendWith(Province.class)
class OsmandIT {

    /** Two in the north, at Phong Thổ and Sìn Hồ, where no other story reckons with them. */
    private static final String MOVING = "LC-11";

    private static final String STANDING = "LC-12";

    private final Caller device;
    private final Desk desk;

    OsmandIT(ServerProcess server) {
        this.device = Caller.anybody(server);
        this.desk = Desk.of(server);
    }

    @Test
    void a_device_moves_its_unit_on_the_board_and_never_back_in_time() {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        device.send("GET", "//osmand?" + fields(MOVING, 22.5301, 103.2801, now.minusSeconds(40)), "")
                .expect(200);
        isOnTheBoardAt(MOVING, 22.5301, 103.2801, now.minusSeconds(40));

        device.send(
                        "POST",
                        "//osmand",
                        fields(MOVING, 22.5302, 103.2802, now.minusSeconds(30)),
                        "Content-Type",
                        "application/x-www-form-urlencoded")
                .expect(200);
        isOnTheBoardAt(MOVING, 22.5302, 103.2802, now.minusSeconds(30));

        device.send("POST", "//osmand", traccarJson(22.5303, 103.2803, now.minusSeconds(20)))
                .expect(200);
        isOnTheBoardAt(MOVING, 22.5303, 103.2803, now.minusSeconds(20));

        device.send("GET", "//osmand?" + fields(MOVING, 22.6, 103.3, now.minusSeconds(300)), "")
                .expect(200);
        isOnTheBoardAt(MOVING, 22.5303, 103.2803, now.minusSeconds(20));
    }

    @Test
    void a_fix_from_the_future_or_from_nowhere_is_not_believed() {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        device.send("GET", "//osmand?" + fields(STANDING, 22.5311, 103.2811, now), "")
                .expect(200);
        device.send("GET", "//osmand?" + fields(STANDING, 22.7, 103.4, now.plusSeconds(7_200)), "")
                .expect(200);
        device.send("GET", "//osmand?" + fields(STANDING, 0, 0, now.plusSeconds(1)), "")
                .expect(200);
        isOnTheBoardAt(STANDING, 22.5311, 103.2811, now);
        for (String wrong : new String[] {"lat=91&lon=103", "lat=x&lon=103", "lon=103", ""}) {
            Heard no = device.send("GET", "//osmand?id=" + STANDING + "&timestamp=1&" + wrong, "");
            assertEquals(422, no.status(), no.text());
            assertEquals("invalid-coordinates", no.code());
        }
        isOnTheBoardAt(STANDING, 22.5311, 103.2811, now);
    }

    @Test
    void a_device_that_nobody_knows_is_refused() {
        Heard no = device.send("GET", "//osmand?id=nobody&lat=22.5&lon=103.2&timestamp=1700000000", "");
        assertEquals(404, no.status(), no.text());
        assertEquals("unit-unknown", no.code());
    }

    private void isOnTheBoardAt(String unit, double lat, double lon, Instant at) {
        JsonObject position = desk.unit(unit).getJsonObject("position");
        assertEquals(lat, position.getDouble("lat"), position::encode);
        assertEquals(lon, position.getDouble("lon"), position::encode);
        assertEquals(at, Instant.parse(position.getString("at")));
        assertTrue(position.getInteger("ageS") >= 0, position::encode);
    }

    private static String fields(String unit, double lat, double lon, Instant at) {
        return "id=" + unit + "&lat=" + lat + "&lon=" + lon + "&timestamp=" + at.getEpochSecond()
                + "&speed=12.4&bearing=310&accuracy=8";
    }

    private static String traccarJson(double lat, double lon, Instant at) {
        var coords = new JsonObject()
                .put("latitude", lat)
                .put("longitude", lon)
                .put("speed", 9.5)
                .put("heading", 12)
                .put("accuracy", 6);
        var location = new JsonObject().put("timestamp", at.toString()).put("coords", coords);
        return new JsonObject()
                .put("device_id", MOVING)
                .put("location", location)
                .encode();
    }
}
