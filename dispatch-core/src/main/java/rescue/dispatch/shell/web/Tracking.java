package rescue.dispatch.shell.web;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import rescue.dispatch.assignment.Assignment;
import rescue.dispatch.assignment.AssignmentStatus;
import rescue.dispatch.incident.ExpectedArrival;
import rescue.dispatch.incident.Incident;

/** How far help has come, in the few words that whoever reported may know. */
public enum Tracking {
    RECEIVED,
    UNIT_ASSIGNED,
    EN_ROUTE,
    ON_SCENE,
    TO_HOSPITAL,
    CLOSED;

    private static final long ROUNDED_TO_S = Duration.ofMinutes(5).toSeconds();

    /** By the unit that has come farthest. */
    public static Tracking of(Incident incident) {
        if (!incident.isOpen()) {
            return CLOSED;
        }
        return incident.assignments().stream()
                .filter(assignment -> assignment.status() != AssignmentStatus.CANCELLED)
                .map(Tracking::of)
                .max(Tracking::compareTo)
                .orElse(RECEIVED);
    }

    /**
     * Seconds until the first unit is expected at the scene; null when none is on its way there, or one is there. So rounded
     * that nobody takes it for a promise, nor reads from it where the unit is.
     */
    public static @Nullable Long etaS(Incident incident, Instant now) {
        return incident.isOpen() && of(incident).compareTo(ON_SCENE) < 0
                ? ExpectedArrival.firstAtScene(incident)
                        .map(expected -> Math.max(1, (expected.p50In(now) + ROUNDED_TO_S - 1) / ROUNDED_TO_S))
                        .map(steps -> steps * ROUNDED_TO_S)
                        .orElse(null)
                : null;
    }

    /** A unit that is free again without having left the scene with anybody took nobody to a hospital. */
    private static Tracking of(Assignment assignment) {
        return switch (assignment.status()) {
            case NOTIFIED, ACKNOWLEDGED -> UNIT_ASSIGNED;
            case EN_ROUTE -> EN_ROUTE;
            case ON_SCENE, AT_PATIENT -> ON_SCENE;
            case LEFT_SCENE, AT_DESTINATION, HANDED_OVER -> TO_HOSPITAL;
            case IN_SERVICE ->
                assignment.milestones().containsKey(AssignmentStatus.LEFT_SCENE) ? TO_HOSPITAL : ON_SCENE;
            case CANCELLED -> RECEIVED;
        };
    }
}
