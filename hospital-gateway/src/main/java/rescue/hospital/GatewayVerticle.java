package rescue.hospital;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import java.util.List;
import rescue.dispatch.shell.phrases.Phrases;
import rescue.dispatch.shell.web.Address;
import rescue.dispatch.shell.web.ApiRouter;
import rescue.dispatch.shell.web.Contract;
import rescue.dispatch.shell.web.Problem;
import rescue.dispatch.shell.web.Sessions;

/** The hospitals' door: a port of its own that answers hospitals and nothing else, so that theirs is all they can reach. */
public final class GatewayVerticle extends VerticleBase {

    /** A hospital's page asks every few seconds; a connection silent for longer is gone. */
    private static final int IDLE_TIMEOUT_S = 60;

    private final String host;
    private final int port;
    private final HospitalRoutes routes;
    private final Sessions sessions;
    private final Phrases phrases;
    private final Contract contract;
    private int actualPort;

    /**
     * The door, still shut.
     *
     * @param port TCP port, 0 for any free one
     */
    public GatewayVerticle(
            String host, int port, HospitalRoutes routes, Sessions sessions, Phrases phrases, Contract contract) {
        this.host = host;
        this.port = port;
        this.routes = routes;
        this.sessions = sessions;
        this.phrases = phrases;
        this.contract = contract;
    }

    @Override
    public Future<?> start() {
        Router api = new ApiRouter(vertx, List.of(routes.withoutDesk()), sessions, phrases).create(contract);
        return listen(behindTheDoor(api)).onSuccess(server -> actualPort = server.actualPort());
    }

    private Router behindTheDoor(Router api) {
        Router door = Router.router(vertx);
        door.route().handler(Address::check).handler(HospitalsOnly::check).failureHandler(new Problem(phrases)::answer);
        door.route("/*").subRouter(api);
        return door;
    }

    private Future<HttpServer> listen(Router router) {
        return vertx.createHttpServer(
                        new HttpServerOptions().setHost(host).setPort(port).setIdleTimeout(IDLE_TIMEOUT_S))
                .requestHandler(router)
                .listen();
    }

    /** The TCP port it listens on, once deployed. */
    public int actualPort() {
        return actualPort;
    }
}
