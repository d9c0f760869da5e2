package rescue.hospital;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.openapi.router.RouterBuilder;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import rescue.dispatch.flow.AnswerPreArrival;
import rescue.dispatch.flow.Outcome;
import rescue.dispatch.flow.ReportCapacity;
import rescue.dispatch.hospital.Hospital;
import rescue.dispatch.hospital.PreArrivalAnswer;
import rescue.dispatch.incident.Incident;
import rescue.dispatch.port.HospitalBoard;
import rescue.dispatch.shell.web.ApiRoutes;
import rescue.dispatch.shell.web.Ask;
import rescue.dispatch.shell.web.HospitalJson;
import rescue.dispatch.shell.web.ProblemCode;
import rescue.dispatch.shell.web.Refusals;
import rescue.dispatch.shell.web.Reply;
import rescue.hospital.capacity.CapacityHistoryJson;
import rescue.hospital.capacity.CapacityReports;
import rescue.hospital.notice.IncomingJson;
import rescue.hospital.notice.IncomingList;

/**
 * {@code /hospitals/{hospitalId}/capacity} and {@code /incoming}: a hospital acts for itself and for no other. The desk
 * may write down what a hospital said on the telephone; the report then says that it came so.
 */
public final class HospitalRoutes implements ApiRoutes {

    /** Some weeks of a quiet ward. */
    private static final int USUAL_HISTORY = 50;

    private final ReportCapacity capacity;
    private final HospitalBoard history;
    private final AnswerPreArrival preArrival;
    private final IncomingList incoming;
    private final InstantSource clock;
    private final CallingHospital caller;

    public HospitalRoutes(
            ReportCapacity capacity,
            HospitalBoard history,
            AnswerPreArrival preArrival,
            IncomingList incoming,
            InstantSource clock) {
        this(capacity, history, preArrival, incoming, clock, new CallingHospital(true));
    }

    private HospitalRoutes(
            ReportCapacity capacity,
            HospitalBoard history,
            AnswerPreArrival preArrival,
            IncomingList incoming,
            InstantSource clock,
            CallingHospital caller) {
        this.capacity = capacity;
        this.history = history;
        this.preArrival = preArrival;
        this.incoming = incoming;
        this.clock = clock;
        this.caller = caller;
    }

    /** The same for a network in which no desk stands: what an operator lost there could speak for every hospital. */
    HospitalRoutes withoutDesk() {
        return new HospitalRoutes(capacity, history, preArrival, incoming, clock, new CallingHospital(false));
    }

    @Override
    public void mount(RouterBuilder builder) {
        builder.getRoute("reportCapacity").addHandler(this::report);
        builder.getRoute("confirmCapacity").addHandler(this::confirm);
        builder.getRoute("listCapacityReports").addHandler(this::listReports);
        builder.getRoute("listIncoming").addHandler(this::listIncoming);
        builder.getRoute("seeIncoming").addHandler(this::see);
        builder.getRoute("answerPreArrival").addHandler(this::answer);
    }

    private void report(RoutingContext ctx) {
        JsonObject body = Ask.body(ctx);
        var report = CapacityReports.read(
                caller.of(ctx), body, CallingHospital.speaker(ctx), CallingHospital.source(ctx), clock.instant());
        reply(ctx, capacity(ctx).report(report, CapacityReports.filing(body, key(ctx))));
    }

    private void confirm(RoutingContext ctx) {
        JsonObject body = Ask.bodyIfAny(ctx);
        Instant at = CapacityReports.countedAt(body, clock.instant());
        reply(
                ctx,
                capacity(ctx)
                        .confirm(
                                caller.of(ctx),
                                CallingHospital.speaker(ctx),
                                CallingHospital.source(ctx),
                                at,
                                CapacityReports.filing(body, key(ctx))));
    }

    private static @Nullable String key(RoutingContext ctx) {
        return ctx.request().getHeader("Idempotency-Key");
    }

    private void reply(RoutingContext ctx, Future<Outcome<Hospital>> reported) {
        reported.compose(Refusals::orFail)
                .onSuccess(hospital -> Reply.json(ctx, 200, HospitalJson.of(hospital, clock.instant())))
                .onFailure(ctx::fail);
    }

    private void listReports(RoutingContext ctx) {
        history(ctx)
                .listReports(caller.of(ctx), Ask.query(ctx, "limit", USUAL_HISTORY))
                .onSuccess(entries -> Reply.json(ctx, 200, CapacityHistoryJson.of(entries)))
                .onFailure(ctx::fail);
    }

    private void listIncoming(RoutingContext ctx) {
        incoming(ctx)
                .list(caller.of(ctx), clock.instant())
                .onSuccess(list -> Reply.json(ctx, 200, list))
                .onFailure(ctx::fail);
    }

    private void see(RoutingContext ctx) {
        incoming(ctx)
                .see(caller.of(ctx), Ask.uuid(ctx, "assignmentId", ProblemCode.ASSIGNMENT_UNKNOWN))
                .compose(Refusals::orFail)
                .onSuccess(done -> Reply.noContent(ctx))
                .onFailure(ctx::fail);
    }

    private void answer(RoutingContext ctx) {
        String hospitalId = caller.of(ctx);
        UUID assignmentId = Ask.uuid(ctx, "assignmentId", ProblemCode.ASSIGNMENT_UNKNOWN);
        JsonObject body = Ask.body(ctx);
        var answer = PreArrivalAnswer.valueOf(body.getString("answer"));
        IncomingList list = incoming(ctx);
        list.isComing(hospitalId, assignmentId)
                .compose(comes -> comes
                        ? preArrival.answer(
                                hospitalId,
                                assignmentId,
                                answer,
                                body.getString("reason"),
                                CallingHospital.speaker(ctx))
                        : preArrival.refuse(
                                hospitalId,
                                assignmentId,
                                answer,
                                body.getString("reason"),
                                CallingHospital.speaker(ctx)))
                .compose(Refusals::orFail)
                .compose(incident -> answer == PreArrivalAnswer.DECLINE // that it is gone is still to be seen
                        ? Future.succeededFuture(incident)
                        : list.see(hospitalId, assignmentId).map(incident))
                .onSuccess(incident -> Reply.json(ctx, 200, notice(incident, assignmentId, hospitalId)))
                .onFailure(ctx::fail);
    }

    private JsonObject notice(Incident incident, UUID assignmentId, String hospitalId) {
        return IncomingJson.of(incident, assignmentId, hospitalId, null, clock.instant());
    }

    /** Three things as the caller may see them: a hospital itself only, also if a handler asked for another. */
    private ReportCapacity capacity(RoutingContext ctx) {
        return CallingHospital.itself(ctx).map(capacity::seenBy).orElse(capacity);
    }

    private HospitalBoard history(RoutingContext ctx) {
        return CallingHospital.itself(ctx).map(history::seenBy).orElse(history);
    }

    private IncomingList incoming(RoutingContext ctx) {
        return CallingHospital.itself(ctx).map(incoming::seenBy).orElse(incoming);
    }
}
