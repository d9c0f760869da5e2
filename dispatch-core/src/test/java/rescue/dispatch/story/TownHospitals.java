package rescue.dispatch.story;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import rescue.dispatch.geo.LatLon;
import rescue.dispatch.hospital.BedCount;
import rescue.dispatch.hospital.BedKind;
import rescue.dispatch.hospital.Capacity;
import rescue.dispatch.hospital.CapacityEntry;
import rescue.dispatch.hospital.EmsTraffic;
import rescue.dispatch.hospital.Hospital;
import rescue.dispatch.hospital.ReportSource;
import rescue.dispatch.hospital.Said;
import rescue.dispatch.hospital.Service;
import rescue.dispatch.port.HospitalBoard;

/** The hospitals; which of their beds are promised is read off the log. */
public final class TownHospitals implements HospitalBoard {

    private record Registered(LatLon at, Set<Service> services) {}

    private final Map<String, Registered> register = new TreeMap<>();
    private final Map<String, Map<BedKind, Integer>> reported = new HashMap<>();
    private final Map<String, Map<BedKind, Said>> words = new HashMap<>();
    private final Map<String, CapacityReport> last = new HashMap<>();
    private int said;
    private java.util.function.ToIntBiFunction<String, BedKind> held = (hospital, kind) -> 0;

    public void heldBy(TownLog log) {
        held = log::held;
    }

    public void add(String id, LatLon at, Set<Service> services) {
        register.put(id, new Registered(at, new HashSet<>(services)));
    }

    public int reportedBeds(String id, BedKind kind) {
        return reported.getOrDefault(id, Map.of()).getOrDefault(kind, -1);
    }

    /** Walls are for tests with a database. */
    @Override
    public HospitalBoard seenBy(String hospitalId) {
        return this;
    }

    @Override
    public Future<List<Hospital>> list() {
        return Future.succeededFuture(
                register.keySet().stream().map(this::hospital).toList());
    }

    @Override
    public Future<Optional<Hospital>> find(String hospitalId) {
        return Future.succeededFuture(
                register.containsKey(hospitalId) ? Optional.of(hospital(hospitalId)) : Optional.empty());
    }

    private Hospital hospital(String id) {
        Registered registered = register.get(id);
        return new Hospital(id, id, "province", registered.at, null, registered.services, capacity(id));
    }

    private Capacity capacity(String id) {
        CapacityReport report = last.get(id);
        if (report == null) {
            return Capacity.NEVER_REPORTED;
        }
        Map<BedKind, BedCount> beds = new EnumMap<>(BedKind.class);
        reported.getOrDefault(id, Map.of())
                .forEach((kind, count) -> beds.put(kind, new BedCount(count, held.applyAsInt(id, kind))));
        EmsTraffic traffic = report.emsTraffic() == null ? EmsTraffic.NORMAL : report.emsTraffic();
        return new Capacity(beds, words.getOrDefault(id, Map.of()), traffic, report.said(), (long) said);
    }

    /** Everything is kept; what the town tells needs no history. */
    @Override
    public Future<Filed> report(CapacityReport report, Filing filing) {
        reported.computeIfAbsent(report.hospitalId(), id -> new EnumMap<>(BedKind.class))
                .putAll(report.available());
        report.available()
                .keySet()
                .forEach(kind -> words.computeIfAbsent(report.hospitalId(), id -> new EnumMap<>(BedKind.class))
                        .put(kind, report.said()));
        last.put(report.hospitalId(), report);
        return filed(report.hospitalId());
    }

    @Override
    public Future<Filed> confirm(String hospitalId, String reporter, ReportSource source, Instant at, Filing filing) {
        return filed(hospitalId);
    }

    private Future<Filed> filed(String hospitalId) {
        return Future.succeededFuture(
                register.containsKey(hospitalId) ? new Filed.Kept(++said) : new Filed.NoSuchHospital());
    }

    @Override
    public Future<List<CapacityEntry>> listReports(String hospitalId, int limit) {
        return Future.succeededFuture(List.of());
    }

    @Override
    public Future<List<Incoming>> listIncoming(String hospitalId) {
        return Future.succeededFuture(List.of());
    }
}
