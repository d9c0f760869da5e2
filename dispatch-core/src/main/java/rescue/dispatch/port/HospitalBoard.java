package rescue.dispatch.port;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import rescue.dispatch.hospital.BedKind;
import rescue.dispatch.hospital.CapacityEntry;
import rescue.dispatch.hospital.EmsTraffic;
import rescue.dispatch.hospital.Hospital;
import rescue.dispatch.hospital.ReportSource;
import rescue.dispatch.hospital.Said;
import rescue.dispatch.hospital.Service;

/** The hospitals as they are now, each value with who said it and when. */
public interface HospitalBoard {

    /**
     * The same board as that hospital may read and write it: itself, and of others nothing, whatever is asked. The second
     * wall behind whoever checks who is calling.
     */
    HospitalBoard seenBy(String hospitalId);

    /** Every hospital, by id. */
    Future<List<Hospital>> list();

    Future<Optional<Hospital>> find(String hospitalId);

    /**
     * What a hospital says it has; a kind or service that is not mentioned stays as it was.
     *
     * @param available beds by kind, 0 or more
     * @param reporter who says so
     * @param source on which way it came
     * @param at when it was counted
     */
    record CapacityReport(
            String hospitalId,
            Map<BedKind, Integer> available,
            Map<Service, Boolean> services,
            @Nullable EmsTraffic emsTraffic,
            @Nullable String note,
            String reporter,
            ReportSource source,
            Instant at) {

        /** Whose word it is. */
        public Said said() {
            return new Said(reporter, source, at);
        }
    }

    /**
     * How a report is filed.
     *
     * @param key of the press that sent it, so that it counts once however often it comes; null when each counts
     * @param basedOn the newest report that whoever wrote it had seen; null when the last word wins
     * @param corrects the report that was a mistake; null when nothing is corrected
     */
    record Filing(
            @Nullable String key,
            @Nullable Long basedOn,
            @Nullable Long corrects) {

        /** Whatever was said before. */
        public static final Filing PLAIN = new Filing(null, null, null);
    }

    /** What became of a report. */
    sealed interface Filed {

        /** It is kept under that number: since now, or since the same press came before. */
        record Kept(long id) implements Filed {}

        /** There is no such hospital. */
        record NoSuchHospital() implements Filed {}

        /** Somebody has reported since; nothing was written. */
        record Stale(CapacityEntry newest) implements Filed {}

        /** What it corrects is not in this hospital's history. */
        record NothingToCorrect() implements Filed {}

        /** What it corrects was corrected already, by that report. */
        record CorrectedAlready(long by) implements Filed {}

        /** The key was used for another report. */
        record KeyReused() implements Filed {}
    }

    /**
     * Keeps the report as history and its values as the board. A correction speaks in the place of what it corrects: where
     * something newer was said, that stays.
     */
    Future<Filed> report(CapacityReport report, Filing filing);

    /** "Nothing changed": the old values of every kind, believed anew. */
    Future<Filed> confirm(String hospitalId, String reporter, ReportSource source, Instant at, Filing filing);

    /** Whatever that hospital has said, newest first. */
    Future<List<CapacityEntry>> listReports(String hospitalId, int limit);

    /** A unit on its way to a hospital. */
    record Incoming(UUID incidentId, UUID assignmentId) {}

    /** Assignments whose destination is that hospital and whose patient is not yet handed over. */
    Future<List<Incoming>> listIncoming(String hospitalId);
}
