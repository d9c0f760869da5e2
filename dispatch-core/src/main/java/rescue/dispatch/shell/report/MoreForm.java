package rescue.dispatch.shell.report;

import io.vertx.core.MultiMap;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import rescue.dispatch.flow.AddToAlert;
import rescue.dispatch.port.IncidentLog.IdempotencyKey;

/**
 * What whoever reported can say afterwards, as typed.
 *
 * @param key chosen when the form was written
 * @param words anything else
 */
public record MoreForm(String key, String injured, String trapped, String phone, String words) {

    /** As the contract has it for {@code addToAlert}. */
    private static final int PEOPLE_MAX = 10_000;

    private static final int KEY_MAX_CHARS = 60;
    private static final int NUMBER_MAX_CHARS = 20;
    private static final int PHONE_MAX_CHARS = 32;
    private static final int WORDS_MAX_CHARS = 2_000;

    static MoreForm empty() {
        return new MoreForm(UUID.randomUUID().toString(), "", "", "", "");
    }

    static MoreForm read(MultiMap sent) {
        String key = ReportForm.text(sent, "key", KEY_MAX_CHARS);
        return new MoreForm(
                key.isBlank() ? UUID.randomUUID().toString() : key,
                ReportForm.text(sent, "injured", NUMBER_MAX_CHARS).strip(),
                ReportForm.text(sent, "trapped", NUMBER_MAX_CHARS).strip(),
                ReportForm.text(sent, "phone", PHONE_MAX_CHARS).strip(),
                ReportForm.text(sent, "words", WORDS_MAX_CHARS));
    }

    /** The phrase of what must be mended; empty when it can be sent. */
    Optional<String> fault() {
        if (injured.isEmpty() && trapped.isEmpty() && phone.isEmpty() && words.isBlank()) {
            return Optional.of("report.more.nothing");
        }
        return isPeople(injured) && isPeople(trapped) ? Optional.empty() : Optional.of("report.more.number");
    }

    AddToAlert.Addition addition() {
        return new AddToAlert.Addition(
                people(injured), null, people(trapped), words.isBlank() ? null : words, phone.isEmpty() ? null : phone);
    }

    /** Another body under the same key is said too: who goes back and corrects himself is not refused. */
    IdempotencyKey idempotencyKey(String trackingCode) {
        String hash = ReportForm.hash(trackingCode + toString());
        return new IdempotencyKey("more " + key + "/" + hash, hash);
    }

    private static boolean isPeople(String typed) {
        return typed.isEmpty() || people(typed) != null;
    }

    private static @Nullable Integer people(String typed) {
        try {
            int count = Integer.parseInt(typed);
            return count >= 0 && count <= PEOPLE_MAX ? count : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
