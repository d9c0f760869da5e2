package rescue.dispatch.shell.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;

class CleanTextTest {

    @Test
    void null_characters_are_left_out_however_deep_they_are_and_the_rest_stays() {
        var sent = new JsonObject("""
                {"kind": "FALL\\u0000", "injured": 2, "dead": null, "location": {"lat\\u0000": 22.4, "lon": "\\u0000103"},
                 "patients": [{"note": "\\u0000"}, "đèo\\u0000 Ô Quy Hồ", true]}
                """);
        var kept = new JsonObject()
                .put("kind", "FALL")
                .put("injured", 2)
                .putNull("dead")
                .put("location", new JsonObject().put("lat", 22.4).put("lon", "103"))
                .put(
                        "patients",
                        new JsonArray()
                                .add(new JsonObject().put("note", ""))
                                .add("đèo Ô Quy Hồ")
                                .add(true));
        assertEquals(kept, CleanText.of(sent));
    }
}
