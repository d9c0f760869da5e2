package rescue.dispatch.shell;

import com.github.f4b6a3.uuid.UuidCreator;
import java.security.SecureRandom;
import java.util.UUID;
import rescue.dispatch.port.Ids;

/** Ids by chance: UUID version 7, so that indexes grow at one end. */
public final class RandomIds implements Ids {

    /** Crockford's base 32: no I, L, O or U, which are misread or misheard. */
    private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    /** 26 letters of 5 bits: 130 bits, more than anyone guesses. */
    private static final int CODE_LENGTH = 26;

    private final SecureRandom random = new SecureRandom();

    @Override
    public UUID next() {
        return UuidCreator.getTimeOrderedEpoch();
    }

    @Override
    public String trackingCode() {
        StringBuilder code = new StringBuilder(CODE_LENGTH);
        for (int i = 0; i < CODE_LENGTH; i++) {
            code.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return code.toString();
    }
}
