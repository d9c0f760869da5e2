package rescue.dispatch.shell.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import rescue.dispatch.alert.ToldPlace;
import rescue.dispatch.road.RoadKm;

/** An alert is never refused for its place: what cannot be read is kept as text. */
class ToldPlaceJsonTest {

    // spotless:off
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', nullValues = "-", textBlock = """
            nothing                    | {}                                                       | -    | -
            words                      | {"placeText": "cầu Nậm Na"}                              | -    | cầu Nậm Na
            words with space around    | {"placeText": " cầu "}                                   | -    | ` cầu `
            empty words                | {"placeText": "  "}                                      | -    | -
            words that are a number    | {"placeText": 25}                                        | -    | 25
            words that are a list      | {"placeText": ["a", 1]}                                  | -    | ["a",1]
            a good place               | {"location": {"lat": 22.3, "lon": 103.4}}                | 22.3 | -
            whole degrees              | {"location": {"lat": 22, "lon": 103}}                    | 22.0 | -
            nonsense, but numbers      | {"location": {"lat": 999, "lon": 103.4}}                 | 999.0 | -
            latitude as text           | {"location": {"lat": "22.3", "lon": 103.4}}              | -    | {"lat":"22.3","lon":103.4}
            longitude missing          | {"location": {"lat": 22.3}}                              | 22.3 | {"lat":22.3}
            longitude null             | {"location": {"lat": 22.3, "lon": null}}                 | 22.3 | {"lat":22.3,"lon":null}
            accuracy as text           | {"location": {"lat": 22.3, "lon": 103.4, "accuracyM": "ten"}} | 22.3 | {"lat":22.3,"lon":103.4,"accuracyM":"ten"}
            accuracy null              | {"location": {"lat": 22.3, "lon": 103.4, "accuracyM": null}}  | 22.3 | -
            a location in words        | {"location": "sau chợ"}                                  | -    | sau chợ
            a location as a list       | {"location": [22.3, 103.4]}                              | -    | [22.3,103.4]
            a location that is true    | {"location": true}                                       | -    | true
            a location that is null    | {"location": null}                                       | -    | -
            a road in words            | {"roadKm": "QL4D km 25"}                                 | -    | QL4D km 25
            a kilometre as text        | {"roadKm": {"road": "QL4D", "km": "25"}}                 | -    | {"road":"QL4D","km":"25"}
            a kilometre below zero     | {"roadKm": {"road": "QL4D", "km": -1}}                   | -    | {"road":"QL4D","km":-1}
            a kilometre beyond Earth   | {"roadKm": {"road": "QL4D", "km": 1e9}}                  | -    | {"road":"QL4D","km":1.0E9}
            a kilometre without a road | {"roadKm": {"km": 25}}                                   | -    | {"km":25}
            a road without a name      | {"roadKm": {"road": " ", "km": 25}}                      | -    | {"road":" ","km":25}
            a road that is a number    | {"roadKm": {"road": 4, "km": 25}}                        | -    | {"road":4,"km":25}
            a plus code as a number    | {"plusCode": 7}                                          | -    | 7
            a plus code as an object   | {"plusCode": {"code": "8P"}}                             | -    | {"code":"8P"}
            all wrong at once          | {"placeText": "a", "location": 1, "plusCode": 2, "roadKm": 3} | - | `a | 1 | 2 | 3`
            """)
    // spotless:on
    void keeps_as_text_what_it_cannot_read(String story, String body, Double lat, String text) {
        ToldPlace told = ToldPlaceJson.read(new JsonObject(body));
        assertEquals(lat, told.lat());
        assertEquals(text, told.text());
    }

    @Test
    void what_is_right_is_read_beside_what_is_wrong() {
        ToldPlace told = ToldPlaceJson.read(new JsonObject("""
                {"roadKm": {"road": " QL4D ", "km": 25.3}, "plusCode": " 7PJ5+9Q ", "location": "sau chợ"}"""));
        assertEquals(new ToldPlace(null, null, null, new RoadKm("QL4D", 25.3), "7PJ5+9Q", "sau chợ"), told);
        assertNull(ToldPlaceJson.read(new JsonObject("{\"plusCode\": \" \"}")).plusCode());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"location\": {\"lat\": 22.3, \"lon\": 103.4, \"accuracyM\": 12.5}}",
                "{\"roadKm\": {\"road\": \"QL4D\", \"km\": 25.3}, \"plusCode\": \"7PJ5+9Q\", \"placeText\": \"sau chợ\"}"
            })
    void what_was_told_can_be_told_again(String body) {
        assertEquals(new JsonObject(body), written(new JsonObject(body)));
    }

    @Test
    void a_long_story_is_cut_but_never_within_a_character() {
        String told = "x".repeat(999) + "🚑🚑";
        assertEquals(
                "x".repeat(999),
                ToldPlaceJson.read(new JsonObject().put("placeText", told)).text());
        assertEquals(
                1000,
                ToldPlaceJson.read(new JsonObject().put("placeText", "x".repeat(5000)))
                        .text()
                        .length());
    }

    /** Without what is null. */
    private static JsonObject written(JsonObject body) {
        return ToldPlaceJson.write(ToldPlaceJson.read(body));
    }
}
