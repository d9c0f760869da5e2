package rescue.dispatch.shell.report;

import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A km post as people write it: {@code 25+300}, {@code Km 25,3}, {@code 25}. */
final class Kilometre {

    private static final Pattern POST =
            Pattern.compile("(?:km)?\\s*([0-9]{1,4})(?:\\s*\\+\\s*([0-9]{1,3})|\\s*[.,]\\s*([0-9]{1,3}))?\\s*(?:km)?");

    private static final double METRES_PER_KM = 1000;

    private Kilometre() {}

    /** {@code 76+65} is 65 m past the post; {@code 76.65} is 650 m. Empty when it is no post. */
    static OptionalDouble read(String typed) {
        Matcher told = POST.matcher(typed.strip().toLowerCase(java.util.Locale.ROOT));
        if (!told.matches()) {
            return OptionalDouble.empty();
        }
        double metres = told.group(2) != null
                ? Integer.parseInt(told.group(2))
                : told.group(3) == null ? 0 : Double.parseDouble("0." + told.group(3)) * METRES_PER_KM;
        return OptionalDouble.of(Integer.parseInt(told.group(1)) + metres / METRES_PER_KM);
    }
}
