package rescue.hospital.protocol;

import io.vertx.core.Future;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import rescue.dispatch.flow.Outcome;
import rescue.dispatch.flow.RefusalCode;
import rescue.dispatch.flow.ReportCapacity;
import rescue.dispatch.hospital.Hospital;
import rescue.dispatch.hospital.ReportSource;
import rescue.dispatch.hospital.Said;
import rescue.dispatch.port.HospitalBoard;
import rescue.dispatch.port.HospitalBoard.CapacityReport;
import rescue.dispatch.port.HospitalBoard.Filing;
import rescue.dispatch.shell.web.ApiFailure;
import rescue.dispatch.shell.web.ProblemCode;
import rescue.dispatch.shell.web.Refusals;

/**
 * Files what a machine said, by the rules of everybody: for its own hospital only, once however often it comes, and never
 * over something newer. What is refused leaves the last good value as it is.
 */
public final class FileReport {

    /** What two clocks may differ; a report from further ahead would look fresh for as long as its clock is wrong. */
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);

    /** As for people: what was counted a day ago says nothing of now. */
    private static final Duration OLDEST = Duration.ofDays(1);

    /** Somebody else reports at the same moment; three in a row is no coincidence. */
    private static final int ATTEMPTS = 3;

    /** Numbers of reports begin with one: on whatever was said, this does not rest. */
    private static final long ON_NOTHING = 0;

    private final ReportCapacity capacity;
    private final HospitalBoard board;
    private final InstantSource clock;

    /**
     * Whose message it is.
     *
     * @param reporter the name or account that speaks for the hospital
     * @param source the protocol
     */
    public record Sender(String reporter, ReportSource source) {}

    public FileReport(ReportCapacity capacity, HospitalBoard board, InstantSource clock) {
        this.capacity = capacity;
        this.board = board;
        this.clock = clock;
    }

    /** The same for that hospital alone. */
    public FileReport seenBy(String hospitalId) {
        return new FileReport(capacity.seenBy(hospitalId), board.seenBy(hospitalId), clock);
    }

    /**
     * The hospital as it stands after the report.
     *
     * @param hospitalId whom the sender speaks for
     * @param by who sent it, and by which protocol
     * @param messageId what tells one sending from another; null when the message carries nothing of the kind, so that the
     *     same words of the same moment are the same report
     */
    public Future<Hospital> file(String hospitalId, MachineReport said, Sender by, @Nullable String messageId) {
        Instant now = clock.instant();
        Instant counted = check(hospitalId, said, now);
        Instant at = counted.isAfter(now) ? now : counted;
        var report = new CapacityReport(
                hospitalId,
                said.available(),
                said.services(),
                said.emsTraffic(),
                said.note(),
                by.reporter(),
                by.source(),
                at);
        return file(report, key(report, messageId, said.countedAt()), ATTEMPTS);
    }

    /** Checks everything as if it were filed, and files nothing: the hospital as it stands. */
    public Future<Hospital> tryOut(String hospitalId, MachineReport said) {
        check(hospitalId, said, clock.instant());
        return find(hospitalId);
    }

    /** When it was counted, of a report that may be filed. */
    private static Instant check(String hospitalId, MachineReport said, Instant now) {
        String about = said.hospital().id();
        if (about != null && !about.equals(hospitalId)) {
            throw new ApiFailure(ProblemCode.HOSPITAL_NOT_YOURS, Counts.shown(about), hospitalId);
        }
        if (said.isEmpty()) {
            throw new ApiFailure(ProblemCode.REPORT_EMPTY);
        }
        Instant counted = said.countedAt() == null ? now : said.countedAt();
        checkTime(counted, now);
        return counted;
    }

    private static void checkTime(Instant counted, Instant now) {
        if (counted.isAfter(now.plus(CLOCKS_DIFFER))) {
            throw new ApiFailure(ProblemCode.REPORT_FROM_FUTURE, counted, now);
        }
        if (counted.isBefore(now.minus(OLDEST))) {
            throw new ApiFailure(ProblemCode.REPORT_TOO_OLD, counted);
        }
    }

    /** "Nothing changed", by the same rules. */
    public Future<Hospital> confirm(String hospitalId, Instant countedAt, Sender by, @Nullable String messageId) {
        Instant now = clock.instant();
        checkTime(countedAt, now);
        Instant at = countedAt.isAfter(now) ? now : countedAt;
        String key = messageId == null ? null : digest(by.source() + "\n" + by.reporter() + "\n" + messageId);
        return find(hospitalId).compose(known -> {
            boolean older = isOlder(at, known);
            Long basedOn = older ? Long.valueOf(ON_NOTHING) : null;
            return capacity.confirm(hospitalId, by.reporter(), by.source(), at, new Filing(key, basedOn, null))
                    .compose(Refusals::orFail);
        });
    }

    private Future<Hospital> file(CapacityReport report, @Nullable String key, int attemptsLeft) {
        return find(report.hospitalId()).compose(known -> {
            boolean older = isOlder(report.at(), known);
            // An older one is sent on all the same: if it was filed before, its sender must hear so again.
            Long basedOn = older ? Long.valueOf(ON_NOTHING) : known.capacity().reportId();
            return capacity.report(report, new Filing(key, basedOn, null))
                    .compose(outcome -> isStale(outcome) && !older && attemptsLeft > 1
                            ? file(report, key, attemptsLeft - 1)
                            : Refusals.orFail(outcome));
        });
    }

    private Future<Hospital> find(String hospitalId) {
        return board.find(hospitalId)
                .map(found -> found.orElseThrow(() -> new ApiFailure(ProblemCode.HOSPITAL_UNKNOWN, hospitalId)));
    }

    private static boolean isOlder(Instant at, Hospital known) {
        Said newest = known.capacity().newest();
        return newest != null && at.isBefore(newest.at());
    }

    private static boolean isStale(Outcome<Hospital> outcome) {
        return outcome.fold(done -> false, refused -> refused.code() == RefusalCode.CAPACITY_STALE);
    }

    /** Null when each sending counts: said now, by a message that has no name. */
    private static @Nullable String key(
            CapacityReport report, @Nullable String messageId, @Nullable Instant countedAt) {
        if (messageId != null) {
            // With the time, as there are systems that give every message the same name.
            return digest(
                    String.join("\n", report.source().name(), report.reporter(), messageId, String.valueOf(countedAt)));
        }
        if (countedAt == null) {
            return null;
        }
        return digest(String.join(
                "\n",
                report.source().name(),
                report.reporter(),
                countedAt.toString(),
                new TreeMap<>(report.available()).toString(),
                new TreeMap<>(report.services()).toString(),
                String.valueOf(report.emsTraffic()),
                String.valueOf(report.note())));
    }

    private static String digest(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "machine " + HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
