package rescue.dispatch.shell.live;

import io.vertx.core.Future;
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
        var page = new Page(response, Sessions.get(ctx));
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

    private record Page(HttpServerResponse response, Principal principal) implements LiveListener {

        @Override
        public boolean isOpen() {
            return !response.closed() && !response.ended();
        }

        @Override
        public Future<Void> send(LiveMessage message) {
            if (!isOpen()) {
                return Future.succeededFuture();
            }
            if (response.writeQueueFull()) {
                response.reset();
                return Future.succeededFuture();
            }
            String id = message.seq() == null ? "" : "id: " + message.seq() + "\n";
            return response.write(id + "data: " + message.text() + "\n\n");
        }
    }
}
