package rescue.hospital.protocol.sms;

import java.util.Optional;
import java.util.regex.Pattern;

/** A telephone number in one form, however it was written or whatever network it came through. */
public final class PhoneNumber {

    /** ITU-T E.164: at most fifteen digits; fewer than eight is a short number, which anybody can have. */
    private static final Pattern INTERNATIONAL = Pattern.compile("\\+[1-9][0-9]{7,14}");

    private PhoneNumber() {}

    /**
     * In international form.
     *
     * @param countryCode of numbers written as within the country, which begin with 0
     * @return empty for what is no number, such as a sender that is a name
     */
    public static Optional<String> international(String written, String countryCode) {
        String digits = written.strip().replaceAll("[\\s().-]", "");
        String number = digits;
        if (digits.startsWith("00")) {
            number = "+" + digits.substring(2);
        } else if (digits.startsWith("0")) {
            number = "+" + countryCode + digits.substring(1);
        } else if (!digits.startsWith("+")) {
            number = "+" + digits;
        }
        return Optional.of(number).filter(each -> INTERNATIONAL.matcher(each).matches());
    }
}
