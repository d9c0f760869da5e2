package rescue.dispatch.shell.web;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.util.UUID;
import rescue.dispatch.account.Principal;
import rescue.dispatch.account.Role;
import rescue.dispatch.assignment.Assignment;
import rescue.dispatch.incident.Incident;
import rescue.dispatch.port.IncidentLog;

/** Which assignments a caller may see: the desk all, a crew its own, a hospital those coming to it. */
public final class OwnAssignments {

    private final IncidentLog log;

    public OwnAssignments(IncidentLog log) {
        this.log = log;
    }

    /** The incident of that assignment. */
    public Future<Incident> ofCaller(RoutingContext ctx, UUID assignmentId) {
        Principal caller = Sessions.get(ctx);
        return log.findByAssignment(assignmentId).compose(found -> {
            if (found.isEmpty()) {
                return Future.failedFuture(new ApiFailure(ProblemCode.ASSIGNMENT_UNKNOWN, assignmentId));
            }
            Assignment assignment = found.get().findAssignment(assignmentId).orElseThrow();
            return maySee(caller, assignment)
                    ? Future.succeededFuture(found.get())
                    : Future.failedFuture(new ApiFailure(ProblemCode.FORBIDDEN));
        });
    }

    private static boolean maySee(Principal caller, Assignment assignment) {
        if (caller.role() == Role.CREW) {
            return assignment.unitId().equals(caller.unitId());
        }
        return caller.role() != Role.HOSPITAL
                || (assignment.hospitalId() != null && assignment.hospitalId().equals(caller.hospitalId()));
    }
}
