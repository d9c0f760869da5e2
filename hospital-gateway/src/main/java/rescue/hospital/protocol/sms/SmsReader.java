package rescue.hospital.protocol.sms;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import rescue.dispatch.hospital.BedKind;
import rescue.dispatch.hospital.EmsTraffic;
import rescue.dispatch.hospital.Service;
import rescue.dispatch.shell.web.ApiFailure;
import rescue.dispatch.shell.web.ProblemCode;
import rescue.hospital.protocol.Counts;
import rescue.hospital.protocol.MachineReport;

/**
 * Reads {@code GIUONG ICU 2 CC 5 HET CT}. One word that is not understood and nothing is kept: half a message read wrong is
 * worse than one to be sent again, and the answer comes while the telephone is still in the hand.
 */
public final class SmsReader {

    /** Three messages in one; nobody types more. */
    private static final int LONGEST = 480;

    /** What follows is of that sort, until another word of this kind. */
    private enum Mode {
        NOTHING,
        BEDS,
        NO_BEDS,
        SERVICES,
        NO_SERVICES
    }

    private final List<String> words;
    private final Map<BedKind, Integer> available = new EnumMap<>(BedKind.class);
    private final Map<Service, Boolean> services = new EnumMap<>(Service.class);
    private @Nullable EmsTraffic traffic;
    private Mode mode = Mode.NOTHING;
    private int at;

    private SmsReader(List<String> words) {
        this.words = words;
    }

    /** Whether all it says is that nothing has changed. */
    static boolean saysUnchanged(String text) {
        return text.length() <= LONGEST && SmsWords.UNCHANGED.contains(String.join(" ", SmsWords.split(text)));
    }

    /** What it says, counted at that time; null for now. */
    public static MachineReport read(String text, @Nullable Instant countedAt) {
        if (text.length() > LONGEST) {
            throw new ApiFailure(ProblemCode.SMS_NOT_UNDERSTOOD, Counts.shown(text));
        }
        var reader = new SmsReader(SmsWords.split(text));
        while (reader.at < reader.words.size()) {
            reader.next();
        }
        var said = new MachineReport(
                MachineReport.About.SENDER,
                reader.available,
                reader.services,
                reader.traffic,
                null,
                countedAt,
                List.of());
        if (said.isEmpty()) {
            throw new ApiFailure(ProblemCode.SMS_NOT_UNDERSTOOD, Counts.shown(text));
        }
        return said;
    }

    private void next() {
        if (turnsTo(SmsWords.NO_BEDS_FOLLOW, Mode.NO_BEDS)
                || turnsTo(SmsWords.BEDS_FOLLOW, Mode.BEDS)
                || saysTraffic()
                || turnsTo(SmsWords.NO_SERVICES_FOLLOW, Mode.NO_SERVICES)
                || turnsTo(SmsWords.SERVICES_FOLLOW, Mode.SERVICES)) {
            return;
        }
        boolean understood = switch (mode) {
            case BEDS -> saysBeds();
            case NO_BEDS -> saysNoBeds();
            case SERVICES -> saysService(true);
            case NO_SERVICES -> saysService(false);
            case NOTHING -> false;
        };
        if (!understood) {
            throw new ApiFailure(ProblemCode.SMS_NOT_UNDERSTOOD, Counts.shown(words.get(at)));
        }
    }

    private boolean turnsTo(List<String> phrases, Mode to) {
        Optional<String> found = take(phrases);
        found.ifPresent(phrase -> mode = to);
        return found.isPresent();
    }

    private boolean saysTraffic() {
        Optional<String> found = take(SmsWords.TRAFFIC.keySet());
        found.ifPresent(phrase -> {
            EmsTraffic now = SmsWords.TRAFFIC.get(phrase);
            if (traffic != null && traffic != now) {
                throw new ApiFailure(ProblemCode.SMS_NOT_UNDERSTOOD, phrase);
            }
            traffic = now;
            mode = Mode.NOTHING;
        });
        return found.isPresent();
    }

    private boolean saysBeds() {
        Optional<BedKind> kind = take(SmsWords.BEDS.keySet()).map(SmsWords.BEDS::get);
        kind.ifPresent(found -> {
            if (at >= words.size()) {
                throw new ApiFailure(ProblemCode.SMS_NUMBER_MISSING, words.get(at - 1));
            }
            Counts.put(available, found, Counts.read(words.get(at), words.get(at)), words.get(at));
            at++;
        });
        return kind.isPresent();
    }

    private boolean saysNoBeds() {
        Optional<BedKind> kind = take(SmsWords.BEDS.keySet()).map(SmsWords.BEDS::get);
        kind.ifPresent(found -> Counts.put(available, found, 0, found.name()));
        return kind.isPresent();
    }

    private boolean saysService(boolean there) {
        Optional<Service> service = take(SmsWords.SERVICES.keySet()).map(SmsWords.SERVICES::get);
        service.ifPresent(found -> {
            Boolean before = services.put(found, there);
            if (before != null && before != there) {
                throw new ApiFailure(ProblemCode.SMS_NOT_UNDERSTOOD, words.get(at - 1));
            }
        });
        return service.isPresent();
    }

    private Optional<String> take(Iterable<String> phrases) {
        Optional<String> found = SmsWords.phraseAt(words, at, phrases);
        found.ifPresent(phrase -> at += SmsWords.length(phrase));
        return found;
    }
}
