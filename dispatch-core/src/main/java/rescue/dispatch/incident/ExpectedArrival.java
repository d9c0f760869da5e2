package rescue.dispatch.incident;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import rescue.dispatch.assignment.Assignment;
import rescue.dispatch.assignment.AssignmentStatus;
import rescue.dispatch.assignment.Plan;
import rescue.dispatch.incident.IncidentEvent.DestinationChanged;

/** When a unit will be at its destination: what is left of its plan, counted from the last milestone it reached. */
public final class ExpectedArrival {

    private ExpectedArrival() {}

    /** Empty when it goes nowhere, or is there already. */
    public static Optional<Instant> of(Incident incident, Assignment assignment) {
        if (!assignment.isActive()
                || assignment.hospitalId() == null
                || assignment.status().compareTo(AssignmentStatus.AT_DESTINATION) >= 0) {
            return Optional.empty();
        }
        Plan plan = assignment.plan();
        Instant leftScene = assignment.milestones().get(AssignmentStatus.LEFT_SCENE);
        Instant departure = leftScene != null
                ? later(leftScene, lastDiversion(incident, assignment.id()))
                : departure(incident, assignment);
        return Optional.of(departure.plus(plan.transport()));
    }

    /** When it will leave the scene. */
    private static Instant departure(Incident incident, Assignment assignment) {
        Plan plan = assignment.plan();
        Instant onScene = assignment.milestones().get(AssignmentStatus.ON_SCENE);
        if (onScene != null) {
            return onScene.plus(plan.onScene());
        }
        Instant enRoute = assignment.milestones().get(AssignmentStatus.EN_ROUTE);
        Instant notified = assignment.milestones().getOrDefault(AssignmentStatus.NOTIFIED, incident.openedAt());
        Instant rolling = enRoute != null ? enRoute : notified.plus(plan.turnout());
        return rolling.plus(plan.travel()).plus(plan.onScene());
    }

    /** A unit that was diverted on its way has driven from there since; null when it never was. */
    private static @Nullable Instant lastDiversion(Incident incident, UUID assignmentId) {
        Instant last = null;
        for (TimelineEntry entry : incident.timeline()) {
            if (entry.event() instanceof DestinationChanged changed
                    && changed.assignmentId().equals(assignmentId)) {
                last = changed.at();
            }
        }
        return last;
    }

    private static Instant later(Instant one, @Nullable Instant other) {
        return other != null && other.isAfter(one) ? other : one;
    }
}
