package rescue.hospital.capacity;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import rescue.dispatch.hospital.CapacityEntry;
import rescue.dispatch.hospital.EmsTraffic;
import rescue.dispatch.hospital.ReportSource;

/** The history of what a hospital said, as the contract writes it. */
public final class CapacityHistoryJson {

    private CapacityHistoryJson() {}

    public static JsonObject of(List<CapacityEntry> entries) {
        var reports = new JsonArray();
        entries.forEach(entry -> reports.add(of(entry)));
        return new JsonObject().put("reports", reports);
    }

    private static JsonObject of(CapacityEntry entry) {
        EmsTraffic traffic = entry.emsTraffic();
        ReportSource source = entry.source();
        return new JsonObject()
                .put("id", entry.id())
                .put("at", entry.at().toString())
                .put("receivedAt", text(entry.receivedAt()))
                .put("by", entry.reporter())
                .put("source", source == null ? null : source.name())
                .put("kind", entry.kind().name())
                .put("beds", byName(entry.available()))
                .put("services", byName(entry.services()))
                .put("emsTraffic", traffic == null ? null : traffic.name())
                .put("note", entry.note())
                .put("corrects", entry.corrects())
                .put("correctedBy", entry.correctedBy());
    }

    /** In the order in which the house lists its words. */
    private static <K extends Enum<K>, V> JsonObject byName(Map<K, V> values) {
        var json = new JsonObject();
        new TreeMap<>(values).forEach((word, value) -> json.put(word.name(), value));
        return json;
    }

    private static @Nullable String text(@Nullable Instant instant) {
        return instant == null ? null : instant.toString();
    }
}
