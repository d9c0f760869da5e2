package rescue.hospital.protocol.webhook;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.openapi.router.RouterBuilder;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import rescue.dispatch.port.HospitalBoard;
import rescue.dispatch.shell.web.ApiFailure;
import rescue.dispatch.shell.web.ApiRoutes;
import rescue.dispatch.shell.web.Ask;
import rescue.dispatch.shell.web.ProblemCode;
import rescue.dispatch.shell.web.Reply;
import rescue.dispatch.shell.web.Sessions;
import rescue.hospital.protocol.webhook.Webhooks.State;
import rescue.hospital.protocol.webhook.Webhooks.Webhook;

/**
 * {@code /hospitals/{hospitalId}/webhook}: an administrator enters where a hospital's own system takes news. Not the
 * hospital itself: whoever had its password would have patients' news sent wherever he likes.
 */
public final class WebhookRoutes implements ApiRoutes {

    private final Webhooks webhooks;
    private final HospitalBoard board;
    private final boolean thisMachineToo;
    private final SecureRandom chance = new SecureRandom();

    /**
     * The routes.
     *
     * @param thisMachineToo whether news may be sent to this machine itself, as in a demonstration
     */
    public WebhookRoutes(Webhooks webhooks, HospitalBoard board, boolean thisMachineToo) {
        this.webhooks = webhooks;
        this.board = board;
        this.thisMachineToo = thisMachineToo;
    }

    @Override
    public void mount(RouterBuilder builder) {
        builder.getRoute("putWebhook").addHandler(this::put);
        builder.getRoute("getWebhook").addHandler(this::get);
        builder.getRoute("deleteWebhook").addHandler(this::delete);
    }

    /** The secret is told once, here: whoever has lost it enters the address again and gets another. */
    private void put(RoutingContext ctx) {
        String hospitalId = ctx.pathParam("hospitalId");
        String text = Ask.body(ctx).getString("url");
        URI url = WebhookAddress.read(text, thisMachineToo)
                .orElseThrow(() -> new ApiFailure(ProblemCode.WEBHOOK_ADDRESS).at("/url"));
        var webhook = new Webhook(
                hospitalId,
                url,
                WebhookSignature.newSecret(chance),
                Sessions.get(ctx).user());
        board.find(hospitalId)
                .compose(found -> found.isPresent()
                        ? webhooks.put(webhook)
                        : Future.failedFuture(new ApiFailure(ProblemCode.HOSPITAL_UNKNOWN, hospitalId)))
                .onSuccess(done -> Reply.json(
                        ctx, 200, new JsonObject().put("url", url.toString()).put("secret", webhook.secret())))
                .onFailure(ctx::fail);
    }

    private void get(RoutingContext ctx) {
        webhooks.find(ctx.pathParam("hospitalId"))
                .map(found -> found.orElseThrow(() -> new ApiFailure(ProblemCode.WEBHOOK_UNKNOWN)))
                .onSuccess(state -> Reply.json(ctx, 200, json(state)))
                .onFailure(ctx::fail);
    }

    private void delete(RoutingContext ctx) {
        webhooks.remove(ctx.pathParam("hospitalId"))
                .onSuccess(removed -> Reply.noContent(ctx))
                .onFailure(ctx::fail);
    }

    private static JsonObject json(State state) {
        return new JsonObject()
                .put("url", state.webhook().url().toString())
                .put("registeredBy", state.webhook().registeredBy())
                .put("registeredAt", state.registeredAt().toString())
                .put("waiting", state.waiting())
                .put("parked", state.parked())
                .put("deliveredAt", text(state.deliveredAt()))
                .put("lastError", state.lastError());
    }

    private static @Nullable String text(@Nullable Instant instant) {
        return instant == null ? null : instant.toString();
    }
}
