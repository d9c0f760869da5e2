package rescue.dispatch.shell.web;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.openapi.router.RouterBuilder;
import java.time.Duration;
import rescue.dispatch.account.LoginOutcome;
import rescue.dispatch.account.Principal;
import rescue.dispatch.port.Accounts;

/** {@code /session}: log in, who am I, log out. */
final class SessionRoutes implements ApiRoutes {

    private final Accounts accounts;

    SessionRoutes(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public void mount(RouterBuilder builder) {
        builder.getRoute("login").addHandler(this::login);
        builder.getRoute("getSession").addHandler(ctx -> Reply.json(ctx, 200, json(Sessions.get(ctx))));
        builder.getRoute("logout").addHandler(this::logout);
    }

    private void login(RoutingContext ctx) {
        JsonObject body = Ask.body(ctx);
        String address = ctx.request().connection().remoteAddress().hostAddress();
        accounts.login(body.getString("user"), body.getString("password"), address == null ? "" : address)
                .compose(SessionRoutes::welcome)
                .onSuccess(session -> Reply.json(ctx, 200, session))
                .onFailure(ctx::fail);
    }

    private static Future<JsonObject> welcome(LoginOutcome outcome) {
        return outcome.fold(
                in -> Future.succeededFuture(json(in.principal())
                        .put("token", in.token())
                        .put("expiresAt", in.expiresAt().toString())),
                wrong -> Future.failedFuture(new ApiFailure(ProblemCode.CREDENTIALS_WRONG)),
                later -> Future.failedFuture(throttled(later.retryAfter())));
    }

    private static ApiFailure throttled(Duration wait) {
        return new ApiFailure(ProblemCode.LOGIN_THROTTLED, wait.toSeconds()).retryAfter(wait);
    }

    private void logout(RoutingContext ctx) {
        accounts.revoke(Sessions.token(ctx).orElseThrow())
                .onSuccess(done -> Reply.noContent(ctx))
                .onFailure(ctx::fail);
    }

    private static JsonObject json(Principal principal) {
        return new JsonObject()
                .put("user", principal.user())
                .put("role", principal.role().name())
                .put("unitId", principal.unitId())
                .put("hospitalId", principal.hospitalId());
    }
}
