package rescue.dispatch.shell.postgres;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import rescue.dispatch.hospital.BedKind;
import rescue.dispatch.hospital.EmsTraffic;
import rescue.dispatch.hospital.Service;
import rescue.dispatch.port.HospitalBoard.CapacityReport;
import rescue.dispatch.port.HospitalBoard.Filed;
import rescue.dispatch.port.HospitalBoard.Filing;

/** One report of one hospital, inside one transaction: whatever was said before it is settled, and it is kept once. */
final class CapacityTransaction {

    /** One report of a hospital at a time. Not FOR UPDATE: a bed may be held there meanwhile. */
    private static final String LOCK = """
            SELECT last_report FROM hospital WHERE id = $1 FOR NO KEY UPDATE
            """;

    /**
     * The time is left out: a press that is sent again was still counted when it was counted. So is the way, which older
     * lines do not name.
     */
    private static final String SAME_PRESS = """
            SELECT id, body - '{at,source}'::text[] = $3::text::jsonb - '{at,source}'::text[] AND corrects IS NOT DISTINCT FROM $4 AS same
            FROM capacity_report
            WHERE hospital_id = $1 AND key = $2
            """;

    private static final String CORRECTED = """
            SELECT r.stands_for, c.id AS corrected_by
            FROM capacity_report r
            LEFT JOIN capacity_report c ON c.corrects = r.id
            WHERE r.hospital_id = $1 AND r.id = $2
            """;

    /** What was said after the report that a correction stands for, corrections of still older ones left out. */
    private static final String SAID_SINCE = """
            SELECT body::text AS body
            FROM capacity_report
            WHERE hospital_id = $1 AND id > $2 AND coalesce(stands_for, id) > $2
            """;

    private static final String KEEP = """
            INSERT INTO capacity_report (hospital_id, body, reporter, source, reported_at, key, corrects, stands_for)
            VALUES ($1, $2::text::jsonb, $3, $4, $5, $6, $7, $8)
            RETURNING id
            """;

    /** Figures counted earlier than those known never make them look older. */
    private static final String SHOW = """
            WITH said AS (
                UPDATE hospital
                SET services = ARRAY(SELECT DISTINCT s FROM unnest(services || $2::text[]) AS s
                                     WHERE s <> ALL ($3::text[]) ORDER BY s),
                    ems_traffic = coalesce($4, ems_traffic),
                    as_of = CASE WHEN $5 THEN greatest(as_of, $6) ELSE as_of END,
                    reporter = CASE WHEN $5 THEN $7 ELSE reporter END,
                    source = CASE WHEN $5 THEN $8 ELSE source END,
                    last_report = $9
                WHERE id = $1
                RETURNING id)
            INSERT INTO change (kind, subject, hospital_ids)
            SELECT 'hospital', id, ARRAY[id] FROM said
            """;

    /**
     * A number below what is promised is taken, and the difference shown as a conflict: nobody silently loses a bed. Its word
     * is as old as that count, also where an older count was taken over a newer one.
     */
    private static final String SHOW_BEDS = """
            INSERT INTO hospital_bed (hospital_id, kind, reported, as_of, reporter, source)
            VALUES ($1, $2, $3, $4, $5, $6)
            ON CONFLICT (hospital_id, kind) DO UPDATE
            SET reported = excluded.reported, as_of = excluded.as_of, reporter = excluded.reporter, source = excluded.source,
                conflict = greatest(0, hospital_bed.held - excluded.reported)
            """;

    /** "Nothing changed" is a word on every kind; locked in the order of everybody. */
    private static final String SHOW_CONFIRMED = """
            WITH older AS (
                SELECT kind FROM hospital_bed
                WHERE hospital_id = $1 AND (as_of IS NULL OR as_of <= $2)
                ORDER BY kind
                FOR NO KEY UPDATE)
            UPDATE hospital_bed bed
            SET as_of = $2, reporter = $3, source = $4
            FROM older
            WHERE bed.hospital_id = $1 AND bed.kind = older.kind
            """;

    private static final String[] NONE = {};

    private final SqlConnection tx;
    private final CapacityReport report;
    private final Filing filing;
    private final String body;

    CapacityTransaction(SqlConnection tx, CapacityReport report, Filing filing, String body) {
        this.tx = tx;
        this.report = report;
        this.filing = filing;
        this.body = body;
    }

    Future<Filed> write() {
        return tx.preparedQuery(LOCK).execute(Tuple.of(report.hospitalId())).compose(rows -> {
            Optional<Row> hospital = Rows.first(rows);
            return hospital.isEmpty()
                    ? Future.succeededFuture(new Filed.NoSuchHospital())
                    : before().compose(known -> known.map(Future::succeededFuture)
                            .orElseGet(() -> file(hospital.get().getLong("last_report"))));
        });
    }

