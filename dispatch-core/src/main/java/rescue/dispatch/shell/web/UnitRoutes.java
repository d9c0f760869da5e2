package rescue.dispatch.shell.web;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.openapi.router.RouterBuilder;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import rescue.dispatch.alert.Alert;
import rescue.dispatch.assignment.Assignment;
import rescue.dispatch.flow.TrackUnit;
import rescue.dispatch.geo.LatLon;
import rescue.dispatch.hospital.Hospital;
import rescue.dispatch.incident.Incident;
import rescue.dispatch.port.HospitalBoard;
import rescue.dispatch.port.IncidentLog;
import rescue.dispatch.port.LiveState;
import rescue.dispatch.port.UnitBoard;
import rescue.dispatch.unit.AvlFix;
import rescue.dispatch.unit.Unit;

/** {@code /units}: the board, positions, duty; {@code /crew/order}: what a crew has to do. */
public final class UnitRoutes implements ApiRoutes {

    private static final String ALL = "all";

    private final UnitBoard units;
    private final HospitalBoard hospitals;
    private final IncidentLog log;
    private final TrackUnit track;
    private final InstantSource clock;
    private final SharedBoard board;

    public UnitRoutes(UnitBoard units, HospitalBoard hospitals, IncidentLog log, TrackUnit track, InstantSource clock) {
        this.units = units;
        this.hospitals = hospitals;
        this.log = log;
        this.track = track;
        this.clock = clock;
        this.board = new SharedBoard(clock);
        board.usual(ALL, units::list, this::board);
    }

    @Override
    public void mount(RouterBuilder builder) {
        builder.getRoute("listUnits").addHandler(this::list);
        builder.getRoute("recordPositions").addHandler(this::positions);
        builder.getRoute("setDuty").addHandler(this::duty);
        builder.getRoute("getCrewOrder").addHandler(this::order);
    }

    @Override
    public Map<LiveState.Board, SharedBoard> boards() {
        return Map.of(LiveState.Board.UNITS, board);
    }

    private void list(RoutingContext ctx) {
        board.reply(ctx, ALL, units::list, this::board);
    }

    private JsonObject board(List<Unit> all) {
        Instant now = clock.instant();
        JsonArray rows = new JsonArray();
        all.forEach(unit -> rows.add(UnitJson.of(unit, now)));
        return new JsonObject().put("units", rows);
    }

    private void positions(RoutingContext ctx) {
        String unitId = ctx.pathParam("unitId");
        Sessions.checkUnit(ctx, unitId);
        JsonArray batch = Ask.list(ctx);
        List<AvlFix> fixes = new ArrayList<>();
        JsonArray rejected = new JsonArray();
        for (int i = 0; i < batch.size(); i++) {
            int index = i;
            fix(batch.getJsonObject(i))
                    .ifPresentOrElse(
                            fixes::add,
                            () -> rejected.add(
                                    new JsonObject().put("index", index).put("code", "impossible")));
        }
        track.track(unitId, fixes)
                .compose(Refusals::orFail)
                .onSuccess(tracked -> Reply.json(
                        ctx,
                        202,
                        new JsonObject().put("accepted", tracked.kept()).put("rejected", rejected)))
                .onFailure(ctx::fail);
    }

    private void duty(RoutingContext ctx) {
        String unitId = ctx.pathParam("unitId");
        Sessions.checkUnit(ctx, unitId);
        boolean onDuty = Ask.body(ctx).getBoolean("onDuty");
        units.setOnDuty(unitId, onDuty)
                .compose(done -> units.find(unitId).compose(found -> {
                    if (found.isEmpty()) {
                        return Future.failedFuture(new ApiFailure(ProblemCode.UNIT_UNKNOWN, unitId));
                    }
                    Unit unit = found.get();
                    return done
                            ? Future.succeededFuture(unit)
                            : Future.failedFuture(new ApiFailure(ProblemCode.UNIT_ON_ASSIGNMENT, unit.callSign()));
                }))
                .onSuccess(unit -> Reply.json(ctx, 200, UnitJson.of(unit, clock.instant())))
                .onFailure(ctx::fail);
    }

    private void order(RoutingContext ctx) {
        String unitId = Optional.ofNullable(Sessions.get(ctx).unitId())
                .orElseThrow(() -> new ApiFailure(ProblemCode.FORBIDDEN));
        units.find(unitId)
                .compose(found -> found.map(Future::succeededFuture)
                        .orElseGet(() -> Future.failedFuture(new ApiFailure(ProblemCode.UNIT_UNKNOWN, unitId))))
                .compose(this::order)
                .onSuccess(order -> Reply.json(ctx, 200, order))
                .onFailure(ctx::fail);
    }

    private Future<JsonObject> order(Unit unit) {
        JsonObject answer = new JsonObject()
                .put("unitId", unit.id())
                .put("callSign", unit.callSign())
                .put("unit", UnitJson.of(unit, clock.instant()))
                .put("order", null);
        UUID assignmentId = unit.activeAssignment();
        if (assignmentId == null) {
            return Future.succeededFuture(answer);
        }
        return log.findByAssignment(assignmentId).compose(found -> {
            if (found.isEmpty()) {
                return Future.succeededFuture(answer);
            }
            Incident incident = found.get();
            Assignment assignment = incident.findAssignment(assignmentId).orElseThrow();
            return hospitals.list().map(all -> answer.put("order", order(incident, assignment, all)));
        });
    }

    /** Everything that a crew needs once it is out of reach of us. */
    private JsonObject order(Incident incident, Assignment assignment, List<Hospital> hospitals) {
        JsonArray alerts = new JsonArray();
        incident.alerts().forEach(each -> alerts.add(IncidentJson.alert(each)));
        JsonArray choices = new JsonArray();
        hospitals.forEach(each -> choices.add(destination(each)));
        Alert alert = incident.firstAlert();
        return new JsonObject()
                .put("assignment", AssignmentJson.of(incident, assignment, clock.instant()))
                .put("incidentId", incident.id().toString())
                .put("incidentNumber", incident.number())
                .put("kind", alert.kind().name())
                .put("priority", incident.priority().name())
                .put("place", IncidentJson.place(incident))
                .put("description", alert.description())
                .put("reporterPhone", alert.reporterPhone())
                .put("alerts", alerts)
                .put("injured", incident.injured())
                .put("dead", incident.dead())
                .put("trapped", incident.trapped())
                .put("patients", PatientJson.all(incident.patients()))
                .put("needs", IncidentJson.needs(incident.needs()))
                .put(
                        "hospital",
                        hospitals.stream()
                                .filter(each -> each.id().equals(assignment.hospitalId()))
                                .findFirst()
                                .map(UnitRoutes::destination)
                                .orElse(null))
                .put("hospitals", choices);
    }

    private static JsonObject destination(Hospital hospital) {
        return new JsonObject()
                .put("id", hospital.id())
                .put("name", hospital.name())
                .put("phone", hospital.phone())
                .put("lat", hospital.at().lat())
                .put("lon", hospital.at().lon());
    }

    /** Empty for what no receiver on Earth can have measured. */
    private static Optional<AvlFix> fix(JsonObject json) {
        double lat = json.getDouble("lat");
        double lon = json.getDouble("lon");
        if (!LatLon.isValid(lat, lon)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new AvlFix(
                    new LatLon(lat, lon),
                    OffsetDateTime.parse(json.getString("at")).toInstant(),
                    json.getDouble("speedMps"),
                    json.getDouble("headingDeg"),
                    json.getDouble("accuracyM")));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
