package rescue.dispatch.shell.web;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;

/** How large a body may be: small, but for a storm's road closures at once, and for photos. */
public final class BodySize {

    /** A batch of 500 fixes has 60 KB, an alert one; nothing else that we take is larger. */
    static final int USUAL_MAX_BYTES = 64 * 1024;

    /** 10,000 stretches by posts have two thirds of it; read into JSON it is some 40 MB for a moment, on a worker. */
    static final int MANY_MAX_BYTES = 4 * 1024 * 1024;

    /** A telephone's photo as it is, 6 MB, in base64; our pages send a tenth of that. */
    static final int PHOTO_MAX_BYTES = 8 * 1024 * 1024;

    /** The darkroom makes a photo in well under a second. */
    private static final Duration COME_AGAIN = Duration.ofSeconds(5);

    private static final String MANY = "/api/v1/road-closures/bulk";

    private static final Pattern PHOTO = Pattern.compile("/api/v1/(assignments|track)/[^/]+/photos");

    private static final Pattern FORM =
            Pattern.compile("\\s*(application/x-www-form-urlencoded|multipart/)", Pattern.CASE_INSENSITIVE);

    private BodySize() {}

    static int maxBytes(RoutingContext ctx) {
        String path = ctx.normalizedPath();
        if (path.equals(MANY)) {
            return MANY_MAX_BYTES;
        }
        return PHOTO.matcher(path).matches() ? PHOTO_MAX_BYTES : USUAL_MAX_BYTES;
    }

    /** Reads bodies, and refuses those that are too large. */
    static Handler<RoutingContext> reader() {
        BodyHandler usual = BodyHandler.create(false).setBodyLimit(USUAL_MAX_BYTES);
        BodyHandler many = BodyHandler.create(false).setBodyLimit(MANY_MAX_BYTES);
        BodyHandler photo = BodyHandler.create(false).setBodyLimit(PHOTO_MAX_BYTES);
        UploadRoom room = new UploadRoom();
        return ctx -> {
            takeNoForm(ctx);
            switch (maxBytes(ctx)) {
                case MANY_MAX_BYTES -> many.handle(ctx);
                case PHOTO_MAX_BYTES -> read(ctx, photo, room);
                default -> usual.handle(ctx);
            }
        };
    }

    /**
     * Keeps a body from being taken apart as a form, of which a field has 8 KB at most: curl and many a script call
     * whatever they send a form.
     */
    public static void takeNoForm(RoutingContext ctx) {
        String type = ctx.request().getHeader(HttpHeaders.CONTENT_TYPE);
        if (type != null && FORM.matcher(type).lookingAt()) {
            ctx.request().headers().set(HttpHeaders.CONTENT_TYPE, "application/octet-stream");
        }
    }

    /** Room is taken for what the sender announces, or for the most if he announces nothing. */
    private static void read(RoutingContext ctx, BodyHandler photo, UploadRoom room) {
        long bytes = announced(ctx);
        if (!room.enter(bytes)) {
            ctx.fail(new ApiFailure(ProblemCode.UPLOADS_BUSY, COME_AGAIN.toSeconds()).retryAfter(COME_AGAIN));
            return;
        }
        AtomicBoolean inside = new AtomicBoolean(true);
        ctx.addEndHandler(
                ended -> { // heard twice when the connection ends with the answer
                    if (inside.getAndSet(false)) {
                        room.leave(bytes);
                    }
                });
        photo.handle(ctx);
    }

    private static long announced(RoutingContext ctx) {
        String length = ctx.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        boolean packed = ctx.request().getHeader(HttpHeaders.CONTENT_ENCODING) != null;
        try {
            return length == null || packed
                    ? PHOTO_MAX_BYTES
                    : Math.min(PHOTO_MAX_BYTES, Math.max(0, Long.parseLong(length)));
        } catch (NumberFormatException e) {
            return PHOTO_MAX_BYTES;
        }
    }
}
