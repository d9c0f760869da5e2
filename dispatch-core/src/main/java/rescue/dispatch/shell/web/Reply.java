package rescue.dispatch.shell.web;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;

/** Writes an answer. Answers are of the moment and never cached. */
public final class Reply {

    private Reply() {}

    public static void json(RoutingContext ctx, int status, JsonObject body) {
        head(ctx, status).response().end(body.toBuffer());
    }

    /** Written already, on a worker. */
    static void json(RoutingContext ctx, int status, Buffer body) {
        head(ctx, status).response().end(body);
    }

    public static void json(RoutingContext ctx, int status, JsonArray body) {
        head(ctx, status).response().end(body.toBuffer());
    }

    /** With the version that the next change must name, as {@code ETag} too. */
    public static void versioned(RoutingContext ctx, int status, JsonObject body, long version) {
        ctx.response().putHeader(HttpHeaders.ETAG, "\"" + version + "\"");
        json(ctx, status, body);
    }

    public static void noContent(RoutingContext ctx) {
        ctx.response().setStatusCode(204).end();
    }

    private static RoutingContext head(RoutingContext ctx, int status) {
        ctx.response()
                .setStatusCode(status)
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                .putHeader("Content-Language", Ask.language(ctx).tag())
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        return ctx;
    }
}
