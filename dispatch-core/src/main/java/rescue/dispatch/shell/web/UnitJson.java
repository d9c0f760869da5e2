package rescue.dispatch.shell.web;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import rescue.dispatch.unit.AvlFix;
import rescue.dispatch.unit.Unit;
import rescue.dispatch.unit.UnitStatus;

/** A unit as the contract writes it. */
final class UnitJson {

    private UnitJson() {}

    static JsonObject of(Unit unit, Instant now) {
        JsonArray capabilities = new JsonArray();
        unit.capabilities().stream().sorted().forEach(capability -> capabilities.add(capability.name()));
        return new JsonObject()
                .put("id", unit.id())
                .put("callSign", unit.callSign())
                .put("stationId", unit.station().id())
                .put("stationName", unit.station().name())
                .put("station", place(unit))
                .put("status", unit.status().name())
                .put("onDuty", unit.status() != UnitStatus.OUT_OF_SERVICE)
                .put("capabilities", capabilities)
                .put("vehicleClass", unit.vehicle().name())
                .put("position", position(unit.lastFix(), now))
                .put(
                        "assignmentId",
                        unit.activeAssignment() == null
                                ? null
                                : unit.activeAssignment().toString());
    }

    private static JsonObject place(Unit unit) {
        return new JsonObject()
                .put("lat", unit.station().at().lat())
                .put("lon", unit.station().at().lon());
    }

    private static @Nullable JsonObject position(@Nullable AvlFix fix, Instant now) {
        return fix == null
                ? null
                : new JsonObject()
                        .put("lat", fix.at().lat())
                        .put("lon", fix.at().lon())
                        .put("at", fix.fixedAt().toString())
                        .put("ageS", fix.age(now).toSeconds())
                        .put("speedMps", fix.speedMps())
                        .put("headingDeg", fix.headingDeg());
    }
}
