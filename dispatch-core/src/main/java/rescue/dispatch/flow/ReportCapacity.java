package rescue.dispatch.flow;

import io.vertx.core.Future;
import java.time.InstantSource;
import rescue.dispatch.hospital.Hospital;
import rescue.dispatch.port.ChangeBell;
import rescue.dispatch.port.HospitalBoard;
import rescue.dispatch.port.HospitalBoard.CapacityReport;

/** What a hospital says it has, or that nothing has changed. */
public final class ReportCapacity {

    private final HospitalBoard hospitals;
    private final InstantSource clock;
    private final ChangeBell bell;

    public ReportCapacity(HospitalBoard hospitals, InstantSource clock, ChangeBell bell) {
        this.hospitals = hospitals;
        this.clock = clock;
        this.bell = bell;
    }

    /** The hospital as it stands after the report. */
    public Future<Outcome<Hospital>> report(CapacityReport report) {
        return hospitals.report(report).compose(known -> after(report.hospitalId(), known));
    }

    public Future<Outcome<Hospital>> confirm(String hospitalId, String reporter) {
        return hospitals.confirm(hospitalId, reporter, clock.instant()).compose(known -> after(hospitalId, known));
    }

    private Future<Outcome<Hospital>> after(String hospitalId, boolean known) {
        bell.ring();
        return hospitals
                .find(hospitalId)
                .map(found -> found.filter(hospital -> known)
                        .map(Outcome::done)
                        .orElseGet(() -> Outcome.refused(RefusalCode.HOSPITAL_UNKNOWN, hospitalId)));
    }
}
