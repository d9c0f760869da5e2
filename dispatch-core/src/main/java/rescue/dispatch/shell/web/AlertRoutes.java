package rescue.dispatch.shell.web;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.openapi.router.RouterBuilder;
import java.time.InstantSource;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import rescue.dispatch.account.Principal;
import rescue.dispatch.alert.AlertSource;
import rescue.dispatch.alert.PlaceFlag;
import rescue.dispatch.flow.AddToAlert;
import rescue.dispatch.flow.ReceiveAlert;
import rescue.dispatch.flow.TrackAlert;
import rescue.dispatch.incident.Incident;
import rescue.dispatch.port.IncidentLog;
import rescue.dispatch.port.IncidentLog.IdempotencyKey;
import rescue.dispatch.port.IncidentLog.Receipt;
import rescue.dispatch.shell.phrases.Phrases;
import rescue.dispatch.shell.spool.AlertDoor;

/** {@code /alerts}: from anyone, once, with or without a database; {@code /track}: what became of it, nothing private. */
public final class AlertRoutes implements ApiRoutes {

    /** A few corrections in a row, by several people behind one address. */
    private static final int ADDITIONS_BURST = 20;

    /** One in five seconds after that. */
    private static final double ADDITIONS_PER_SECOND = 0.2;

    private final AlertDoor door;
    private final AddToAlert addToAlert;
    private final TrackAlert trackAlert;
    private final Phrases phrases;
    private final InstantSource clock;
    private final AddressThrottle throttle;

    public AlertRoutes(AlertDoor door, AddToAlert addToAlert, IncidentLog log, Phrases phrases, InstantSource clock) {
        this.door = door;
        this.addToAlert = addToAlert;
        this.trackAlert = new TrackAlert(log);
        this.phrases = phrases;
        this.clock = clock;
        this.throttle = new AddressThrottle(clock, ADDITIONS_BURST, ADDITIONS_PER_SECOND);
    }

    @Override
    public void mount(RouterBuilder builder) {
        builder.getRoute("createAlert").addHandler(this::create);
        builder.getRoute("trackAlert").addHandler(this::track);
        builder.getRoute("addToAlert").addHandler(this::add);
    }

    private void create(RoutingContext ctx) {
        JsonObject body = Ask.body(ctx);
        door.take(new IdempotencyKey(key(ctx), BodyHash.of(body)), told(body), by(ctx))
                .compose(Refusals::orFail)
                .onSuccess(taken -> answer(ctx, taken))
                .onFailure(ctx::fail);
    }

    /** Without a key every try counts as another alert: nobody is refused for not knowing our manners. */
    private static String key(RoutingContext ctx) {
        String sent = ctx.request().getHeader("Idempotency-Key");
        return sent == null ? UUID.randomUUID().toString() : sent;
    }

    private static String by(RoutingContext ctx) {
        return Sessions.find(ctx).map(Principal::user).orElse("public");
    }

    private static ReceiveAlert.Told told(JsonObject body) {
        return new ReceiveAlert.Told(
                AlertSource.valueOf(body.getString("source")),
                body.getString("kind"),
                ToldPlaceJson.read(body),
                body.getInteger("injured"),
                body.getInteger("dead"),
                body.getInteger("trapped"),
                body.getString("description"),
                body.getString("reporterPhone"));
    }

    private void answer(RoutingContext ctx, AlertDoor.Taken taken) {
        int status = taken.fold(entered -> entered.taken().receipt().repeated() ? 200 : 201, waiting -> 202);
        JsonObject body = taken.fold(entered -> json(ctx, entered.taken()), waiting -> json(ctx, waiting));
        Reply.json(ctx, status, body);
    }

