package rescue.deploy;

import com.github.f4b6a3.uuid.UuidCreator;
import java.security.SecureRandom;
import java.util.UUID;
import rescue.dispatch.port.Ids;

/** Ids from the clock and from chance. */
final class RandomIds implements Ids {

    /** Crockford's: no I, L, O, U, so that a code survives being read out over a bad line. */
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    /** 32 to the 10th, 10^15: guessing a thousand a second finds one of a million in some days, and is throttled. */
    private static final int CODE_LENGTH = 10;

    private final SecureRandom random = new SecureRandom();

    /** Version 7: begins with the time, so that indexes grow at their end. */
    @Override
    public UUID next() {
        return UuidCreator.getTimeOrderedEpoch();
    }

    @Override
    public String trackingCode() {
        var code = new StringBuilder(CODE_LENGTH);
        for (int i = 0; i < CODE_LENGTH; i++) {
            code.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return code.toString();
    }
}
