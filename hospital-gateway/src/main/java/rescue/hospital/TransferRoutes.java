package rescue.hospital;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.openapi.router.RouterBuilder;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
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
import rescue.dispatch.port.IncidentLog;
import rescue.dispatch.port.IncidentLog.IdempotencyKey;
import rescue.dispatch.port.TransferBoard;
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

/** {@code /hospitals/{hospitalId}/transfers}: from one hospital on to another, which is asked first. */
public final class TransferRoutes implements ApiRoutes {

    /** A week: whoever comes back from days off still finds what became of it. */
    private static final Duration SHOWN_FOR = Duration.ofDays(7);

    private static final int LONGEST = 100;

    /**
     * What the use cases of a transfer are.
     *
     * @param board says which incidents concern a hospital, and is asked as that hospital
     * @param log read as the system: only for what the board has named
     */
    public record Behind(
            AskTransfer ask, AnswerTransfer answer, SuggestReceivers suggest, TransferBoard board, IncidentLog log) {}

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
        String hospitalId = caller.of(ctx);
        board(ctx)
                .list(hospitalId, clock.instant().minus(SHOWN_FOR), LONGEST)
                .compose(this::read)
                .onSuccess(incidents -> Reply.json(
                        ctx,
                        200,
                        new JsonObject()
                                .put("outgoing", ways(incidents, hospitalId, true))
                                .put("incoming", ways(incidents, hospitalId, false))))
                .onFailure(ctx::fail);
    }

    private Future<List<Incident>> read(List<UUID> ids) {
        List<Future<Optional<Incident>>> found =
                ids.stream().map(behind.log::find).toList();
        return Future.all(found)
                .map(all -> found.stream()
                        .map(Future::result)
                        .flatMap(Optional::stream)
                        .toList());
    }

    private JsonArray ways(List<Incident> incidents, String hospitalId, boolean outgoing) {
        var ways = new JsonArray();
        for (Incident incident : incidents) {
            String from = Objects.requireNonNull(incident.transfer(), "the board lists transfers")
                    .request()
                    .fromId();
            if (from.equals(hospitalId) == outgoing) {
                ways.add(TransferJson.of(incident, clock.instant()));
            }
        }
        return ways;
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

    private TransferBoard board(RoutingContext ctx) {
        return CallingHospital.itself(ctx).map(behind.board::seenBy).orElse(behind.board);
    }

    private static UUID transferId(RoutingContext ctx) {
        return Ask.uuid(ctx, "transferId", ProblemCode.TRANSFER_UNKNOWN);
    }
}
