package rescue.dispatch.flow;

import io.vertx.core.Future;
import java.time.Instant;
import rescue.dispatch.hospital.Hospital;
import rescue.dispatch.hospital.ReportSource;
import rescue.dispatch.port.ChangeBell;
import rescue.dispatch.port.HospitalBoard;
import rescue.dispatch.port.HospitalBoard.CapacityReport;
import rescue.dispatch.port.HospitalBoard.Filed;
import rescue.dispatch.port.HospitalBoard.Filing;

/** What a hospital says it has, that nothing has changed, or that what was said was a mistake. */
public final class ReportCapacity {

    private final HospitalBoard hospitals;
    private final ChangeBell bell;

    public ReportCapacity(HospitalBoard hospitals, ChangeBell bell) {
        this.hospitals = hospitals;
        this.bell = bell;
    }

    /** The same for that hospital alone, whichever a report names. */
    public ReportCapacity seenBy(String hospitalId) {
        return new ReportCapacity(hospitals.seenBy(hospitalId), bell);
    }

    /** The hospital as it stands after the report. */
    public Future<Outcome<Hospital>> report(CapacityReport report, Filing filing) {
        boolean empty = report.available().isEmpty() && report.services().isEmpty() && report.emsTraffic() == null;
        if (empty && filing.corrects() != null) {
            return Future.succeededFuture(Outcome.refused(RefusalCode.CORRECTION_EMPTY));
        }
        return hospitals.report(report, filing).compose(filed -> after(report.hospitalId(), filed));
    }

    public Future<Outcome<Hospital>> confirm(
            String hospitalId, String reporter, ReportSource source, Instant at, Filing filing) {
        return hospitals.confirm(hospitalId, reporter, source, at, filing).compose(filed -> after(hospitalId, filed));
    }

    private Future<Outcome<Hospital>> after(String hospitalId, Filed filed) {
        if (!(filed instanceof Filed.Kept)) {
            return Future.succeededFuture(refusal(hospitalId, filed));
        }
        bell.ring();
        return hospitals
                .find(hospitalId)
                .map(found -> found.map(Outcome::done)
                        .orElseGet(() -> Outcome.refused(RefusalCode.HOSPITAL_UNKNOWN, hospitalId)));
    }

    private static Outcome<Hospital> refusal(String hospitalId, Filed filed) {
        if (filed instanceof Filed.Stale stale) {
            var newest = stale.newest();
            var source = newest.source();
            return Outcome.refused(
                    RefusalCode.CAPACITY_STALE,
                    newest.reporter(),
                    newest.at(),
                    newest.id(),
                    source == null ? "" : source);
        }
        if (filed instanceof Filed.CorrectedAlready corrected) {
            return Outcome.refused(RefusalCode.REPORT_CORRECTED, corrected.by());
        }
        if (filed instanceof Filed.NothingToCorrect) {
            return Outcome.refused(RefusalCode.REPORT_UNKNOWN);
        }
        return filed instanceof Filed.KeyReused
                ? Outcome.refused(RefusalCode.REPORT_KEY_REUSED)
                : Outcome.refused(RefusalCode.HOSPITAL_UNKNOWN, hospitalId);
    }
}
