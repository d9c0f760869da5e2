package rescue.deploy;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.sqlclient.Pool;
import java.util.List;
import rescue.dispatch.shell.phrases.Phrases;
import rescue.dispatch.shell.postgres.PgAccounts;
import rescue.dispatch.shell.web.ApiRouter;
import rescue.dispatch.shell.web.Sessions;
import rescue.routing.RoutingModule;

/** Which adapter stands behind which port, and which use case behind which route. */
final class Wiring {

    private final Vertx vertx;
    private final Configuration configuration;
    private final Pool pool;
    private final PgAccounts accounts;
    private final RoutingModule routing;

    Wiring(Vertx vertx, Configuration configuration, Pool pool, PgAccounts accounts, RoutingModule routing) {
        this.vertx = vertx;
        this.configuration = configuration;
        this.pool = pool;
        this.accounts = accounts;
        this.routing = routing;
    }

    Future<Router> router() {
        return new ApiRouter(vertx, List.of(), new Sessions(accounts), new Phrases("problems")).create();
    }
}