    /** The same for every try of one alert, and for every node that it reaches. */
    private JsonObject json(RoutingContext ctx, ReceiveAlert.Taken taken) {
        Receipt receipt = taken.receipt();
        return new JsonObject()
                .put("alertId", receipt.alertId().toString())
                .put("incidentId", receipt.incidentId().toString())
                .put("incidentNumber", receipt.incidentNumber())
                .put("trackingCode", receipt.trackingCode())
                .put("flags", names(taken.flags()))
                .put("ask", ask(ctx, taken.flags()));
    }

    /** No incident yet: what the reporter needs to follow it, and to be asked for what is missing. */
    private JsonObject json(RoutingContext ctx, AlertDoor.Taken.Waiting waiting) {
        return new JsonObject()
                .put("alertId", waiting.alertId().toString())
                .put("spooled", true)
                .put("trackingCode", waiting.trackingCode())
                .put("receivedAt", waiting.receivedAt().toString())
                .put("flags", names(waiting.flags()))
                .put("ask", ask(ctx, waiting.flags()));
    }

    private @Nullable String ask(RoutingContext ctx, Set<PlaceFlag> flags) {
        return flags.stream()
                .sorted()
                .findFirst()
                .map(flag -> phrases.text(Ask.language(ctx), "ask." + flag.name()))
                .orElse(null);
    }

    private void track(RoutingContext ctx) {
        String code = ctx.pathParam("trackingCode");
        door.orWaiting(
                        code,
                        trackAlert.find(code).map(found -> found.map(incident -> tracking(ctx, incident))),
                        waiting -> tracking(ctx, waiting))
                .compose(found -> found.map(Future::succeededFuture)
                        .orElseGet(() -> Future.failedFuture(new ApiFailure(ProblemCode.TRACKING_CODE_UNKNOWN, code))))
                .onSuccess(answer -> Reply.json(ctx, 200, answer))
                .onFailure(ctx::fail);
    }

    private void add(RoutingContext ctx) {
        throttle.check(ctx);
        String code = ctx.pathParam("trackingCode");
        JsonObject body = Ask.body(ctx);
        var addition = new AddToAlert.Addition(
                body.getInteger("injured"),
                body.getInteger("dead"),
                body.getInteger("trapped"),
                body.getString("description"),
                body.getString("reporterPhone"));
        if (addition.isEmpty()) {
            throw new ApiFailure(ProblemCode.REQUEST_INVALID);
        }
        // A sender may use one key for his report and for what he adds to it, and for two reports.
        var key = new IdempotencyKey("more " + code + " " + key(ctx), BodyHash.of(body));
        addToAlert
                .add(code, key, addition, by(ctx))
                .compose(Refusals::orFail)
                .onSuccess(incident -> Reply.json(ctx, 200, tracking(ctx, incident)))
                .onFailure(ctx::fail);
    }

    private JsonObject tracking(RoutingContext ctx, Incident incident) {
        Tracking state = Tracking.of(incident);
        return new JsonObject()
                .put("incidentNumber", incident.number())
                .put("state", state.name())
                .put("text", phrases.text(Ask.language(ctx), "tracking." + state.name()))
                .put("etaS", Tracking.etaS(incident, clock.instant()))
                .put(
                        "updatedAt",
                        incident.timeline()
                                .get(incident.timeline().size() - 1)
                                .event()
                                .at()
                                .toString());
    }

    private JsonObject tracking(RoutingContext ctx, AlertDoor.Taken.Waiting waiting) {
        return new JsonObject()
                .put("incidentNumber", null)
                .put("state", Tracking.RECEIVED.name())
                .put("text", phrases.text(Ask.language(ctx), "tracking." + Tracking.RECEIVED.name()))
                .put("etaS", null)
                .put("updatedAt", waiting.receivedAt().toString());
    }

    /** Flags that a sender can still mend; kept with the incident for the operator. */
    static JsonArray flags(Incident incident) {
        return names(incident.placement().flags());
    }

    private static JsonArray names(Set<PlaceFlag> flags) {
        JsonArray names = new JsonArray();
        flags.stream().sorted().forEach(flag -> names.add(flag.name()));
        return names;
    }
}
