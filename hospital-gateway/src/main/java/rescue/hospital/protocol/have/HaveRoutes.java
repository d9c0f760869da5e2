package rescue.hospital.protocol.have;

import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.openapi.router.RouterBuilder;
import java.time.InstantSource;
import java.util.List;
import rescue.dispatch.account.Principal;
import rescue.dispatch.hospital.Hospital;
import rescue.dispatch.hospital.ReportSource;
import rescue.dispatch.port.HospitalBoard;
import rescue.dispatch.shell.web.ApiFailure;
import rescue.dispatch.shell.web.ApiRoutes;
import rescue.dispatch.shell.web.HospitalJson;
import rescue.dispatch.shell.web.ProblemCode;
import rescue.dispatch.shell.web.Reply;
import rescue.dispatch.shell.web.Sessions;
import rescue.hospital.protocol.Counts;
import rescue.hospital.protocol.FileReport;
import rescue.hospital.protocol.FileReport.Sender;
import rescue.hospital.protocol.MachineCaller;
import rescue.hospital.protocol.MachineReport;

/**
 * {@code GET|POST /edxl-have}: what a hospital's own system says of its beds, and what is known of them. A hospital reads
 * and reports itself only; which one is decided by who has logged in, never by what the message claims.
 */
public final class HaveRoutes implements ApiRoutes {

    private static final String ADDRESS = "/edxl-have";

    private static final String REAL = "Actual";
    private static final String EXERCISE = "Exercise";
    private static final List<String> STATUSES = List.of(REAL, EXERCISE, "System", "Test");

    private final FileReport file;
    private final HospitalBoard board;
    private final MachineCaller callers;
    private final InstantSource clock;
    private final boolean exercise;

    /**
     * The address, not mounted yet.
     *
     * @param exercise whether all of this server is an exercise, so that messages of one count
     */
    public HaveRoutes(
            FileReport file, HospitalBoard board, MachineCaller callers, InstantSource clock, boolean exercise) {
        this.file = file;
        this.board = board;
        this.callers = callers;
        this.clock = clock;
        this.exercise = exercise;
    }

    @Override
    public void mount(RouterBuilder builder) {
        // Another protocol, at its own address.
    }

    @Override
    public void mountBeside(Router router) {
        callers.takeBodies(router.post(ADDRESS)).handler(this::post);
        callers.admit(router.get(ADDRESS)).handler(this::get);
    }

    private void post(RoutingContext ctx) {
        byte[] body = MachineCaller.body(ctx);
        Principal caller = Sessions.get(ctx);
        String hospitalId = MachineCaller.hospital(caller);
        ctx.vertx()
                .executeBlocking(() -> HaveReader.read(body), false)
                .compose(message -> take(message, hospitalId, caller.user()))
                .onSuccess(answer -> Reply.json(ctx, 200, answer))
                .onFailure(ctx::fail);
    }

    private Future<JsonObject> take(HaveReader.Message message, String hospitalId, String user) {
        if (!STATUSES.contains(message.distributionStatus())) {
            throw new ApiFailure(
                            ProblemCode.CODE_UNKNOWN,
                            Counts.shown(message.distributionStatus()),
                            String.join(", ", STATUSES))
                    .at("/EDXLDistribution/distributionStatus");
        }
        MachineReport said = theOneOf(message.hospitals(), hospitalId);
        boolean counts = message.distributionStatus().equals(REAL)
                || (exercise && message.distributionStatus().equals(EXERCISE));
        return (counts
                        ? file.seenBy(hospitalId)
                                .file(hospitalId, said, new Sender(user, ReportSource.EDXL), message.distributionId())
                        : file.seenBy(hospitalId).tryOut(hospitalId, said))
                .map(hospital -> answer(hospital, said, counts));
    }

    /** One hospital need not say who it is. Of several it must be said, and each other one is somebody else's to report. */
    private static MachineReport theOneOf(List<MachineReport> hospitals, String hospitalId) {
        if (hospitals.size() == 1) {
            return hospitals.get(0);
        }
        hospitals.stream()
                .map(each -> each.hospital().id())
                .filter(id -> id != null && !id.equals(hospitalId))
                .findFirst()
                .ifPresent(id -> {
                    throw new ApiFailure(ProblemCode.HOSPITAL_NOT_YOURS, Counts.shown(id), hospitalId);
                });
        throw new ApiFailure(ProblemCode.HOSPITAL_AMBIGUOUS, hospitals.size(), hospitalId);
    }

    private JsonObject answer(Hospital hospital, MachineReport said, boolean kept) {
        return new JsonObject()
                .put("kept", kept)
                .put("passedOver", new JsonArray(said.passedOver()))
                .put("hospital", HospitalJson.of(hospital, clock.instant()));
    }

    private void get(RoutingContext ctx) {
        String hospitalId = MachineCaller.hospital(Sessions.get(ctx));
        boolean newer = "2.0".equals(ctx.queryParams().get("version"));
        board.seenBy(hospitalId)
                .find(hospitalId)
                .map(found -> found.orElseThrow(() -> new ApiFailure(ProblemCode.HOSPITAL_UNKNOWN, hospitalId)))
                .map(hospital -> List.of(MachineReport.of(hospital)))
                .onSuccess(known -> ctx.response()
                        .putHeader(HttpHeaders.CONTENT_TYPE, "application/xml; charset=utf-8")
                        .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                        .end(newer ? Have2Writer.write(known, clock.instant()) : HaveWriter.write(known)))
                .onFailure(ctx::fail);
    }
}
