package rescue.hospital;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import java.util.ArrayList;
import java.util.List;
import rescue.dispatch.port.Accounts;
import rescue.dispatch.shell.live.LiveFeed;
import rescue.dispatch.shell.live.LiveSocket;
import rescue.dispatch.shell.phrases.Phrases;
import rescue.dispatch.shell.web.Address;
import rescue.dispatch.shell.web.ApiRouter;
import rescue.dispatch.shell.web.ApiRoutes;
import rescue.dispatch.shell.web.Contract;
import rescue.dispatch.shell.web.KnownOrigins;
import rescue.dispatch.shell.web.Problem;
import rescue.dispatch.shell.web.Sessions;

/**
 * The hospitals' door: a port of its own with their page and what it asks, and nothing else, so that theirs is all they
 * need to reach and all they can.
 */
public final class GatewayVerticle extends VerticleBase {

    /** A connection silent for longer is gone; a live line is kept by the server's pings. */
    private static final int IDLE_TIMEOUT_S = 60;

    private static final String PAGE = "/hospital";

    /**
     * What stands behind the door.
     *
     * @param hospitals the hospitals' own routes
     * @param transfers from one of them to another
     * @param machines what their machines say and ask
     * @param shared routes of others that the page asks too; who may call what is decided there
     * @param nodes where pages come from that have lost their own door
     */
    public record Behind(
            HospitalRoutes hospitals,
            TransferRoutes transfers,
            MachineRoutes machines,
            List<ApiRoutes> shared,
            LiveFeed live,
            Accounts accounts,
            Contract contract,
            KnownOrigins nodes) {}

    private final String host;
    private final int port;
    private final Behind behind;
    private final Phrases phrases;
    private int actualPort;

    /**
     * The door, still shut.
     *
     * @param port TCP port, 0 for any free one
     */
    public GatewayVerticle(String host, int port, Behind behind, Phrases phrases) {
        this.host = host;
        this.port = port;
        this.behind = behind;
        this.phrases = phrases;
    }

    @Override
    public Future<?> start() {
        var accounts = new HospitalAccounts(behind.accounts);
        List<ApiRoutes> routes = new ArrayList<>(behind.shared);
        var sessions = new Sessions(accounts);
        routes.add(behind.hospitals.withoutDesk());
        routes.add(behind.transfers.withoutDesk());
        routes.addAll(behind.machines.list(sessions));
        Router all = new ApiRouter(vertx, routes, sessions, phrases, behind.nodes).create(behind.contract);
        return listen(door(all), new LiveSocket(vertx, accounts, behind.live, behind.nodes))
                .onSuccess(server -> actualPort = server.actualPort());
    }

    private Router door(Router all) {
        Router door = Router.router(vertx);
        Problem problem = new Problem(phrases);
        // Here, as an address that cannot be decoded matches no later route; whatever else failed is answered further
        // down.
        door.route().handler(Address::check).failureHandler(ctx -> {
            if (Address.isBroken(ctx)) {
                problem.answer(ctx);
            } else {
                ctx.next();
            }
        });
        door.route(HttpMethod.GET, "/")
                .handler(ctx -> ctx.response() // whoever types only the machine's name
                        .setStatusCode(302)
                        .putHeader(HttpHeaders.LOCATION, PAGE)
                        .end());
        door.route().handler(HospitalsOnly::check);
        door.route("/*").subRouter(all);
        door.route().failureHandler(problem::answer); // last: a protocol says its no in a form of its own
        return door;
    }

    private Future<HttpServer> listen(Router router, LiveSocket live) {
        return vertx.createHttpServer(new HttpServerOptions()
                        .setHost(host)
                        .setPort(port)
                        .setIdleTimeout(IDLE_TIMEOUT_S)
                        .setCompressionSupported(true))
                .webSocketHandshakeHandler(live::handshake)
                .webSocketHandler(live::accept)
                .requestHandler(router)
                .listen();
    }

    /** The TCP port it listens on, once deployed. */
    public int actualPort() {
        return actualPort;
    }
}
