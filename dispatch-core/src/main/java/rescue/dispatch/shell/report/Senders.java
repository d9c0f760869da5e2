package rescue.dispatch.shell.report;

import io.vertx.ext.web.RoutingContext;
import java.util.Optional;

/** Where a request comes from. */
final class Senders {

    private Senders() {}

    /** The network address; empty when there is none, as on a socket of this machine. */
    static String address(RoutingContext ctx) {
        return Optional.ofNullable(ctx.request().connection().remoteAddress().hostAddress())
                .orElse("");
    }
}
