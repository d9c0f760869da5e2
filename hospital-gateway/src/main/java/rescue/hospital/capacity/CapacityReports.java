package rescue.hospital.capacity;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import rescue.dispatch.hospital.BedKind;
import rescue.dispatch.hospital.EmsTraffic;
import rescue.dispatch.hospital.ReportSource;
import rescue.dispatch.hospital.Service;
import rescue.dispatch.port.HospitalBoard.CapacityReport;
import rescue.dispatch.port.HospitalBoard.Filing;

/** Reads a capacity report that was found to fit the contract; what it does not name stays as it was. */
public final class CapacityReports {

    private CapacityReports() {}

    /** What is said, as of when it was counted. */
    public static CapacityReport read(
            String hospitalId, JsonObject body, String reporter, ReportSource source, Instant now) {
        return new CapacityReport(
                hospitalId,
                beds(body.getJsonObject("beds", new JsonObject())),
                services(body.getJsonObject("services", new JsonObject())),
                traffic(body.getString("emsTraffic")),
                body.getString("note"),
                reporter,
                source,
                countedAt(body, now));
    }

    /** What it refers to. */
    public static Filing filing(JsonObject body, @Nullable String key) {
        return new Filing(key, body.getLong("basedOn"), body.getLong("corrects"));
    }

    /** How long ago, not when: a ward's clock may be hours wrong, and still runs as fast as ours. */
    public static Instant countedAt(JsonObject body, Instant now) {
        Integer ageS = body.getInteger("ageS");
        return ageS == null ? now : now.minusSeconds(ageS);
    }

    private static Map<BedKind, Integer> beds(JsonObject beds) {
        Map<BedKind, Integer> available = new EnumMap<>(BedKind.class);
        for (String kind : beds.fieldNames()) {
            available.put(BedKind.valueOf(kind), beds.getJsonObject(kind).getInteger("available"));
        }
        return available;
    }

    private static Map<Service, Boolean> services(JsonObject services) {
        Map<Service, Boolean> given = new EnumMap<>(Service.class);
        for (String service : services.fieldNames()) {
            given.put(Service.valueOf(service), services.getBoolean(service));
        }
        return given;
    }

    private static @Nullable EmsTraffic traffic(@Nullable String told) {
        return told == null ? null : EmsTraffic.valueOf(told);
    }
}
