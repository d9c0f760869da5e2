package rescue.dispatch.shell.web;

import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import java.util.function.Predicate;
import rescue.dispatch.account.Principal;
import rescue.dispatch.account.Role;
import rescue.dispatch.port.Accounts;

/** From the bearer token of a request to whoever sends it. */
public final class Sessions {

    private static final String PRINCIPAL = "principal";
    private static final String BEARER = "bearer ";

    /** Ours have 43 characters; anything much longer is not worth hashing. */
    private static final int TOKEN_MAX_CHARS = 128;

    private final Accounts accounts;

    public Sessions(Accounts accounts) {
        this.accounts = accounts;
    }

    /** Whoever calls, for an operation that needs a login. */
    public static Principal get(RoutingContext ctx) {
        return find(ctx).orElseThrow(() -> new ApiFailure(ProblemCode.UNAUTHENTICATED));
    }

    /** Whoever calls, if logged in. */
    public static Optional<Principal> find(RoutingContext ctx) {
        return Optional.ofNullable(ctx.get(PRINCIPAL));
    }

    /** A crew acts only for its own unit. */
    public static void checkUnit(RoutingContext ctx, String unitId) {
        if (!get(ctx).mayActForUnit(unitId)) {
            throw new ApiFailure(ProblemCode.FORBIDDEN);
        }
    }

    /** A hospital acts only for itself. */
    public static void checkHospital(RoutingContext ctx, String hospitalId) {
        if (!get(ctx).mayActForHospital(hospitalId)) {
            throw new ApiFailure(ProblemCode.FORBIDDEN);
        }
    }

    Accounts accounts() {
        return accounts;
    }

    /** Lets the request pass if its sender may call that operation. */
    void admit(RoutingContext ctx, String operationId) {
        if (!ctx.request().isEnded()) {
            ctx.request()
                    .pause(); // a request to upgrade has no body; left alone, it would end before we know the caller
        }
        Optional<String> token = token(ctx);
        if (Permissions.isPublic(operationId)) {
            // Whoever calls by name is remembered, but a dead token or a dead database never stops an alert.
            token.map(accounts::findToRead)
                    .orElse(Future.succeededFuture(Optional.empty()))
                    .otherwise(Optional.empty())
                    .onSuccess(found -> pass(ctx, found));
            return;
        }
        admit(ctx, token, role -> Permissions.mayCall(role, operationId));
    }

    /** The same for an address of another protocol, which the contract does not speak of. */
    public void admit(RoutingContext ctx, Role role) {
        if (!ctx.request().isEnded()) {
            ctx.request().pause(); // its body is not wanted before we know the caller
            // What is refused unread still comes; thrown away, or most senders would wait for ever before they listen.
            ctx.addEndHandler(answered -> {
                if (!ctx.request().isEnded()) {
                    ctx.request().resume();
                }
            });
        }
        admit(ctx, token(ctx), role::equals);
    }

    private void admit(RoutingContext ctx, Optional<String> token, Predicate<Role> mayCall) {
        if (token.isEmpty()) {
            ctx.fail(new ApiFailure(ProblemCode.UNAUTHENTICATED));
            return;
        }
        find(ctx, token.get())
                .onSuccess(found -> {
                    if (found.isEmpty()) {
                        ctx.fail(new ApiFailure(ProblemCode.UNAUTHENTICATED));
                    } else if (!mayCall.test(found.get().role())) {
                        ctx.fail(new ApiFailure(ProblemCode.FORBIDDEN));
                    } else {
                        pass(ctx, found);
                    }
                })
                .onFailure(ctx::fail);
    }

    /** A page that is open goes on reading while the database is away; what changes something is asked of the database. */
    private Future<Optional<Principal>> find(RoutingContext ctx, String token) {
        return ctx.request().method().equals(HttpMethod.GET) ? accounts.findToRead(token) : accounts.findByToken(token);
    }

    private static void pass(RoutingContext ctx, Optional<Principal> principal) {
        principal.ifPresent(known -> ctx.put(PRINCIPAL, known));
        ctx.next();
    }

    /** The token that a request carries, if it looks like one at all. */
    static Optional<String> token(RoutingContext ctx) {
        return Optional.ofNullable(ctx.request().getHeader(HttpHeaders.AUTHORIZATION))
                .filter(header -> header.regionMatches(true, 0, BEARER, 0, BEARER.length()))
                .map(header -> header.substring(BEARER.length()).trim())
                .filter(token -> !token.isEmpty() && token.length() <= TOKEN_MAX_CHARS);
    }
}
