package rescue.hospital;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import rescue.hospital.Receiver.Message;
import rescue.hospital.protocol.webhook.WebhookSignature;

/** News for a hospital's own system, over real HTTP and from a real PostgreSQL. */
class WebhookIT {

    private static final String WEBHOOK = "/api/v1/hospitals/BV01/webhook";

    private HospitalHouse house;
    private Receiver receiver;
    private String admin;
    private String secret;

    @BeforeEach
    void open() {
        house = new HospitalHouse();
        receiver = new Receiver();
        admin = house.logIn("admin");
        house.webhookRound(); // looks where the changes end
        secret = register("BV01");
    }

    @AfterEach
    void close() {
        receiver.close();
        house.close();
    }

    @Test
    void who_is_on_the_way_is_sent_signed_as_the_hospital_would_read_it() {
        UUID assignmentId = house.send("LC-01", "BV01");
        house.tell(assignmentId);
        house.relay();
        house.webhookRound();

        Message message = receiver.next();
        assertEquals("incoming", message.body().getString("type"));
        assertEquals("BV01", message.body().getString("hospitalId"));
        JsonObject first =
                message.body().getJsonObject("data").getJsonArray("incoming").getJsonObject(0);
        assertEquals(assignmentId.toString(), first.getString("assignmentId"));
        assertFalse(message.text().contains("0912345678"), message.text());
        assertEquals(
                WebhookSignature.of(secret, message.id(), message.timestamp(), message.text()), message.signature());
        house.webhookRound();
        assertEquals(0, receiver.waiting(), "told once");
        assertEquals(0, state().getInteger("waiting"));
    }

    @Test
    void a_transfer_that_it_is_asked_to_take_is_told_without_its_paper() {
        var asked = house.atTheDoor("POST", "/api/v1/hospitals/TTYT01/transfers", house.logIn("hospital-ttyt01"), """
                {"toHospitalId": "BV01", "patient": {"triage": "RED", "note": "suy hô hấp"}, "bed": "ICU", "services": [],
                 "paper": {"patientName": "Lò Thị Mai", "birthYear": 1965}}""");
        assertEquals(201, asked.statusCode(), asked.body());
        house.relay();
        house.webhookRound();
        Message message = receiver.next();
        JsonObject told = message.body()
                .getJsonObject("data")
                .getJsonObject("transfers")
                .getJsonArray("incoming")
                .getJsonObject(0);
        assertEquals("ASKED", told.getString("state"));
        assertEquals("suy hô hấp", told.getJsonObject("patient").getString("note"));
        assertFalse(message.text().contains("Mai"), message.text());
    }

    @Test
    void many_changes_are_one_message_and_another_hospitals_are_none() {
        for (int unit = 1; unit <= 3; unit++) {
            house.tell(house.send("LC-0" + unit, "BV01"));
        }
        house.tell(house.send("LC-04", "TTYT01"));
        house.relay();
        house.webhookRound();
        Message message = receiver.next();
        assertEquals(
                3, message.body().getJsonObject("data").getJsonArray("incoming").size());
        assertFalse(message.text().contains("TTYT01"), message.text());
        assertEquals(0, receiver.waiting());
    }

    @Test
    void what_was_not_taken_is_tried_again_with_what_is_true_then() {
        receiver.answersWith(500);
        UUID assignmentId = house.send("LC-01", "BV01");
        house.tell(assignmentId);
        house.relay();
        house.webhookRound();
        Message refused = receiver.next();
        house.webhookRound();
        assertEquals(0, receiver.waiting(), "not before its time");
        assertEquals("HTTP 500", state().getString("lastError"));
        assertEquals(1, state().getInteger("waiting"));

        house.divert(assignmentId, "TTYT01");
        house.relay();
        receiver.answersWith(204);
        house.sql("UPDATE gateway.webhook_delivery SET next_try_at = now()");
        house.webhookRound();
        Message taken = receiver.next();
        assertNotEquals(refused.id(), taken.id(), "it says something else by now");
        assertEquals(
                0, taken.body().getJsonObject("data").getJsonArray("incoming").size());
        assertEquals(1, taken.body().getJsonObject("data").getJsonArray("gone").size());
        assertNull(state().getString("lastError"));
        assertEquals(0, state().getInteger("waiting"));
    }

