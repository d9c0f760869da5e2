package rescue.hospital.protocol.fhir;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.openapi.router.RouterBuilder;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import rescue.dispatch.account.Principal;
import rescue.dispatch.hospital.Hospital;
import rescue.dispatch.hospital.ReportSource;
import rescue.dispatch.port.HospitalBoard;
import rescue.dispatch.shell.phrases.Phrases;
import rescue.dispatch.shell.web.ApiFailure;
import rescue.dispatch.shell.web.ApiRoutes;
import rescue.dispatch.shell.web.Problem;
import rescue.dispatch.shell.web.ProblemCode;
import rescue.dispatch.shell.web.Sessions;
import rescue.hospital.notice.IncomingList;
import rescue.hospital.notice.TransferList;
import rescue.hospital.protocol.Counts;
import rescue.hospital.protocol.FileReport;
import rescue.hospital.protocol.FileReport.Sender;
import rescue.hospital.protocol.MachineCaller;
import rescue.hospital.protocol.MachineReport;

/**
 * {@code /fhir}: a hospital reads itself and who is on the way to it, and reports its capacity. Of other hospitals there is
 * nothing here to be found: whatever its login is not, is not there.
 */
public final class FhirRoutes implements ApiRoutes {

    private static final String BASE = "/fhir";
    private static final String TYPE = "application/fhir+json; charset=utf-8";

    private final FileReport file;
    private final HospitalBoard board;
    private final IncomingList incoming;
    private final TransferList transfers;
    private final MachineCaller callers;
    private final InstantSource clock;
    private final Outcomes outcomes;

    public FhirRoutes(
            FileReport file,
            HospitalBoard board,
            IncomingList incoming,
            TransferList transfers,
            MachineCaller callers,
            InstantSource clock,
            Phrases phrases) {
        this.file = file;
        this.board = board;
        this.incoming = incoming;
        this.transfers = transfers;
        this.callers = callers;
        this.clock = clock;
        this.outcomes = new Outcomes(new Problem(phrases));
    }

    @Override
    public void mount(RouterBuilder builder) {
        // Another protocol, at its own address.
    }

    @Override
    public void mountBeside(Router router) {
        callers.admit(router.get(BASE + "/metadata")).handler(ctx -> send(ctx, 200, Capabilities.of(clock.instant())));
        callers.takeBodies(router.post(BASE + "/MeasureReport")).handler(this::report);
        callers.admit(router.get(BASE + "/:type")).handler(this::search);
        callers.admit(router.get(BASE + "/:type/:id")).handler(this::read);
        router.route(BASE + "/*").failureHandler(outcomes::answer);
    }

    private void report(RoutingContext ctx) {
        Principal caller = Sessions.get(ctx);
        String hospitalId = MachineCaller.hospital(caller);
        MachineReport said = MeasureReportReader.read(object(MachineCaller.body(ctx)));
        file.seenBy(hospitalId)
                .file(hospitalId, said, new Sender(caller.user(), ReportSource.FHIR), null)
                .onSuccess(hospital -> {
                    ctx.response().putHeader(HttpHeaders.LOCATION, BASE + "/MeasureReport/" + hospitalId);
                    send(ctx, 201, measureReport(hospital, clock.instant()));
                })
                .onFailure(ctx::fail);
    }

    private static JsonObject object(byte[] body) {
        return Buffer.buffer(body).toJsonValue() instanceof JsonObject object ? object : notAnObject();
    }

    private static JsonObject notAnObject() {
        throw new ApiFailure(ProblemCode.JSON_BROKEN);
    }

    private void search(RoutingContext ctx) {
        resources(ctx).onSuccess(all -> send(ctx, 200, bundle(ctx, all))).onFailure(ctx::fail);
    }

    private void read(RoutingContext ctx) {
        String id = ctx.pathParam("id");
        resources(ctx)
                .map(all -> all.stream()
                        .filter(resource -> resource.getString("id").equals(id))
                        .findFirst()
                        .orElseThrow(() -> new ApiFailure(ProblemCode.FHIR_NOT_THERE, Counts.shown(id))))
                .onSuccess(resource -> send(ctx, 200, resource))
                .onFailure(ctx::fail);
    }

    /** Everything of a type that this hospital may see. */
    private Future<List<JsonObject>> resources(RoutingContext ctx) {
        String hospitalId = MachineCaller.hospital(Sessions.get(ctx));
        String type = ctx.pathParam("type");
        Instant now = clock.instant();
        return switch (type) {
            case "Organization" -> ofHospital(hospitalId, hospital -> List.of(Places.organization(hospital)));
            case "Location" -> ofHospital(hospitalId, Places::locations);
            case "HealthcareService" -> ofHospital(hospitalId, Places::services);
            case "MeasureReport" -> ofHospital(hospitalId, hospital -> List.of(measureReport(hospital, now)));
            case "ServiceRequest" -> requests(hospitalId, now);
            case "Encounter" -> onTheWay(hospitalId, now, each -> Arrivals.encounter(hospitalId, each));
            default ->
                Future.failedFuture(new ApiFailure(
                        ProblemCode.FHIR_TYPE_UNKNOWN, Counts.shown(type), String.join(", ", Capabilities.TYPES)));
        };
    }

    private Future<List<JsonObject>> ofHospital(String hospitalId, Function<Hospital, List<JsonObject>> write) {
        return board.seenBy(hospitalId)
                .find(hospitalId)
                .map(found -> found.orElseThrow(() -> new ApiFailure(ProblemCode.HOSPITAL_UNKNOWN, hospitalId)))
                .map(write);
    }

    private Future<List<JsonObject>> onTheWay(String hospitalId, Instant now, Function<JsonObject, JsonObject> write) {
        return incoming.seenBy(hospitalId)
                .list(hospitalId, now)
                .map(list -> list.getJsonArray("incoming").stream()
                        .map(JsonObject.class::cast)
                        .map(write)
                        .toList());
    }

    /** Orders for whoever is on the way, proposals for those it is asked to take over. */
    private Future<List<JsonObject>> requests(String hospitalId, Instant now) {
        return onTheWay(hospitalId, now, each -> Arrivals.serviceRequest(hospitalId, each))
                .compose(orders -> transfers
                        .seenBy(hospitalId)
                        .list(hospitalId, now)
                        .map(list -> Stream.concat(orders.stream(), TransferRequests.of(hospitalId, list))
                                .toList()));
    }

    private static JsonObject measureReport(Hospital hospital, Instant now) {
        return MeasureReports.write(hospital.id(), MachineReport.of(hospital), now);
    }

    private static JsonObject bundle(RoutingContext ctx, List<JsonObject> resources) {
        String base = ctx.request().scheme() + "://" + ctx.request().authority() + BASE + "/";
        JsonArray entries = new JsonArray();
        resources.forEach(resource -> entries.add(new JsonObject()
                .put("fullUrl", base + resource.getString("resourceType") + "/" + resource.getString("id"))
                .put("resource", resource)
                .put("search", new JsonObject().put("mode", "match"))));
        JsonObject bundle = new JsonObject()
                .put("resourceType", "Bundle")
                .put("type", "searchset")
                .put("total", resources.size());
        return entries.isEmpty() ? bundle : bundle.put("entry", entries);
    }

    static void send(RoutingContext ctx, int status, JsonObject resource) {
        ctx.response()
                .setStatusCode(status)
                .putHeader(HttpHeaders.CONTENT_TYPE, TYPE)
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .end(FhirWords.tidy(resource).toBuffer());
    }
}
