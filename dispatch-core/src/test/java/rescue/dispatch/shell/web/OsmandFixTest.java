package rescue.dispatch.shell.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.vertx.core.MultiMap;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import rescue.dispatch.geo.LatLon;
import rescue.dispatch.unit.AvlFix;

/** Positions as OsmAnd and Traccar Client send them; query and form are the same fields. */
class OsmandFixTest {

    private static final Instant AT = Instant.parse("2026-07-02T09:30:00Z");

    // spotless:off
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            OsmAnd                  | id=d1&lat=22.3&lon=103.4&timestamp=1782984600
            its other name          | deviceid=d1&lat=22.3&lon=103.4&timestamp=1782984600
            milliseconds            | id=d1&lat=22.3&lon=103.4&timestamp=1782984600000
            ISO 8601                | id=d1&lat=22.3&lon=103.4&timestamp=2026-07-02T09:30:00Z
            ISO 8601 in our zone    | id=d1&lat=22.3&lon=103.4&timestamp=2026-07-02T16:30:00+07:00
            one field for the place | id=d1&location=22.3,103.4&timestamp=1782984600
            with blanks             | id=d1&location=22.3, 103.4&timestamp=1782984600
            unknown, said as -1     | id=d1&lat=22.3&lon=103.4&timestamp=1782984600&speed=-1&bearing=-1&accuracy=-1
            nonsense beside it      | id=d1&lat=22.3&lon=103.4&timestamp=1782984600&speed=fast&accuracy=NaN&bearing=Infinity&batt=80
            """)
    // spotless:on
    void reads_where_and_when(String story, String fields) {
        assertEquals(
                Optional.of(new OsmandFix("d1", new AvlFix(new LatLon(22.3, 103.4), AT, null, null, null))),
                OsmandFix.ofFields(fields(fields)));
    }

    @Test
    void speeds_are_knots_in_fields_and_metres_a_second_in_json() {
        AvlFix fix = OsmandFix.ofFields(
                        fields("id=d1&lat=22.3&lon=103.4&timestamp=1782984600&speed=10&bearing=270&accuracy=8"))
                .orElseThrow()
                .fix();
        assertEquals(5.144, fix.speedMps(), 0.001, "ten knots");
        assertEquals(270.0, fix.headingDeg());
        assertEquals(8.0, fix.accuracyM());
        assertEquals(
                90.0,
                OsmandFix.ofFields(fields("id=d1&lat=22.3&lon=103.4&timestamp=1782984600&heading=90"))
                        .orElseThrow()
                        .fix()
                        .headingDeg());
        AvlFix json = OsmandFix.ofJson(new JsonObject("""
                {"device_id": "d1", "location": {"timestamp": "2026-07-02T09:30:00.000Z",
                 "coords": {"latitude": 22.3, "longitude": 103.4, "speed": 10, "heading": -1, "accuracy": 8}}}""")).orElseThrow().fix();
        assertEquals(new AvlFix(new LatLon(22.3, 103.4), AT, 10.0, null, 8.0), json);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "lat=22.3&lon=103.4&timestamp=1782984600",
                "id=&lat=22.3&lon=103.4&timestamp=1782984600",
                "id=d1&lon=103.4&timestamp=1782984600",
                "id=d1&lat=22.3&timestamp=1782984600",
                "id=d1&lat=22.3&lon=103.4",
                "id=d1&lat=22.3&lon=103.4&timestamp=",
                "id=d1&lat=22.3&lon=103.4&timestamp=yesterday",
                "id=d1&lat=22.3&lon=103.4&timestamp=NaN",
                "id=d1&lat=22.3&lon=103.4&timestamp=Infinity",
                "id=d1&lat=22.3&lon=103.4&timestamp=1e300",
                "id=d1&lat=22.3&lon=103.4&timestamp=-1e300",
                "id=d1&lat=91&lon=103.4&timestamp=1782984600",
                "id=d1&lat=22.3&lon=-181&timestamp=1782984600",
                "id=d1&lat=NaN&lon=103.4&timestamp=1782984600",
                "id=d1&lat=here&lon=there&timestamp=1782984600",
                "id=d1&location=22.3&timestamp=1782984600",
                "id=d1&location=22.3,103.4,500&timestamp=1782984600",
                "id=d1&location=,&timestamp=1782984600"
            })
    void nonsense_is_no_position(String fields) {
        assertEquals(Optional.empty(), OsmandFix.ofFields(fields(fields)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"device_id\": \"d1\"}",
                "{\"device_id\": \"d1\", \"location\": {}}",
                "{\"device_id\": \"d1\", \"location\": {\"coords\": {\"latitude\": 22.3, \"longitude\": 103.4}}}",
                "{\"device_id\": null, \"location\": {\"timestamp\": \"2026-07-02T09:30:00Z\","
                        + " \"coords\": {\"latitude\": 22.3, \"longitude\": 103.4}}}",
                "{\"device_id\": \"d1\", \"location\": {\"timestamp\": \"2026-07-02\","
                        + " \"coords\": {\"latitude\": 22.3, \"longitude\": 103.4}}}",
                "{\"device_id\": \"d1\", \"location\": null}",
                "{\"device_id\": \"d1\", \"location\": {\"coords\": null, \"timestamp\": \"2026-07-02T09:30:00Z\"}}"
            })
    void nonsense_in_json_is_none_either(String body) {
        assertEquals(Optional.empty(), OsmandFix.ofJson(new JsonObject(body)));
    }

    @Test
    void an_id_is_cleaned_of_what_no_database_takes() {
        Optional<OsmandFix> sent = OsmandFix.ofFields(fields("id=d\0001&lat=22.3&lon=103.4&timestamp=1782984600"));
        assertEquals("d1", sent.orElseThrow().deviceId());
        assertNull(sent.get().fix().speedMps());
    }

    private static MultiMap fields(String query) {
        MultiMap fields = MultiMap.caseInsensitiveMultiMap();
        for (String field : query.split("&")) {
            String[] pair = field.split("=", 2);
            if (pair.length == 2) {
                fields.add(pair[0], pair[1]);
            }
        }
        return fields;
    }
}