    @Test
    void the_same_news_tried_again_is_the_same_message() {
        receiver.answersWith(503);
        house.tell(house.send("LC-01", "BV01"));
        house.relay();
        house.webhookRound();
        String first = receiver.next().id();
        house.sql("UPDATE gateway.webhook_delivery SET next_try_at = now()");
        house.webhookRound();
        assertEquals(first, receiver.next().id());
    }

    @Test
    void whoever_says_that_he_is_gone_is_not_asked_again_until_there_is_news() {
        receiver.answersWith(410);
        house.tell(house.send("LC-01", "BV01"));
        house.relay();
        house.webhookRound();
        receiver.next();
        assertEquals(1, state().getInteger("parked"));
        house.sql("UPDATE gateway.webhook_delivery SET next_try_at = now()");
        house.webhookRound();
        assertEquals(0, receiver.waiting());

        house.tell(house.send("LC-02", "BV01"));
        house.relay();
        house.webhookRound();
        assertEquals("incoming", receiver.next().body().getString("type"));
    }

    /** Two nodes look at the same moment. */
    @Test
    void two_senders_at_once_send_it_once() {
        for (int n = 1; n <= 5; n++) {
            house.tell(house.send("LC-%02d".formatted(n), "BV01"));
            house.relay();
            HospitalHouse.await(
                    Future.all(house.sender().round(), house.sender().round()));
            receiver.next();
            house.webhookRound();
            assertEquals(0, receiver.waiting(), "round " + n);
        }
    }

    @Test
    void a_change_of_capacity_is_sent_too() {
        house.atTheDoor(
                "PUT",
                "/api/v1/hospitals/BV01/capacity",
                house.logIn("hospital-bv01"),
                "{\"beds\":{\"ICU\":{\"available\":1}}}");
        house.relay();
        house.webhookRound();
        Message message = receiver.next();
        assertEquals("capacity", message.body().getString("type"));
        assertEquals(
                1,
                message.body()
                        .getJsonObject("data")
                        .getJsonObject("beds")
                        .getJsonObject("ICU")
                        .getInteger("available"));
    }

    @Test
    void only_an_administrator_says_where_and_only_where_it_may_be() {
        for (String user : List.of("operator", "hospital-bv01")) {
            String token = house.logIn(user);
            assertEquals(
                    403,
                    house.atTheApi("PUT", WEBHOOK, token, "{\"url\":\"https://x.example\"}")
                            .statusCode(),
                    user);
            assertEquals(403, house.atTheApi("GET", WEBHOOK, token, null).statusCode(), user);
        }
        assertEquals(
                404,
                house.atTheDoor("GET", WEBHOOK, house.logIn("hospital-bv01"), null)
                        .statusCode());
        for (String url : List.of(
                "ftp://10.0.0.1", "http://example.com", "http://169.254.169.254/", "no", "https://a:b@c.example")) {
            var refused = house.atTheApi(
                    "PUT", WEBHOOK, admin, new JsonObject().put("url", url).encode());
            assertEquals(422, refused.statusCode(), url);
            assertEquals("webhook-address", new JsonObject(refused.body()).getString("code"));
        }
        assertEquals(204, house.atTheApi("DELETE", WEBHOOK, admin, null).statusCode());
        assertEquals(404, house.atTheApi("GET", WEBHOOK, admin, null).statusCode());
        assertEquals(
                404,
                house.atTheApi("PUT", "/api/v1/hospitals/BV99/webhook", admin, "{\"url\":\"https://x.example\"}")
                        .statusCode());
    }

    private JsonObject state() {
        var answer = house.atTheApi("GET", WEBHOOK, admin, null);
        assertEquals(200, answer.statusCode(), answer.body());
        assertFalse(answer.body().contains("whsec_"), "told once only");
        return new JsonObject(answer.body());
    }

    private String register(String hospitalId) {
        var answer = house.atTheApi(
                "PUT",
                "/api/v1/hospitals/" + hospitalId + "/webhook",
                admin,
                new JsonObject().put("url", receiver.url()).encode());
        assertEquals(200, answer.statusCode(), answer.body());
        String told = new JsonObject(answer.body()).getString("secret");
        assertTrue(told.startsWith("whsec_"), told);
        return told;
    }
}
