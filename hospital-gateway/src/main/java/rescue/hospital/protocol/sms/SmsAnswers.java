package rescue.hospital.protocol.sms;

import java.text.Normalizer;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import rescue.dispatch.hospital.BedKind;
import rescue.dispatch.hospital.EmsTraffic;
import rescue.dispatch.hospital.Said;
import rescue.dispatch.hospital.Service;
import rescue.dispatch.shell.phrases.Language;
import rescue.dispatch.shell.phrases.Phrases;
import rescue.hospital.protocol.MachineReport;

/**
 * What a message is answered with: what was understood, in Vietnamese, so that a slip is seen at once. Sent without
 * diacritics: with them a message holds 70 characters instead of 160, and some old telephones show boxes.
 */
final class SmsAnswers {

    /** Two messages. */
    private static final int LONGEST = 306;

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");
    private static final DateTimeFormatter DAY_AND_CLOCK = DateTimeFormatter.ofPattern("HH:mm d/M");

    private final Phrases phrases;
    private final ZoneId zone;

    SmsAnswers(Phrases phrases, ZoneId zone) {
        this.phrases = phrases;
        this.zone = zone;
    }

    String understood(String hospital, MachineReport said, Instant at) {
        List<String> parts = new ArrayList<>();
        List<String> beds = new ArrayList<>();
        for (BedKind kind : BedKind.values()) {
            if (said.available().containsKey(kind)) {
                beds.add(text("bed." + kind) + " " + said.available().get(kind));
            }
        }
        if (!beds.isEmpty()) {
            parts.add(text("sms.beds", String.join(", ", beds)));
        }
        services(said, true, "sms.services", parts);
        services(said, false, "sms.no-services", parts);
        EmsTraffic traffic = said.emsTraffic();
        if (traffic != null) {
            parts.add(text("sms.traffic." + traffic));
        }
        return plain(text("sms.kept", hospital, String.join("; ", parts), CLOCK.format(at.atZone(zone))));
    }

    String unchanged(String hospital, Instant at) {
        return plain(text("sms.unchanged", hospital, CLOCK.format(at.atZone(zone))));
    }

    /** @param newest its last word, which is old; null when it never said any */
    String reminder(String hospital, @Nullable Said newest) {
        return plain(
                newest == null
                        ? text("sms.reminder-first", hospital)
                        : text(
                                "sms.reminder",
                                hospital,
                                DAY_AND_CLOCK.format(newest.at().atZone(zone))));
    }

    /** Whoever sends from another telephone must not believe that it was taken. */
    String stranger() {
        return plain(text("sms.stranger"));
    }

    String refused(String sentence) {
        return plain(text("sms.refused", sentence));
    }

    private void services(MachineReport said, boolean there, String phrase, List<String> parts) {
        List<String> named = new ArrayList<>();
        for (Service service : Service.values()) {
            if (Boolean.valueOf(there).equals(said.services().get(service))) {
                named.add(text("service." + service));
            }
        }
        if (!named.isEmpty()) {
            parts.add(text(phrase, String.join(", ", named)));
        }
    }

    private String text(String key, Object... args) {
        return phrases.text(Language.VI, key, args);
    }

    private static String plain(String text) {
        String plain = Normalizer.normalize(text.replace('đ', 'd').replace('Đ', 'D'), Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .replaceAll("[“”]", "\"")
                .replaceAll("[^\\x20-\\x7e]+", " ");
        return plain.length() <= LONGEST ? plain : plain.substring(0, LONGEST);
    }
}
