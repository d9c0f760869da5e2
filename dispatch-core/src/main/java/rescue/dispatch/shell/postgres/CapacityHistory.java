package rescue.dispatch.shell.postgres;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.OffsetDateTime;
import java.util.List;
import rescue.dispatch.hospital.CapacityEntry;
import rescue.dispatch.hospital.CapacityEntry.Kind;

/** What hospitals have said, line by line. */
final class CapacityHistory {

    private static final String ENTRIES = """
            SELECT r.id, r.body::text AS body, r.reporter, r.source, r.reported_at, r.received_at,
                   r.corrects, c.id AS corrected_by
            FROM capacity_report r
            LEFT JOIN capacity_report c ON c.corrects = r.id
            """;

    private static final String OF_HOSPITAL = ENTRIES + "WHERE r.hospital_id = $1 ORDER BY r.id DESC LIMIT $2";

    private static final String ONE = ENTRIES + "WHERE r.id = $1";

    private CapacityHistory() {}

    static Future<List<CapacityEntry>> list(SqlClient client, String hospitalId, int limit) {
        return client.preparedQuery(OF_HOSPITAL)
                .execute(Tuple.of(hospitalId, limit))
                .map(rows -> Rows.list(rows, CapacityHistory::entry));
    }

    static Future<CapacityEntry> get(SqlClient client, long id) {
        return client.preparedQuery(ONE)
                .execute(Tuple.of(id))
                .map(rows -> entry(Rows.first(rows).orElseThrow()));
    }

    private static CapacityEntry entry(Row row) {
        SaidCapacity said = SaidCapacity.read(row.getString("body"));
        Signature by = Signature.read(row.getString("reporter"), row.getString("source"));
        Long corrects = row.getLong("corrects");
        OffsetDateTime received = row.getOffsetDateTime("received_at");
        return new CapacityEntry(
                row.getLong("id"),
                corrects != null ? Kind.CORRECTION : said.confirmed() ? Kind.CONFIRMATION : Kind.REPORT,
                row.getOffsetDateTime("reported_at").toInstant(),
                received == null ? null : received.toInstant(),
                by.reporter(),
                by.source(),
                said.available(),
                said.services(),
                said.emsTraffic(),
                said.note(),
                corrects,
                row.getLong("corrected_by"));
    }
}
