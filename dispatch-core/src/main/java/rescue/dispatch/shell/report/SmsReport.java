package rescue.dispatch.shell.report;

import static java.util.stream.Collectors.joining;

import com.google.openlocationcode.OpenLocationCode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Map;
import java.util.stream.Stream;
import rescue.dispatch.alert.AlertKind;

/**
 * A report as a text message: {@code CUU 7PJ59FJM+54 TAI NAN}. Without diacritics, with which a message holds seventy
 * characters instead of 160; always in these words, whatever the page's language, since a machine may read them.
 */
public final class SmsReport {

    /** One message. */
    private static final int MAX_CHARS = 160;

    // spotless:off
    private static final Map<AlertKind, String> WORDS = Map.of(
        AlertKind.TRAFFIC_COLLISION, "TAI NAN",
        AlertKind.MEDICAL,           "BENH",
        AlertKind.FALL,              "NGA",
        AlertKind.LANDSLIDE,         "SAT LO",
        AlertKind.FLOOD,             "LU",
        AlertKind.DROWNING,          "DUOI NUOC",
        AlertKind.FIRE,              "CHAY",
        AlertKind.OBSTETRIC,         "SINH",
        AlertKind.POISONING,         "NGO DOC",
        AlertKind.OTHER,             "KHAC");
    // spotless:on

    private SmsReport() {}

    public static String word(String kind) {
        return WORDS.getOrDefault(AlertKind.orOther(kind), "");
    }

    /** The address of a message that says what the form says. */
    static String address(String number, ReportForm form) {
        String place = form.location()
                .map(at -> OpenLocationCode.encode(at.lat(), at.lon()))
                .orElseGet(() -> Stream.of(form.road(), form.km(), form.village(), form.words())
                        .filter(said -> !said.isBlank())
                        .map(String::strip)
                        .collect(joining(" ")));
        String text = plain("CUU " + place + " " + word(form.kind())).replaceAll(" +", " ");
        String fits = text.length() > MAX_CHARS ? text.substring(0, MAX_CHARS) : text;
        return "sms:" + number + "?body="
                + URLEncoder.encode(fits, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static String plain(String text) {
        return Normalizer.normalize(text.replace('đ', 'd').replace('Đ', 'D'), Normalizer.Form.NFD)
                .replaceAll("[^\\x20-\\x7e]+", "");
    }
}
