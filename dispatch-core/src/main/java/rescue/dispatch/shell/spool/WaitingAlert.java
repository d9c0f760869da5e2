package rescue.dispatch.shell.spool;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.UUID;
import rescue.dispatch.flow.ReceiveAlert;
import rescue.dispatch.port.IncidentLog.IdempotencyKey;

/**
 * An alert that was taken while the database was away, with all that is needed to enter it later as if it had been entered
 * then.
 *
 * @param id as the alert will have it in the log
 * @param trackingCode what the reporter was given in hand; goes on working when the alert is entered
 * @param by who told it
 * @param receivedAt when it was told, not when it is entered
 */
record WaitingAlert(
        UUID id, String trackingCode, IdempotencyKey key, ReceiveAlert.Told told, String by, Instant receivedAt) {

    /** One line of the spool. */
    String line() {
        return new JsonObject()
                .put("id", id.toString())
                .put("trackingCode", trackingCode)
                .put("key", key.key())
                .put("bodyHash", key.bodyHash())
                .put("told", ToldJson.write(told))
                .put("by", by)
                .put("receivedAt", receivedAt.toString())
                .encode();
    }

    /** What {@link #line} wrote. */
    static WaitingAlert read(String line) {
        var json = new JsonObject(line);
        return new WaitingAlert(
                UUID.fromString(json.getString("id")),
                json.getString("trackingCode"),
                new IdempotencyKey(json.getString("key"), json.getString("bodyHash")),
                ToldJson.read(json.getJsonObject("told")),
                json.getString("by"),
                Instant.parse(json.getString("receivedAt")));
    }
}
