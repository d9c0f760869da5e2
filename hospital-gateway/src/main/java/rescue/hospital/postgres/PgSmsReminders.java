package rescue.hospital.postgres;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.StreamSupport;
import rescue.hospital.protocol.sms.SmsNumbers.Registered;
import rescue.hospital.protocol.sms.SmsReminders;

/** Reminders in PostgreSQL: the key makes each one be handed out once, whichever nodes are asked. */
public final class PgSmsReminders implements SmsReminders {

    private static final String CLAIM = """
            WITH asked AS (
                INSERT INTO gateway.sms_reminder (hospital_id, since)
                SELECT owed.hospital_id, owed.since
                FROM unnest($1::text[], $2::timestamptz[]) AS owed (hospital_id, since)
                WHERE EXISTS (SELECT FROM gateway.sms_number n WHERE n.hospital_id = owed.hospital_id)
                ON CONFLICT DO NOTHING
                RETURNING hospital_id)
            SELECT n.phone, n.hospital_id, n.who
            FROM asked
            JOIN gateway.sms_number n USING (hospital_id)
            ORDER BY n.hospital_id, n.phone
            """;

    private final Pool pool;

    public PgSmsReminders(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Future<List<Registered>> claim(List<Owed> owed) {
        String[] hospitals = owed.stream().map(Owed::hospitalId).toArray(String[]::new);
        OffsetDateTime[] since =
                owed.stream().map(each -> each.since().atOffset(ZoneOffset.UTC)).toArray(OffsetDateTime[]::new);
        return pool.preparedQuery(CLAIM)
                .execute(Tuple.tuple().addArrayOfString(hospitals).addArrayOfOffsetDateTime(since))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> new Registered(
                                row.getString("phone"), row.getString("hospital_id"), row.getString("who")))
                        .toList());
    }
}
