package rescue.dispatch.shell.web;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import rescue.dispatch.hospital.BedCount;
import rescue.dispatch.hospital.BedKind;
import rescue.dispatch.hospital.Capacity;
import rescue.dispatch.hospital.Hospital;
import rescue.dispatch.hospital.Service;

/** A hospital as the contract writes it. */
public final class HospitalJson {

    private HospitalJson() {}

    /** The hospital, its capacity with its age at {@code now}. */
    public static JsonObject of(Hospital hospital, Instant now) {
        Capacity capacity = hospital.capacity();
        return new JsonObject()
                .put("id", hospital.id())
                .put("name", hospital.name())
                .put("level", hospital.level())
                .put("lat", hospital.at().lat())
                .put("lon", hospital.at().lon())
                .put("phone", hospital.phone())
                .put("beds", beds(capacity))
                .put("services", services(hospital))
                .put("emsTraffic", capacity.emsTraffic().name())
                .put("capacity", report(capacity, now));
    }

    /** Kinds that were never reported are left out: nothing said is not nothing there. */
    private static JsonObject beds(Capacity capacity) {
        var json = new JsonObject();
        for (BedKind kind : BedKind.values()) {
            capacity.findBeds(kind).ifPresent(count -> json.put(kind.name(), bed(count)));
        }
        return json;
    }

    private static JsonObject bed(BedCount count) {
        return new JsonObject()
                .put("available", count.reported())
                .put("held", count.held())
                .put("free", count.free());
    }

    private static JsonObject services(Hospital hospital) {
        var json = new JsonObject();
        for (Service service : Service.values()) {
            json.put(service.name(), hospital.services().contains(service));
        }
        return json;
    }

    private static JsonObject report(Capacity capacity, Instant now) {
        Instant asOf = capacity.asOf();
        return new JsonObject()
                .put("reportedAt", asOf == null ? null : asOf.toString())
                .put("by", capacity.reporter())
                .put(
                        "ageS",
                        asOf == null
                                ? null
                                : Math.max(0, Duration.between(asOf, now).toSeconds()))
                .put("confidence", capacity.confidence(now).name())
                .put("reportId", capacity.reportId());
    }
}
