package rescue.dispatch.shell.web;

import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;

/** How large a body may be: small, but for the one address that takes a storm's road closures at once. */
final class BodySize {

    /** A batch of 500 fixes has 60 KB, an alert one; nothing else that we take is larger. */
    static final int USUAL_MAX_BYTES = 64 * 1024;

    /** 10,000 stretches by posts have two thirds of it; read into JSON it is some 40 MB for a moment, on a worker. */
    static final int MANY_MAX_BYTES = 4 * 1024 * 1024;

    private static final String MANY = "/api/v1/road-closures/bulk";

    private BodySize() {}

    static int maxBytes(RoutingContext ctx) {
        return ctx.normalizedPath().equals(MANY) ? MANY_MAX_BYTES : USUAL_MAX_BYTES;
    }

    /** Reads bodies, and refuses those that are too large. */
    static Handler<RoutingContext> reader() {
        BodyHandler usual = BodyHandler.create(false).setBodyLimit(USUAL_MAX_BYTES);
        BodyHandler many = BodyHandler.create(false).setBodyLimit(MANY_MAX_BYTES);
        return ctx -> (maxBytes(ctx) == MANY_MAX_BYTES ? many : usual).handle(ctx);
    }
}
