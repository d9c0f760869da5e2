package rescue.dispatch.shell.live;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.openapi.router.RouterBuilder;
import rescue.dispatch.account.Principal;
import rescue.dispatch.shell.web.ApiRoutes;
import rescue.dispatch.shell.web.Sessions;

/** {@code GET /live} without an upgrade: the same messages as server-sent events, for whoever cannot open a socket. */
public final class LiveStream implements ApiRoutes {

    private final LiveFeed feed;

    public LiveStream(LiveFeed feed) {
        this.feed = feed;
    }

    @Override
    public void mount(RouterBuilder builder) {
        builder.getRoute("live").addHandler(this::stream);
    }

    private void stream(RoutingContext ctx) {
        HttpServerResponse response = ctx.response()
                .setChunked(true)
                .putHeader("Content-Type", "text/event-stream")
                .putHeader("Cache-Control", "no-store");
        var page = new Page(ctx.vertx(), response, Sessions.get(ctx));
        response.closeHandler(gone -> feed.leave(page));
        feed.join(page, after(ctx)).onFailure(ctx::fail);
    }

    private static long after(RoutingContext ctx) {
        String asked = ctx.request().getHeader("Last-Event-ID");
        String text = asked == null ? ctx.queryParams().get("after") : asked;
        try {
            return text == null ? -1 : Long.parseLong(text);
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    /** Identity is all that tells two pages apart. */
    private final class Page implements LiveListener {

        private final HttpServerResponse response;
        private final Principal principal;
        private final LiveLine line;

        Page(Vertx vertx, HttpServerResponse response, Principal principal) {
            this.response = response;
            this.principal = principal;
            this.line = new LiveLine(
                    message -> response.write(written(message)),
                    next -> vertx.setTimer(LiveLine.STUCK_AFTER.toMillis(), timer -> next.run()),
                    this::cutOff);
        }

        @Override
        public Principal principal() {
            return principal;
        }

        @Override
        public boolean isOpen() {
            return !response.closed() && !response.ended();
        }

        @Override
        public Future<Void> send(LiveMessage message) {
            return isOpen() ? line.send(message) : Future.succeededFuture();
        }

        private void cutOff() {
            feed.leave(this);
            response.reset();
        }

        private static String written(LiveMessage message) {
            String id = message.seq() == null ? "" : "id: " + message.seq() + "\n";
            return id + "data: " + message.text() + "\n\n";
        }
    }
}
