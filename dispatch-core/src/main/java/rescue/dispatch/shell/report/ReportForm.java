package rescue.dispatch.shell.report;

import io.vertx.core.MultiMap;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import java.util.stream.Stream;
import rescue.dispatch.geo.LatLon;
import rescue.dispatch.port.IncidentLog.IdempotencyKey;
import rescue.dispatch.shell.web.CleanText;

/**
 * The form as it was filled in: every field as typed, so that it can be shown again exactly so.
 *
 * @param key chosen when the form was written, so that the same form sent twice is one alert
 * @param lat from the phone, as decimal degrees
 * @param accuracy metres within which the phone believes to be
 * @param km the post, as typed
 * @param village a name, as typed
 * @param chosen one of the places found for that name, as {@link FoundPlace#value} wrote it
 * @param words the place described
 * @param unknown ticked: the sender does not know where he is
 */
public record ReportForm(
        String key,
        String kind,
        String lat,
        String lon,
        String accuracy,
        String road,
        String km,
        String village,
        String chosen,
        String words,
        boolean unknown) {

    private static final int SHORT_MAX_CHARS = 200;

    /** As much as is kept of a place in words. */
    private static final int WORDS_MAX_CHARS = 1_000;

    private static final int KEY_MAX_CHARS = 60;

    static ReportForm empty() {
        return new ReportForm(UUID.randomUUID().toString(), "", "", "", "", "", "", "", "", "", false);
    }

    static ReportForm read(MultiMap sent) {
        String key = text(sent, "key", KEY_MAX_CHARS);
        return new ReportForm(
                key.isBlank() ? UUID.randomUUID().toString() : key,
                text(sent, "kind", SHORT_MAX_CHARS).strip(),
                text(sent, "lat", SHORT_MAX_CHARS).strip(),
                text(sent, "lon", SHORT_MAX_CHARS).strip(),
                text(sent, "accuracy", SHORT_MAX_CHARS).strip(),
                text(sent, "road", SHORT_MAX_CHARS).strip(),
                text(sent, "km", SHORT_MAX_CHARS),
                text(sent, "village", SHORT_MAX_CHARS),
                text(sent, "chosen", SHORT_MAX_CHARS * 2),
                text(sent, "words", WORDS_MAX_CHARS),
                !text(sent, "unknown", SHORT_MAX_CHARS).isEmpty());
    }

    /** Without what a text in PostgreSQL cannot hold, and no longer than can be kept. */
    static String text(MultiMap sent, String name, int maxChars) {
        String value = CleanText.of(sent.get(name) == null ? "" : sent.get(name));
        if (value.length() <= maxChars) {
            return value;
        }
        boolean splits = Character.isHighSurrogate(value.charAt(maxChars - 1));
        return value.substring(0, splits ? maxChars - 1 : maxChars);
    }

    /** The phrases of what is still missing; empty when it can be sent. A bad place is not missing: it is sent. */
    public List<String> missing() {
        List<String> missing = new ArrayList<>();
        if (kind.isEmpty()) {
            missing.add("report.error.kind");
        }
        if (!unknown && !saysWhere()) {
            missing.add("report.error.where");
        }
        return missing;
    }

    private boolean saysWhere() {
        return Stream.of(lat, road, km, village, chosen, words).anyMatch(said -> !said.isBlank());
    }

    public boolean hasLocation() {
        return !lat.isEmpty() && !lon.isEmpty();
    }

    /** Where the phone believes to be; empty when it did not say, or said what is no point on Earth. */
    Optional<LatLon> location() {
        OptionalDouble north = number(lat);
        OptionalDouble east = number(lon);
        return north.isPresent() && east.isPresent() && LatLon.isValid(north.getAsDouble(), east.getAsDouble())
                ? Optional.of(new LatLon(north.getAsDouble(), east.getAsDouble()))
                : Optional.empty();
    }

    OptionalDouble accuracyM() {
        return number(accuracy);
    }

    private static OptionalDouble number(String text) {
        try {
            double number = Double.parseDouble(text);
            return Double.isFinite(number) ? OptionalDouble.of(number) : OptionalDouble.empty();
        } catch (NumberFormatException e) {
            return OptionalDouble.empty();
        }
    }

    public String smsAddress(String number) {
        return SmsReport.address(number, this);
    }

    /** Another body under the same key is another alert: who went back to mend the place is not refused for it. */
    IdempotencyKey idempotencyKey() {
        String hash = hash(toString());
        return new IdempotencyKey(key + "/" + hash, hash);
    }

    static String hash(String said) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(said.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
