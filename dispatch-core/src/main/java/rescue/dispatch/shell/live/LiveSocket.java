package rescue.dispatch.shell.live;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.http.ServerWebSocketHandshake;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import rescue.dispatch.account.Principal;
import rescue.dispatch.port.Accounts;
import rescue.dispatch.shell.web.KnownOrigins;

/**
 * {@code /api/v1/live}: a page says who it is in its first message, {@code {"token": …, "after": seq}}, so that no token
 * stands in an address; from then on it is told of changes, and as often as it wishes that somebody is still here.
 */
public final class LiveSocket {

    public static final String PATH = "/api/v1/live";

    /** A page that does not say who it is has no business here. */
    private static final Duration LOGIN_WITHIN = Duration.ofSeconds(10);

    /** A session that was revoked is shut out this soon. */
    private static final Duration CHECK_AGAIN = Duration.ofSeconds(5);

    /** On a quiet night a line without traffic is taken for dead by the boxes between us and the page. */
    private static final Duration PING_EVERY = Duration.ofSeconds(20);

    /** Who asks to hear more seldom than this need not ask. */
    private static final long MOST_SELDOM_S = 60;

    private static final Buffer NOTHING = Buffer.buffer();

    /** Application close codes: 4401 as HTTP 401, 4429 as too slow to be told. */
    private static final short NOT_LOGGED_IN = 4401;

    private static final short TOO_SLOW = 4429;

    private final Vertx vertx;
    private final Accounts accounts;
    private final LiveFeed feed;
    private final KnownOrigins nodes;

    public LiveSocket(Vertx vertx, Accounts accounts, LiveFeed feed, KnownOrigins nodes) {
        this.nodes = nodes;
        this.vertx = vertx;
        this.accounts = accounts;
        this.feed = feed;
    }

    /** Refuses other paths, and pages of other sites: a browser sends the origin, and cannot lie about it. */
    public void handshake(ServerWebSocketHandshake handshake) {
        if (!PATH.equals(handshake.path())) {
            handshake.reject(404);
        } else if (!isOurs(handshake)) {
            handshake.reject(403);
        } else {
            handshake.accept();
        }
    }

    private boolean isOurs(ServerWebSocketHandshake handshake) {
        String origin = handshake.headers().get(HttpHeaders.ORIGIN);
        return isSameOrigin(origin, handshake.headers().get(HttpHeaders.HOST)) || nodes.knows(origin);
    }

    /** A socket that has shaken hands and not yet said who it is. */
    public void accept(ServerWebSocket socket) {
        if (!PATH.equals(socket.path())) {
            socket.close((short) 1008, "no such address");
            return;
        }
        long deadline = vertx.setTimer(LOGIN_WITHIN.toMillis(), timer -> socket.close(NOT_LOGGED_IN, "no token came"));
        socket.closeHandler(gone -> vertx.cancelTimer(deadline));
        socket.textMessageHandler(text -> {
            vertx.cancelTimer(deadline);
            socket.textMessageHandler(null);
            greet(socket, text);
        });
    }

    private void greet(ServerWebSocket socket, String text) {
        JsonObject hello = parse(text);
        if (!(hello.getValue("token") instanceof String token)) {
            socket.close(NOT_LOGGED_IN, "no token came");
            return;
        }
        long after = hello.getValue("after") instanceof Number seen ? seen.longValue() : -1;
        Optional<Duration> every = hello.getValue("everyS") instanceof Number asked
                ? Optional.of(Duration.ofSeconds(Math.min(MOST_SELDOM_S, Math.max(1, asked.longValue()))))
                : Optional.empty();
        accounts.findToRead(token)
                .compose(found -> found.map(principal -> join(socket, token, principal, after, every))
                        .orElseGet(() -> socket.close(NOT_LOGGED_IN, "session ended")))
                .onFailure(away -> socket.close((short) 1013, "try again later"));
    }

    private Future<Void> join(
            ServerWebSocket socket, String token, Principal principal, long after, Optional<Duration> every) {
        if (socket.isClosed()) { // while we looked up who it is
            return Future.succeededFuture();
        }
        var page = new Page(socket, principal);
        long check = vertx.setPeriodic(CHECK_AGAIN.toMillis(), timer -> checkAgain(socket, token));
        long ping = vertx.setPeriodic(PING_EVERY.toMillis(), timer -> socket.writePing(NOTHING));
        Optional<Long> alive = every.map(gap -> vertx.setPeriodic(gap.toMillis(), timer -> page.sayAlive()));
        socket.closeHandler(gone -> {
            vertx.cancelTimer(check);
            vertx.cancelTimer(ping);
            alive.ifPresent(vertx::cancelTimer);
            feed.leave(page);
        });
        return feed.join(page, after);
    }

    private void checkAgain(ServerWebSocket socket, String token) {
        accounts.findByToken(token).onSuccess(found -> {
            if (found.isEmpty()) {
                socket.close(NOT_LOGGED_IN, "session ended");
            }
        });
    }

    /** Empty when it is no object: nobody has said who he is. */
    private static JsonObject parse(String text) {
        try {
            return Json.decodeValue(text) instanceof JsonObject object ? object : new JsonObject();
        } catch (DecodeException e) {
            return new JsonObject();
        }
    }

    /** No origin: no browser. */
    static boolean isSameOrigin(@Nullable String origin, @Nullable String host) {
        if (origin == null) {
            return true;
        }
        try {
            return Optional.ofNullable(URI.create(origin).getAuthority())
                    .orElse("")
                    .equals(host);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Identity is all that tells two pages apart. */
    private final class Page implements LiveListener {

        private final ServerWebSocket socket;
        private final Principal principal;
        private final LiveLine line;

        /** A line on which nobody reads takes its time to close; meanwhile nothing more is put on it. */
        private volatile boolean cutOff;

        Page(ServerWebSocket socket, Principal principal) {
            this.socket = socket;
            this.principal = principal;
            this.line = new LiveLine(
                    message -> socket.writeTextMessage(message.text()),
                    next -> vertx.setTimer(LiveLine.STUCK_AFTER.toMillis(), timer -> next.run()),
                    this::cutOff);
        }

        @Override
        public Principal principal() {
            return principal;
        }

        @Override
        public boolean isOpen() {
            return !cutOff && !socket.isClosed();
        }

        @Override
        public Future<Void> send(LiveMessage message) {
            return isOpen() ? line.send(message) : Future.succeededFuture();
        }

        /** What waits on the line says so too, when it gets through. */
        void sayAlive() {
            if (isOpen() && line.waitingBytes() == 0) {
                line.send(LiveMessage.ALIVE);
            }
        }

        private void cutOff() {
            cutOff = true;
            feed.leave(this);
            socket.close(TOO_SLOW, "too slow");
        }
    }
}
