package rescue.dispatch.assignment;

import static rescue.dispatch.assignment.AssignmentStatus.ACKNOWLEDGED;
import static rescue.dispatch.assignment.AssignmentStatus.AT_DESTINATION;
import static rescue.dispatch.assignment.AssignmentStatus.AT_PATIENT;
import static rescue.dispatch.assignment.AssignmentStatus.CANCELLED;
import static rescue.dispatch.assignment.AssignmentStatus.EN_ROUTE;
import static rescue.dispatch.assignment.AssignmentStatus.HANDED_OVER;
import static rescue.dispatch.assignment.AssignmentStatus.IN_SERVICE;
import static rescue.dispatch.assignment.AssignmentStatus.LEFT_SCENE;
import static rescue.dispatch.assignment.AssignmentStatus.NOTIFIED;
import static rescue.dispatch.assignment.AssignmentStatus.ON_SCENE;

import java.util.List;
import java.util.Map;

/** The whole life of an assignment as one table. A pair that is not listed is refused. */
public final class AssignmentLifecycle {

    // spotless:off
    /** From each status, what may come next; the first is the one button the crew sees. */
    private static final Map<AssignmentStatus, List<AssignmentStatus>> NEXT = Map.of(
        NOTIFIED,       List.of(ACKNOWLEDGED, EN_ROUTE, CANCELLED),
        ACKNOWLEDGED,   List.of(EN_ROUTE, CANCELLED),
        EN_ROUTE,       List.of(ON_SCENE, CANCELLED),
        ON_SCENE,       List.of(AT_PATIENT, LEFT_SCENE, IN_SERVICE, CANCELLED), // in service at once: nobody there
        AT_PATIENT,     List.of(LEFT_SCENE, IN_SERVICE),                        // in service: treated on scene
        LEFT_SCENE,     List.of(AT_DESTINATION),
        AT_DESTINATION, List.of(HANDED_OVER),
        HANDED_OVER,    List.of(IN_SERVICE),
        IN_SERVICE,     List.of(),
        CANCELLED,      List.of());
    // spotless:on

    private AssignmentLifecycle() {}

    /** What may come after {@code status}, the usual next step first; empty when it is over. */
    public static List<AssignmentStatus> allowedAfter(AssignmentStatus status) {
        return NEXT.getOrDefault(status, List.of());
    }

    /** As {@link #allowedAfter}, by name, for whoever is refused. */
    public static String namesAfter(AssignmentStatus status) {
        return String.join(", ", allowedAfter(status).stream().map(Enum::name).toList());
    }

    public static boolean allows(AssignmentStatus from, AssignmentStatus to) {
        return allowedAfter(from).contains(to);
    }
}
