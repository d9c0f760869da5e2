package rescue.dispatch.shell.web;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where the pages of the other nodes come from: when theirs is gone they ask this one. Nobody else's page may, and nothing is
 * allowed to them that needs a cookie, as there is none.
 */
public final class KnownOrigins {

    /** There is one node, and its pages ask nobody else. */
    public static final KnownOrigins NONE = new KnownOrigins(List.of());

    private static final String METHODS = "GET, POST, PUT, PATCH, DELETE";

    private static final String HEADERS = String.join(
            ", ",
            "Authorization",
            "Content-Type",
            "Content-Encoding",
            "Accept-Language",
            "Idempotency-Key",
            "If-Match",
            "If-None-Match",
            "Last-Event-ID");

    /** What a page reads of an answer besides its body. */
    private static final String READABLE = "ETag, Retry-After, Location, Content-Disposition, Content-Language";

    /** For so long a browser need not ask again whether it may. */
    private static final String KEPT_S = "600";

    private final List<String> origins;

    /**
     * Those origins.
     *
     * @param origins scheme, host and perhaps a port, as browsers say them
     */
    public KnownOrigins(Collection<String> origins) {
        this.origins = List.copyOf(origins);
    }

    public boolean knows(@Nullable String origin) {
        return origin != null && origins.contains(origin);
    }

    /** Where a page of ours may connect to: here, and to every node by HTTP and by WebSocket. */
    String connectSources() {
        return Stream.concat(
                        Stream.of("'self'"),
                        origins.stream().flatMap(each -> Stream.of(each, "ws" + each.substring("http".length()))))
                .collect(Collectors.joining(" "));
    }

    /** Lets the pages of the other nodes read the answer, and answers their question whether they may ask. */
    void admit(RoutingContext ctx) {
        String origin = ctx.request().getHeader(HttpHeaders.ORIGIN);
        if (!origins.isEmpty()) {
            ctx.response().headers().add(HttpHeaders.VARY, HttpHeaders.ORIGIN);
        }
        if (!knows(origin)) {
            ctx.next();
            return;
        }
        HttpServerResponse response = ctx.response()
                .putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, origin)
                .putHeader(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, READABLE);
        Optional<String> wants =
                Optional.ofNullable(ctx.request().getHeader(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD));
        if (HttpMethod.OPTIONS.equals(ctx.request().method()) && wants.isPresent()) {
            response.putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, METHODS)
                    .putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, HEADERS)
                    .putHeader(HttpHeaders.ACCESS_CONTROL_MAX_AGE, KEPT_S)
                    .setStatusCode(204)
                    .end();
        } else {
            ctx.next();
        }
    }
}
