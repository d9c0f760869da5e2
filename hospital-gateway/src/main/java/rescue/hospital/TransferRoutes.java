package rescue.hospital;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.openapi.router.RouterBuilder;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import rescue.dispatch.flow.AnswerTransfer;
import rescue.dispatch.flow.AskTransfer;
import rescue.dispatch.flow.Outcome;
import rescue.dispatch.flow.SuggestReceivers;
import rescue.dispatch.hospital.BedKind;
import rescue.dispatch.hospital.PreArrivalAnswer;
import rescue.dispatch.hospital.Service;
import rescue.dispatch.incident.Incident;
import rescue.dispatch.port.IncidentLog.IdempotencyKey;
import rescue.dispatch.shell.phrases.Phrases;
import rescue.dispatch.shell.web.ApiFailure;
import rescue.dispatch.shell.web.ApiRoutes;
import rescue.dispatch.shell.web.Ask;
import rescue.dispatch.shell.web.BodyHash;
import rescue.dispatch.shell.web.ProblemCode;
import rescue.dispatch.shell.web.ReceiversJson;
import rescue.dispatch.shell.web.Refusals;
import rescue.dispatch.shell.web.Reply;
import rescue.dispatch.shell.web.TransferJson;
import rescue.hospital.notice.TransferList;

/** {@code /hospitals/{hospitalId}/transfers}: from one hospital on to another, which is asked first. */
public final class TransferRoutes implements ApiRoutes {

    /** What the use cases of a transfer are, and what a ward is shown of them. */
    public record Behind(AskTransfer ask, AnswerTransfer answer, SuggestReceivers suggest, TransferList list) {}

    private final Behind behind;
    private final ReceiversJson receivers;
    private final InstantSource clock;
    private final CallingHospital caller;

    public TransferRoutes(Behind behind, Phrases phrases, InstantSource clock) {
        this(behind, new ReceiversJson(phrases), clock, new CallingHospital(true));
    }

    private TransferRoutes(Behind behind, ReceiversJson receivers, InstantSource clock, CallingHospital caller) {
        this.behind = behind;
        this.receivers = receivers;
        this.clock = clock;
        this.caller = caller;
    }

    /** The same for a network in which no desk stands. */
    TransferRoutes withoutDesk() {
        return new TransferRoutes(behind, receivers, clock, new CallingHospital(false));
    }

    @Override
    public void mount(RouterBuilder builder) {
        builder.getRoute("listTransfers").addHandler(this::list);
        builder.getRoute("askTransfer").addHandler(this::ask);
        builder.getRoute("listReceivers").addHandler(this::listReceivers);
        builder.getRoute("answerTransfer").addHandler(this::answer);
        builder.getRoute("askTransferAgain").addHandler(this::askAgain);
    }

    private void list(RoutingContext ctx) {
        CallingHospital.itself(ctx)
                .map(behind.list::seenBy)
                .orElse(behind.list)
                .list(caller.of(ctx), clock.instant())
                .onSuccess(list -> Reply.json(ctx, 200, list))
                .onFailure(ctx::fail);
    }

    private void ask(RoutingContext ctx) {
        String hospitalId = caller.of(ctx);
        JsonObject body = Ask.body(ctx);
        String sent = ctx.request().getHeader("Idempotency-Key");
        // A ward may use one key for a report of its beds and for a transfer; another ward's keys are its own.
        String key = sent == null ? UUID.randomUUID().toString() : "transfer " + hospitalId + " " + sent;
        reply(
                ctx,
                201,
                behind.ask.ask(
                        new IdempotencyKey(key, BodyHash.of(body)),
                        TransferJson.read(hospitalId, body),
                        CallingHospital.speaker(ctx)));
    }

    private void listReceivers(RoutingContext ctx) {
        String hospitalId = caller.of(ctx);
        BedKind bed = BedKind.valueOf(Objects.requireNonNull(Ask.queryText(ctx, "bed"), "the contract wants it"));
        behind.suggest
                .suggest(hospitalId, bed, services(ctx))
                .compose(Refusals::orFail)
                .onSuccess(list -> Reply.json(ctx, 200, receivers.of(list, Ask.language(ctx))))
                .onFailure(ctx::fail);
    }

    /** The contract knows their form only. */
    private static Set<Service> services(RoutingContext ctx) {
        String names = Ask.queryText(ctx, "services");
        try {
            return TransferJson.services(names == null ? List.of() : List.of(names.split(",")));
        } catch (IllegalArgumentException unknown) {
            throw new ApiFailure(ProblemCode.REQUEST_INVALID).at("/services");
        }
    }

    private void answer(RoutingContext ctx) {
        String hospitalId = caller.of(ctx);
        JsonObject body = Ask.body(ctx);
        reply(
                ctx,
                200,
                behind.answer.answer(
                        hospitalId,
                        transferId(ctx),
                        PreArrivalAnswer.valueOf(body.getString("answer")),
                        body.getString("reason"),
                        CallingHospital.speaker(ctx)));
    }

    private void askAgain(RoutingContext ctx) {
        String hospitalId = caller.of(ctx);
        reply(
                ctx,
                200,
                behind.ask.askAgain(
                        hospitalId,
                        transferId(ctx),
                        Ask.body(ctx).getString("toHospitalId"),
                        CallingHospital.speaker(ctx)));
    }

    private void reply(RoutingContext ctx, int status, Future<Outcome<Incident>> done) {
        done.compose(Refusals::orFail)
                .onSuccess(incident -> Reply.json(
                        ctx, status, Objects.requireNonNull(TransferJson.of(incident, clock.instant()), "is one")))
                .onFailure(ctx::fail);
    }

    private static UUID transferId(RoutingContext ctx) {
        return Ask.uuid(ctx, "transferId", ProblemCode.TRANSFER_UNKNOWN);
    }
}
