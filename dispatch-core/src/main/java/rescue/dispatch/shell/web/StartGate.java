package rescue.dispatch.shell.web;

import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.net.ConnectException;
import java.util.List;

/**
 * What the API lets in while a node starts and PostgreSQL is not there yet, or its tables are not ready: an alert, which goes
 * to the disk, and what a reporter needs for it. Everybody else is told that the database is away, as it is.
 */
public final class StartGate {

    /** For a door that is opened when all is ready. */
    static final StartGate OPEN = opened();

    /** Read without the database, or from what is kept on the disk. */
    private static final List<String> READ_MEANWHILE =
            List.of("/api/v1/track/", "/api/v1/about", "/api/v1/places", "/api/v1/map/", "/api/v1/openapi.yaml");

    private volatile boolean open;

    private static StartGate opened() {
        var gate = new StartGate();
        gate.open();
        return gate;
    }

    /** The tables are ready and hold what this node needs: everybody may come. */
    public void open() {
        open = true;
    }

    public boolean isOpen() {
        return open;
    }

    void admit(RoutingContext ctx) {
        if (open || isForReporters(ctx.request().method(), ctx.normalizedPath())) {
            ctx.next();
        } else {
            ctx.fail(503, new ConnectException("this node starts and waits for PostgreSQL"));
        }
    }

    private static boolean isForReporters(HttpMethod method, String path) {
        if (method.equals(HttpMethod.POST)) {
            return path.equals("/api/v1/alerts");
        }
        return method.equals(HttpMethod.GET) && READ_MEANWHILE.stream().anyMatch(path::startsWith);
    }
}
