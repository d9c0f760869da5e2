package rescue.hospital.protocol.sms;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;

/** The telephones whose word counts, each for one hospital. */
public interface SmsNumbers {

    /**
     * A telephone.
     *
     * @param phone in international form, {@code +84…}
     * @param hospitalId whom it speaks for
     * @param who has it, as its reports are signed
     */
    record Registered(String phone, String hospitalId, String who) {}

    Future<Optional<Registered>> find(String phone);

    /** From now on these and no others: a telephone that was lost is taken from the list, and speaks no more. */
    Future<Void> replaceAll(List<Registered> numbers);
}
