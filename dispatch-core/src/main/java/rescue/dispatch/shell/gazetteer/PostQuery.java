package rescue.dispatch.shell.gazetteer;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import rescue.dispatch.port.RoadRegister;
import rescue.dispatch.port.RoadRegister.Located;
import rescue.dispatch.road.RoadKm;

/** A road and its post as people type them: {@code QL4D 76+650}, {@code ql4d km 76.65}, {@code tỉnh lộ 130 Km22+400}. */
final class PostQuery {

    /** Longest names first; what a road sign calls ĐT, people call TL. */
    private static final Pattern POST = Pattern.compile(
            "(quoc lo|tinh lo|duong tinh|duong huyen|ql|tl|dt|dh)\\s*([0-9]{1,4}[a-z]?)\\s+(?:km\\s*)?([0-9]{1,4})(?:\\s*\\+\\s*([0-9]{1,3})|[.,]([0-9]{1,3}))?");

    private static final double METRES_PER_KM = 1000;

    private PostQuery() {}

    /** The post, where the register knows it. */
    static Optional<Located.At> find(String typed, RoadRegister register) {
        Matcher told = POST.matcher(keepPost(typed));
        if (!told.matches()) {
            return Optional.empty();
        }
        String number = told.group(2).toUpperCase(Locale.ROOT);
        double km = Integer.parseInt(told.group(3)) + metres(told) / METRES_PER_KM;
        return prefixes(told.group(1))
                .map(prefix -> register.locate(new RoadKm(prefix + number, km)))
                .flatMap(located -> located.fold(Stream::of, nowhere -> Stream.<Located.At>empty()))
                .findFirst();
    }

    /** {@code 76+65} is 65 m past the post; {@code 76.65} is 650 m. */
    private static double metres(Matcher told) {
        if (told.group(4) != null) {
            return Integer.parseInt(told.group(4));
        }
        return told.group(5) == null ? 0 : Double.parseDouble("0." + told.group(5)) * METRES_PER_KM;
    }

    private static Stream<String> prefixes(String typed) {
        return switch (typed) {
            case "quoc lo", "ql" -> Stream.of("QL");
            case "duong huyen", "dh" -> Stream.of("ĐH");
            case "tl", "tinh lo" -> Stream.of("ĐT", "TL");
            default -> Stream.of("ĐT");
        };
    }

    /** As {@link Spelling#plain}, but the signs within a post stay. */
    private static String keepPost(String typed) {
        String marked = typed.replace("+", " plus ").replaceAll("(?<=[0-9])[.,](?=[0-9])", " point ");
        return Spelling.plain(marked)
                .replace(" plus ", "+")
                .replace(" point ", ".")
                .replaceAll("(?<=[a-z0-9])km(?=[ 0-9])", " km");
    }
}
