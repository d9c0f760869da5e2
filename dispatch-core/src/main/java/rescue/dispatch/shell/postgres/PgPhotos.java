package rescue.dispatch.shell.postgres;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import rescue.dispatch.incident.Photo;
import rescue.dispatch.port.Appended;
import rescue.dispatch.port.IncidentLog.Entry;
import rescue.dispatch.port.Photos;

/** Photos in PostgreSQL. Event and picture are one transaction. */
public final class PgPhotos implements Photos {

    private static final String KEEP = """
            INSERT INTO photo (id, incident_id, assignment_id, sender_id, at, sent_by, note, width, height, jpeg, sha256)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
            """;

    private static final String FIND_SENT = """
            SELECT id, incident_id, assignment_id, at, sent_by, note, width, height, octet_length(jpeg) AS bytes, sha256
            FROM photo
            WHERE incident_id = $1 AND sender_id = $2
            """;

    private static final String FIND = """
            SELECT id, incident_id, assignment_id, at, sent_by, note, width, height, octet_length(jpeg) AS bytes, sha256
            FROM photo
            WHERE id = $1
            """;

    /** No limit: an incident has no more than its use case lets in. */
    private static final String LIST = """
            SELECT id, incident_id, assignment_id, at, sent_by, note, width, height, octet_length(jpeg) AS bytes, sha256
            FROM photo
            WHERE incident_id = $1
            ORDER BY at DESC, id
            """;

    private static final String PICTURE = """
            SELECT jpeg
            FROM photo
            WHERE id = $1
            """;

    private final Pool pool;

    public PgPhotos(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Future<Kept> keep(Photo photo, String senderId, byte[] jpeg, Entry entry) {
        return pool.withTransaction(
                        tx -> new AppendTransaction(tx).write(entry).compose(told -> keep(tx, photo, senderId, jpeg)))
                .map(Kept.DONE)
                .recover(PgPhotos::beatenOrBroken);
    }

    private static Future<Void> keep(SqlConnection tx, Photo photo, String senderId, byte[] jpeg) {
        return tx.preparedQuery(KEEP)
                .execute(Tuple.of(photo.id(), photo.incidentId(), photo.assignmentId(), senderId)
                        .addOffsetDateTime(photo.at().atOffset(ZoneOffset.UTC))
                        .addString(photo.by())
                        .addString(photo.note())
                        .addInteger(photo.width())
                        .addInteger(photo.height())
                        .addBuffer(Buffer.buffer(jpeg))
                        .addString(photo.sha256()))
                .mapEmpty();
    }

    private static Future<Kept> beatenOrBroken(Throwable failure) {
        if (Violation.is(failure, Violation.PHOTO_SENT_BEFORE)) {
            return Future.succeededFuture(Kept.SENT_BEFORE);
        }
        boolean beaten = failure instanceof BeatenException lost && lost.outcome() instanceof Appended.Stale;
        return beaten || Violation.is(failure, Violation.VERSION_TAKEN)
                ? Future.succeededFuture(Kept.STALE)
                : Future.failedFuture(failure);
    }

    @Override
    public Future<Optional<Photo>> findSent(UUID incidentId, String senderId) {
        return pool.preparedQuery(FIND_SENT)
                .execute(Tuple.of(incidentId, senderId))
                .map(rows -> Rows.first(rows).map(PgPhotos::photo));
    }

    @Override
    public Future<Optional<Photo>> find(UUID id) {
        return pool.preparedQuery(FIND)
                .execute(Tuple.of(id))
                .map(rows -> Rows.first(rows).map(PgPhotos::photo));
    }

    @Override
    public Future<List<Photo>> list(UUID incidentId) {
        return pool.preparedQuery(LIST).execute(Tuple.of(incidentId)).map(rows -> Rows.list(rows, PgPhotos::photo));
    }

    @Override
    public Future<byte[]> picture(UUID id) {
        return pool.preparedQuery(PICTURE)
                .execute(Tuple.of(id))
                .map(rows -> Rows.first(rows).orElseThrow().getBuffer("jpeg").getBytes());
    }

    private static Photo photo(Row row) {
        return new Photo(
                row.getUUID("id"),
                row.getUUID("incident_id"),
                row.getUUID("assignment_id"),
                row.getOffsetDateTime("at").toInstant(),
                row.getString("sent_by"),
                row.getString("note"),
                row.getInteger("width"),
                row.getInteger("height"),
                row.getInteger("bytes"),
                row.getString("sha256"));
    }
}
