package rescue.hospital.protocol.fuzz;

import java.nio.charset.StandardCharsets;
import rescue.dispatch.shell.web.ApiFailure;
import rescue.hospital.protocol.sms.PhoneNumber;
import rescue.hospital.protocol.sms.SmsReader;

/** A text message from anybody: it is refused in our words, or it is sane. */
public final class SmsFuzz {

    private SmsFuzz() {}

    public static void fuzzerTestOneInput(byte[] message) {
        String text = new String(message, StandardCharsets.UTF_8);
        PhoneNumber.international(text, "84").ifPresent(number -> {
            if (number.length() > 16) {
                throw new AssertionError(number);
            }
        });
        try {
            Sane.check(SmsReader.read(text, null));
        } catch (ApiFailure refused) {
            // in our words
        }
    }
}
