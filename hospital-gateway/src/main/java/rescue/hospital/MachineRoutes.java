package rescue.hospital;

import java.time.InstantSource;
import java.util.List;
import rescue.dispatch.flow.ReportCapacity;
import rescue.dispatch.port.HospitalBoard;
import rescue.dispatch.shell.phrases.Phrases;
import rescue.dispatch.shell.web.ApiRoutes;
import rescue.dispatch.shell.web.Sessions;
import rescue.hospital.notice.IncomingList;
import rescue.hospital.notice.TransferList;
import rescue.hospital.protocol.FileReport;
import rescue.hospital.protocol.MachineCaller;
import rescue.hospital.protocol.fhir.FhirRoutes;
import rescue.hospital.protocol.have.HaveRoutes;

/**
 * What hospitals' machines may say and ask at their door, by protocol.
 *
 * @param exercise whether all of this server is an exercise
 */
public record MachineRoutes(
        ReportCapacity capacity,
        HospitalBoard board,
        IncomingList incoming,
        TransferList transfers,
        InstantSource clock,
        boolean exercise,
        Phrases phrases) {

    /** For those who are logged in there. */
    List<ApiRoutes> list(Sessions sessions) {
        var file = new FileReport(capacity, board, clock);
        var callers = new MachineCaller(sessions);
        return List.of(
                new HaveRoutes(file, board, callers, clock, exercise),
                new FhirRoutes(file, board, incoming, transfers, callers, clock, phrases));
    }
}
