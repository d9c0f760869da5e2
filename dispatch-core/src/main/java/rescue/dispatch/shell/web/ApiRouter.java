package rescue.dispatch.shell.web;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.openapi.router.OpenAPIRoute;
import io.vertx.ext.web.openapi.router.RequestExtractor;
import io.vertx.ext.web.openapi.router.RouterBuilder;
import io.vertx.openapi.contract.OpenAPIContract;
import io.vertx.openapi.contract.Operation;
import io.vertx.openapi.contract.Path;
import io.vertx.openapi.validation.RequestUtils;
import io.vertx.openapi.validation.RequestValidator;
import io.vertx.openapi.validation.ValidatableRequest;
import io.vertx.openapi.validation.ValidatedRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import rescue.dispatch.shell.phrases.Phrases;

/**
 * The whole HTTP side: pages, and the API as the contract has it. A request passes, in this order, the size limit, the
 * login, the permission table, the contract, and then reaches the routes of its noun.
 */
public final class ApiRouter {

    private static final String BASE = "/api/v1";
    private static final String JSON = "application/json";

    /** Tiles come by the dozen and are addressed by numbers that their route reads anyway; live is no request at all. */
    private static final Set<String> NOT_VALIDATED = Set.of("getMapTile", "live");

    /** Ten thousand road closures take a second to check, a photo of 8 MB some hundredths: not on the event loop. */
    private static final Set<String> VALIDATED_ON_A_WORKER =
            Set.of("createRoadClosures", "addPhoto", "addPhotoToAlert");

    private static final Logger LOG = LoggerFactory.getLogger(ApiRouter.class);

    private final Vertx vertx;
    private final List<ApiRoutes> routes;
    private final Sessions sessions;
    private final Problem problem;
    private final KnownOrigins nodes;
    private final StartGate gate;

    public ApiRouter(Vertx vertx, List<ApiRoutes> routes, Sessions sessions, Phrases phrases, KnownOrigins nodes) {
        this(vertx, routes, sessions, phrases, nodes, StartGate.OPEN);
    }

    /**
     * The same for a door that is there before the database is.
     *
     * @param gate who is let in until then
     */
    public ApiRouter(
            Vertx vertx,
            List<ApiRoutes> routes,
            Sessions sessions,
            Phrases phrases,
            KnownOrigins nodes,
            StartGate gate) {
        this.gate = gate;
        this.nodes = nodes;
        this.vertx = vertx;
        this.routes = new ArrayList<>(routes);
        this.routes.add(new SessionRoutes(sessions.accounts()));
        this.routes.add(new ContractRoutes());
        this.sessions = sessions;
        this.problem = new Problem(phrases);
    }

    /** Reads the contract and mounts everything. */
    public Future<Router> create() {
        return Contract.load(vertx).map(this::create);
    }

    /** Mounts everything on a contract that was read before. */
    public Router create(Contract loaded) {
        OpenAPIContract contract = loaded.requests();
        Router root = Router.router(vertx);
        root.route()
                .handler(new SecurityHeaders(nodes)::add)
                .handler(Address::check)
                .failureHandler(this::answerUnreadable);
        root.route(BASE + "/*").handler(nodes::admit).handler(gate::admit);
        root.route(BASE + "/*").subRouter(api(contract));
        routes.forEach(each -> each.mountBeside(root));
        Pages.mount(root);
        // Last, so that a page for people may answer a failure as a page.
        root.route().handler(ctx -> ctx.fail(404)).failureHandler(problem::answer);
        return root;
    }

    /** Here, as an address that cannot be decoded matches no later route; whatever else failed is answered further down. */
    private void answerUnreadable(RoutingContext ctx) {
        if (Address.isBroken(ctx)) {
            problem.answer(ctx);
        } else {
            ctx.next();
        }
    }

    private Router api(OpenAPIContract contract) {
        RouterBuilder builder = RouterBuilder.create(vertx, contract, RequestExtractor.withBodyHandler());
        builder.rootHandler(BodySize.reader());
        RequestValidator validator = RequestValidator.create(vertx, KeptValidators.of(contract));
        for (OpenAPIRoute route : builder.getRoutes()) {
            frame(route, validator);
        }
        routes.forEach(each -> each.mount(builder));
        closeUnanswered(builder);
        Router api = builder.createRouter();
        api.route().handler(ctx -> ctx.fail(unrouted(ctx, contract))).failureHandler(problem::answer);
        return api;
    }

    /** The builder would validate before it knows the caller; so both are done here, in the order of the class comment. */
    private void frame(OpenAPIRoute route, RequestValidator validator) {
        Operation operation = route.getOperation();
        String id = operation.getOperationId();
        route.setDoSecurity(false).setDoValidation(false).addFailureHandler(problem::answer);
        route.addHandler(ctx -> sessions.admit(ctx, id));
        if (!NOT_VALIDATED.contains(id)) {
            route.addHandler(ctx -> validate(ctx, operation, validator));
        }
    }

    private static void validate(RoutingContext ctx, Operation operation, RequestValidator validator) {
        if (operation.getRequestBody() != null) {
            // We take nothing but JSON, so a sender that forgets to say so is heard nevertheless.
            ctx.request().headers().set(HttpHeaders.CONTENT_TYPE, JSON);
        }
        RequestUtils.extract(ctx.request(), operation, () -> PackedBody.of(ctx))
                .map(request -> TextParameters.quoted(request, operation))
                .compose(request -> check(ctx, request, operation.getOperationId(), validator))
                .onSuccess(valid -> {
                    ctx.put(RouterBuilder.KEY_META_DATA_VALIDATED_REQUEST, valid);
                    ctx.next();
                })
                .onFailure(ctx::fail);
    }

    private static Future<ValidatedRequest> check(
            RoutingContext ctx, ValidatableRequest request, String operation, RequestValidator validator) {
        return VALIDATED_ON_A_WORKER.contains(operation)
                ? ctx.vertx()
                        .executeBlocking(() -> validator.validate(request, operation), false)
                        .compose(checked -> checked)
                : validator.validate(request, operation);
    }

    /** A node may serve only part of the contract; it says so rather than looking broken. */
    private static void closeUnanswered(RouterBuilder builder) {
        List<String> closed = new ArrayList<>();
        for (OpenAPIRoute route : builder.getRoutes()) {
            String id = route.getOperation().getOperationId();
            int framed = NOT_VALIDATED.contains(id) ? 1 : 2;
            if (route.getHandlers().size() == framed) {
                route.addHandler(ctx -> ctx.fail(new ApiFailure(ProblemCode.NOT_OFFERED_HERE)));
                closed.add(id);
            }
        }
        if (!closed.isEmpty()) {
            LOG.debug("not offered at this door: {}", closed);
        }
    }

    private static ApiFailure unrouted(RoutingContext ctx, OpenAPIContract contract) {
        Path path = contract.findPath(ctx.normalizedPath());
        if (path == null) {
            return new ApiFailure(ProblemCode.ROUTE_UNKNOWN);
        }
        String allowed = path.getOperations().stream()
                .map(operation -> operation.getHttpMethod().name())
                .sorted()
                .collect(Collectors.joining(", "));
        ctx.response().putHeader(HttpHeaders.ALLOW, allowed);
        return new ApiFailure(ProblemCode.METHOD_NOT_ALLOWED, allowed);
    }
}
