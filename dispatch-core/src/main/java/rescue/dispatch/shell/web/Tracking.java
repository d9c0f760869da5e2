package rescue.dispatch.shell.web;

import rescue.dispatch.assignment.AssignmentStatus;
import rescue.dispatch.incident.Incident;

/** How far help has come, in the few words that whoever reported may know. */
public enum Tracking {
    RECEIVED,
    UNIT_ASSIGNED,
    EN_ROUTE,
    ON_SCENE,
    TO_HOSPITAL,
    CLOSED;

    /** By the unit that has come farthest. */
    public static Tracking of(Incident incident) {
        if (!incident.isOpen()) {
            return CLOSED;
        }
        return incident.assignments().stream()
                .filter(assignment -> assignment.status() != AssignmentStatus.CANCELLED)
                .map(assignment -> of(assignment.status()))
                .max(Tracking::compareTo)
                .orElse(RECEIVED);
    }

    private static Tracking of(AssignmentStatus status) {
        return switch (status) {
            case NOTIFIED, ACKNOWLEDGED -> UNIT_ASSIGNED;
            case EN_ROUTE -> EN_ROUTE;
            case ON_SCENE, AT_PATIENT -> ON_SCENE;
            case LEFT_SCENE, AT_DESTINATION, HANDED_OVER, IN_SERVICE -> TO_HOSPITAL;
            case CANCELLED -> RECEIVED;
        };
    }
}
