package rescue.hospital.protocol.sms;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import rescue.hospital.protocol.sms.SmsNumbers.Registered;

/** Which wards were asked by text message to count their beds: each once for every count that it owes. */
public interface SmsReminders {

    /**
     * A count that is due.
     *
     * @param since from when on; {@link Instant#EPOCH} for a ward that never counted
     */
    record Owed(String hospitalId, Instant since) {}

    /** The telephones of those that were not asked for it yet; from now on they were. One without a telephone is not asked. */
    Future<List<Registered>> claim(List<Owed> owed);
}
