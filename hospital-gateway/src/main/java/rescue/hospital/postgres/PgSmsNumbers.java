package rescue.hospital.postgres;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import rescue.hospital.protocol.sms.SmsNumbers;

/** The registered telephones in PostgreSQL. */
public final class PgSmsNumbers implements SmsNumbers {

    private static final String FIND = """
            SELECT phone, hospital_id, who FROM gateway.sms_number WHERE phone = $1
            """;

    private static final String KEEP = """
            INSERT INTO gateway.sms_number (phone, hospital_id, who)
            VALUES ($1, $2, $3)
            ON CONFLICT (phone) DO UPDATE SET hospital_id = excluded.hospital_id, who = excluded.who
            """;

    private static final String REMOVE_OTHERS = """
            DELETE FROM gateway.sms_number WHERE phone <> ALL ($1)
            """;

    private final Pool pool;

    public PgSmsNumbers(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Future<Optional<Registered>> find(String phone) {
        return pool.preparedQuery(FIND)
                .execute(Tuple.of(phone))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> new Registered(
                                row.getString("phone"), row.getString("hospital_id"), row.getString("who")))
                        .findFirst());
    }

    @Override
    public Future<Void> replaceAll(List<Registered> numbers) {
        List<Tuple> rows = numbers.stream()
                .map(each -> Tuple.of(each.phone(), each.hospitalId(), each.who()))
                .toList();
        String[] phones = numbers.stream().map(Registered::phone).toArray(String[]::new);
        return pool.withTransaction(tx -> tx.preparedQuery(REMOVE_OTHERS)
                .execute(Tuple.of(phones))
                .compose(removed -> rows.isEmpty()
                        ? Future.succeededFuture()
                        : tx.preparedQuery(KEEP).executeBatch(rows).mapEmpty()));
    }
}