    /** What the same press was told before. */
    private Future<Optional<Filed>> before() {
        if (filing.key() == null) {
            return Future.succeededFuture(Optional.empty());
        }
        return tx.preparedQuery(SAME_PRESS)
                .execute(Tuple.of(report.hospitalId(), filing.key(), body, filing.corrects()))
                .map(rows -> Rows.first(rows)
                        .map(row ->
                                row.getBoolean("same") ? new Filed.Kept(row.getLong("id")) : new Filed.KeyReused()));
    }

    private Future<Filed> file(@Nullable Long last) {
        if (filing.basedOn() != null && last != null && !filing.basedOn().equals(last)) {
            return CapacityHistory.get(tx, last).map(Filed.Stale::new);
        }
        return filing.corrects() == null ? keep(report, null) : correct(filing.corrects());
    }

    private Future<Filed> correct(long mistake) {
        return tx.preparedQuery(CORRECTED)
                .execute(Tuple.of(report.hospitalId(), mistake))
                .compose(rows -> {
                    Optional<Row> found = Rows.first(rows);
                    if (found.isEmpty()) {
                        return Future.succeededFuture(new Filed.NothingToCorrect());
                    }
                    Long by = found.get().getLong("corrected_by");
                    if (by != null) {
                        return Future.succeededFuture(new Filed.CorrectedAlready(by));
                    }
                    Long first = found.get().getLong("stands_for");
                    long standsFor = first == null ? mistake : first;
                    return tx.preparedQuery(SAID_SINCE)
                            .execute(Tuple.of(report.hospitalId(), standsFor))
                            .compose(since -> keep(stillInForce(since), standsFor));
                });
    }

    /** The report less what was said anew since. */
    private CapacityReport stillInForce(RowSet<Row> since) {
        Map<BedKind, Integer> beds = new EnumMap<>(BedKind.class);
        beds.putAll(report.available());
        Map<Service, Boolean> services = new EnumMap<>(Service.class);
        services.putAll(report.services());
        EmsTraffic traffic = report.emsTraffic();
        for (Row row : since) {
            SaidCapacity said = SaidCapacity.read(row.getString("body"));
            beds.keySet().removeAll(said.available().keySet());
            services.keySet().removeAll(said.services().keySet());
            traffic = said.emsTraffic() == null ? traffic : null;
        }
        return new CapacityReport(
                report.hospitalId(),
                beds,
                services,
                traffic,
                report.note(),
                report.reporter(),
                report.source(),
                report.at());
    }

    private Future<Filed> keep(CapacityReport inForce, @Nullable Long standsFor) {
        return tx.preparedQuery(KEEP)
                .execute(Tuple.of(report.hospitalId(), body, report.reporter())
                        .addString(report.source().name())
                        .addOffsetDateTime(report.at().atOffset(ZoneOffset.UTC))
                        .addString(filing.key())
                        .addLong(filing.corrects())
                        .addLong(standsFor))
                .map(rows -> Rows.first(rows).orElseThrow().getLong("id"))
                .compose(id -> show(inForce, id).map(new Filed.Kept(id)));
    }

    /** Who puts an old line of the history right says nothing of how things are now. */
    private Future<Void> show(CapacityReport inForce, long id) {
        boolean ofNow = filing.corrects() == null
                || !inForce.available().isEmpty()
                || !inForce.services().isEmpty()
                || inForce.emsTraffic() != null;
        EmsTraffic traffic = inForce.emsTraffic();
        return tx.preparedQuery(SHOW)
                .execute(Tuple.of(inForce.hospitalId(), services(inForce, true), services(inForce, false))
                        .addString(traffic == null ? null : traffic.name())
                        .addBoolean(ofNow)
                        .addOffsetDateTime(inForce.at().atOffset(ZoneOffset.UTC))
                        .addString(inForce.reporter())
                        .addString(inForce.source().name())
                        .addLong(id))
                .compose(shown -> showBeds(inForce));
    }

    private Future<Void> showBeds(CapacityReport inForce) {
        OffsetDateTime at = inForce.at().atOffset(ZoneOffset.UTC);
        String source = inForce.source().name();
        if (body.equals(SaidCapacity.NOTHING_CHANGED)) {
            return tx.preparedQuery(SHOW_CONFIRMED)
                    .execute(Tuple.of(inForce.hospitalId(), at, inForce.reporter(), source))
                    .mapEmpty();
        }
        if (inForce.available().isEmpty()) {
            return Future.succeededFuture();
        }
        List<Tuple> beds = inForce.available().entrySet().stream()
                .sorted(Map.Entry.comparingByKey(Comparator.comparing(
                        Enum::name))) // one order for everybody: nobody waits for another in a ring
                .map(bed -> Tuple.of(
                        inForce.hospitalId(), bed.getKey().name(), bed.getValue(), at, inForce.reporter(), source))
                .toList();
        return tx.preparedQuery(SHOW_BEDS).executeBatch(beds).mapEmpty();
    }

    private static String[] services(CapacityReport report, boolean available) {
        return report.services().entrySet().stream()
                .filter(service -> service.getValue() == available)
                .map(service -> service.getKey().name())
                .toList()
                .toArray(NONE);
    }
}
