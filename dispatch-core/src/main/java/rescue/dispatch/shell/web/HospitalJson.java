package rescue.dispatch.shell.web;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import rescue.dispatch.hospital.BedCount;
import rescue.dispatch.hospital.BedKind;
import rescue.dispatch.hospital.Capacity;
import rescue.dispatch.hospital.Confidence;
import rescue.dispatch.hospital.Hospital;
import rescue.dispatch.hospital.ReportSource;
import rescue.dispatch.hospital.Said;
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
                .put("beds", beds(capacity, now))
                .put("services", services(hospital))
                .put("emsTraffic", capacity.emsTraffic().name())
                .put("capacity", report(capacity, now));
    }

    /** Kinds that were never reported are left out: nothing said is not nothing there. */
    private static JsonObject beds(Capacity capacity, Instant now) {
        var json = new JsonObject();
        for (BedKind kind : BedKind.values()) {
            capacity.findBeds(kind)
                    .ifPresent(count -> json.put(
                            kind.name(), bed(count, capacity.findWord(kind).orElse(null), now)));
        }
        return json;
    }

    private static JsonObject bed(BedCount count, @Nullable Said word, Instant now) {
        return word(word, now)
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
        return word(capacity.newest(), now).put("reportId", capacity.reportId());
    }

    /** Whose word it is, and how far it can be believed. */
    private static JsonObject word(@Nullable Said said, Instant now) {
        if (said == null) {
            return new JsonObject()
                    .putNull("reportedAt")
                    .putNull("by")
                    .putNull("source")
                    .putNull("ageS")
                    .put("confidence", Confidence.UNKNOWN.name());
        }
        ReportSource source = said.source();
        return new JsonObject()
                .put("reportedAt", said.at().toString())
                .put("by", said.reporter())
                .put("source", source == null ? null : source.name())
                .put("ageS", said.age(now).toSeconds())
                .put("confidence", said.confidence(now).name());
    }
}
