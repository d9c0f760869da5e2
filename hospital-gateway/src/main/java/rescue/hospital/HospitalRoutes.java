package rescue.hospital;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.openapi.router.RouterBuilder;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import rescue.dispatch.account.Principal;
import rescue.dispatch.flow.AnswerPreArrival;
import rescue.dispatch.flow.Outcome;
import rescue.dispatch.flow.ReportCapacity;
import rescue.dispatch.hospital.Hospital;
import rescue.dispatch.hospital.PreArrivalAnswer;
import rescue.dispatch.incident.Incident;
import rescue.dispatch.shell.web.ApiFailure;
import rescue.dispatch.shell.web.ApiRoutes;
import rescue.dispatch.shell.web.Ask;
import rescue.dispatch.shell.web.HospitalJson;
import rescue.dispatch.shell.web.ProblemCode;
import rescue.dispatch.shell.web.Refusals;
import rescue.dispatch.shell.web.Reply;
import rescue.dispatch.shell.web.Sessions;
import rescue.hospital.capacity.CapacityReports;
import rescue.hospital.notice.IncomingJson;
import rescue.hospital.notice.IncomingList;

/**
 * {@code /hospitals/{hospitalId}/capacity} and {@code /incoming}: a hospital acts for itself and for no other. The desk
 * may write down what a hospital said on the telephone; the report then says that it came so.
 */
public final class HospitalRoutes implements ApiRoutes {

    /** After the name of whoever wrote it down; read by people who judge how far to believe it. */
    private static final String BY_TELEPHONE = " (qua điện thoại)";

    private final ReportCapacity capacity;
    private final AnswerPreArrival preArrival;
    private final IncomingList incoming;
    private final InstantSource clock;
    private final boolean deskMaySpeak;

    public HospitalRoutes(
            ReportCapacity capacity, AnswerPreArrival preArrival, IncomingList incoming, InstantSource clock) {
        this(capacity, preArrival, incoming, clock, true);
    }

    private HospitalRoutes(
            ReportCapacity capacity,
            AnswerPreArrival preArrival,
            IncomingList incoming,
            InstantSource clock,
            boolean deskMaySpeak) {
        this.capacity = capacity;
        this.preArrival = preArrival;
        this.incoming = incoming;
        this.clock = clock;
        this.deskMaySpeak = deskMaySpeak;
    }

    /** The same for a network in which no desk stands: what an operator lost there could speak for every hospital. */
    HospitalRoutes withoutDesk() {
        return new HospitalRoutes(capacity, preArrival, incoming, clock, false);
    }

    @Override
    public void mount(RouterBuilder builder) {
        builder.getRoute("reportCapacity").addHandler(this::report);
        builder.getRoute("confirmCapacity").addHandler(this::confirm);
        builder.getRoute("listIncoming").addHandler(this::listIncoming);
        builder.getRoute("answerPreArrival").addHandler(this::answer);
    }

    private void report(RoutingContext ctx) {
        String hospitalId = hospital(ctx);
        var report = CapacityReports.read(hospitalId, Ask.body(ctx), speaker(ctx), clock.instant());
        reply(ctx, capacity.report(report));
    }

    private void confirm(RoutingContext ctx) {
        reply(ctx, capacity.confirm(hospital(ctx), speaker(ctx)));
    }

    private void reply(RoutingContext ctx, Future<Outcome<Hospital>> reported) {
        reported.map(HospitalRoutes::orThrow)
                .onSuccess(hospital -> Reply.json(ctx, 200, HospitalJson.of(hospital, clock.instant())))
                .onFailure(ctx::fail);
    }

    private void listIncoming(RoutingContext ctx) {
        Instant now = clock.instant();
        incoming.list(hospital(ctx), now)
                .onSuccess(list -> Reply.json(
                        ctx, 200, new JsonObject().put("asOf", now.toString()).put("incoming", new JsonArray(list))))
                .onFailure(ctx::fail);
    }

    private void answer(RoutingContext ctx) {
        String hospitalId = hospital(ctx);
        UUID assignmentId = Ask.uuid(ctx, "assignmentId", ProblemCode.ASSIGNMENT_UNKNOWN);
        JsonObject body = Ask.body(ctx);
        var answer = PreArrivalAnswer.valueOf(body.getString("answer"));
        preArrival
                .answer(hospitalId, assignmentId, answer, body.getString("reason"), speaker(ctx))
                .map(HospitalRoutes::orThrow)
                .onSuccess(incident -> Reply.json(ctx, 200, notice(incident, assignmentId, hospitalId)))
                .onFailure(ctx::fail);
    }

    private JsonObject notice(Incident incident, UUID assignmentId, String hospitalId) {
        return IncomingJson.of(incident, assignmentId, hospitalId, null, clock.instant());
    }

    /** The hospital of the path, for whom the caller may act. */
    private String hospital(RoutingContext ctx) {
        String hospitalId = ctx.pathParam("hospitalId");
        Principal caller = Sessions.get(ctx);
        boolean mayAct = caller.mayActForHospital(hospitalId)
                || (deskMaySpeak && caller.role().isDesk());
        if (!mayAct) {
            throw new ApiFailure(ProblemCode.FORBIDDEN);
        }
        return hospitalId;
    }

    private static String speaker(RoutingContext ctx) {
        Principal caller = Sessions.get(ctx);
        return caller.role().isDesk() ? caller.user() + BY_TELEPHONE : caller.user();
    }

    private static <T> T orThrow(Outcome<T> outcome) {
        return outcome.fold(done -> done, refused -> {
            throw Refusals.failure(refused);
        });
    }
}
