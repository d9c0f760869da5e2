package rescue.dispatch.shell.live;

import io.vertx.core.json.JsonObject;
import org.jspecify.annotations.Nullable;
import rescue.dispatch.shell.postgres.PgFeed.Change;

/**
 * One message as it goes over the line: written once, however many listen.
 *
 * @param seq null for what is not kept
 */
record LiveMessage(@Nullable Long seq, String text) {

    /** Nothing happened, and somebody is here to tell when it does: a browser's page does not see our pings. */
    static final LiveMessage ALIVE = of(new JsonObject().put("type", "alive"));

    static LiveMessage of(JsonObject message) {
        return new LiveMessage(message.getLong("seq"), message.encode());
    }

    /** What changed, not what it is: the listener asks for what it may read. */
    static LiveMessage of(Change change) {
        JsonObject data = new JsonObject().put("id", change.subject());
        if (change.version() != null) {
            data.put("version", change.version()).put("event", change.eventType());
        }
        return of(new JsonObject()
                .put("seq", change.seq())
                .put("at", change.at().toString())
                .put("type", change.kind())
                .put("data", data));
    }

    static LiveMessage hello(long seq) {
        return of(new JsonObject().put("type", "hello").put("seq", seq));
    }

    /** Something up to that number was not told: the page reads everything again. */
    static LiveMessage resync(long seq) {
        return of(new JsonObject().put("type", "resync").put("seq", seq));
    }
}
