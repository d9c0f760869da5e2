package rescue.dispatch.shell.postgres;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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

/** The hospitals in PostgreSQL: what they said, less what is promised. */
public final class PgHospitalBoard implements HospitalBoard {

    /** A hold whose time has run out no longer counts, told or not. */
    private static final String HOSPITALS = """
            SELECT h.id, h.name, h.level, h.lat, h.lon, h.phone, h.services, h.ems_traffic, h.as_of, h.reporter, h.source,
                   h.last_report, b.as_of AS bed_as_of, b.reporter AS bed_reporter, b.source AS bed_source,
                   b.kind, b.reported,
                   b.held - (SELECT count(*)::integer
                             FROM bed_hold r
                             WHERE r.hospital_id = b.hospital_id AND r.kind = b.kind
                               AND r.state IN ('FIRM', 'CONFIRMED') AND r.expires_at <= now()) AS held
            FROM hospital h
            LEFT JOIN hospital_bed b ON b.hospital_id = h.id
            """;

    private static final String ALL_HOSPITALS = HOSPITALS + "ORDER BY h.id, b.kind";

    private static final String ONE_HOSPITAL = HOSPITALS + "WHERE h.id = $1 ORDER BY b.kind";

    private static final String INCOMING = """
            SELECT incident_id, id
            FROM assignment
            WHERE hospital_id = $1 AND active AND status NOT IN ('HANDED_OVER')
            ORDER BY notified_at
            """;

    private final Sight sight;

    public PgHospitalBoard(Pool pool) {
        this(Sight.everything(pool));
    }

    private PgHospitalBoard(Sight sight) {
        this.sight = sight;
    }

    @Override
    public HospitalBoard seenBy(String hospitalId) {
        return new PgHospitalBoard(sight.of(hospitalId));
    }

    @Override
    public Future<List<Hospital>> list() {
        return sight.ask(client -> client.preparedQuery(ALL_HOSPITALS).execute())
                .map(PgHospitalBoard::hospitals);
    }

    @Override
    public Future<Optional<Hospital>> find(String hospitalId) {
        return sight.ask(client -> client.preparedQuery(ONE_HOSPITAL).execute(Tuple.of(hospitalId)))
                .map(rows -> hospitals(rows).stream().findFirst());
    }

    @Override
    public Future<Filed> report(CapacityReport report, Filing filing) {
        return write(report, filing, IncidentEventJson.write(report));
    }

    @Override
    public Future<Filed> confirm(String hospitalId, String reporter, ReportSource source, Instant at, Filing filing) {
        var nothingNew = new CapacityReport(hospitalId, Map.of(), Map.of(), null, null, reporter, source, at);
        return write(nothingNew, filing, SaidCapacity.NOTHING_CHANGED);
    }

    private Future<Filed> write(CapacityReport report, Filing filing, String body) {
        return sight.transact(tx -> new CapacityTransaction(tx, report, filing, body).write());
    }

    @Override
    public Future<List<CapacityEntry>> listReports(String hospitalId, int limit) {
        return sight.ask(client -> CapacityHistory.list(client, hospitalId, limit));
    }

    @Override
    public Future<List<Incoming>> listIncoming(String hospitalId) {
        return sight.ask(client -> client.preparedQuery(INCOMING).execute(Tuple.of(hospitalId)))
                .map(rows -> Rows.list(rows, row -> new Incoming(row.getUUID("incident_id"), row.getUUID("id"))));
    }

    private static List<Hospital> hospitals(RowSet<Row> rows) {
        Map<String, Row> hospitals = new LinkedHashMap<>();
        Map<String, Map<BedKind, BedCount>> beds = new LinkedHashMap<>();
        Map<String, Map<BedKind, Said>> words = new LinkedHashMap<>();
        for (Row row : rows) {
            String id = row.getString("id");
            hospitals.putIfAbsent(id, row);
            Map<BedKind, BedCount> ofHospital = beds.computeIfAbsent(id, key -> new EnumMap<>(BedKind.class));
            Map<BedKind, Said> wordsOfHospital = words.computeIfAbsent(id, key -> new EnumMap<>(BedKind.class));
            if (row.getString("kind") != null) {
                BedKind kind = BedKind.valueOf(row.getString("kind"));
                ofHospital.put(kind, new BedCount(row.getInteger("reported"), Math.max(0, row.getInteger("held"))));
                said(row, "bed_").ifPresent(said -> wordsOfHospital.put(kind, said));
            }
        }
        return hospitals.values().stream()
                .map(row -> hospital(
                        row,
                        beds.getOrDefault(row.getString("id"), Map.of()),
                        words.getOrDefault(row.getString("id"), Map.of())))
                .toList();
    }

    private static Hospital hospital(Row row, Map<BedKind, BedCount> beds, Map<BedKind, Said> words) {
        return new Hospital(
                row.getString("id"),
                row.getString("name"),
                row.getString("level"),
                new LatLon(row.getDouble("lat"), row.getDouble("lon")),
                row.getString("phone"),
                servicesOf(row),
                new Capacity(
                        beds,
                        words,
                        EmsTraffic.valueOf(row.getString("ems_traffic")),
                        said(row, "").orElse(null),
                        row.getLong("last_report")));
    }

    private static Optional<Said> said(Row row, String prefix) {
        OffsetDateTime asOf = row.getOffsetDateTime(prefix + "as_of");
        if (asOf == null) {
            return Optional.empty();
        }
        Signature by = Signature.read(row.getString(prefix + "reporter"), row.getString(prefix + "source"));
        return Optional.of(new Said(by.reporter(), by.source(), asOf.toInstant()));
    }

    private static Set<Service> servicesOf(Row row) {
        return Arrays.stream(row.getArrayOfStrings("services"))
                .map(Service::valueOf)
                .collect(Collectors.toUnmodifiableSet());
    }
}
