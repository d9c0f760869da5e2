package rescue.dispatch.incident;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import rescue.dispatch.assignment.Assignment;
import rescue.dispatch.assignment.AssignmentStatus;
import rescue.dispatch.assignment.Leg;
import rescue.dispatch.assignment.Plan;
import rescue.dispatch.assignment.RouteNotice;
import rescue.dispatch.incident.IncidentEvent.DestinationChanged;

/**
 * When a unit will be there: what is left of its plan, counted from the last milestone it reached. Where the roads have
 * changed under the plan, what was told then counts, from when it was told.
 */
public final class ExpectedArrival {

    private ExpectedArrival() {}

    /** At its destination; empty when it goes nowhere, is there already, or no road leads there. */
    public static Optional<Instant> of(Incident incident, Assignment assignment) {
        if (!assignment.isActive()
                || assignment.hospitalId() == null
                || assignment.status().compareTo(AssignmentStatus.AT_DESTINATION) >= 0) {
            return Optional.empty();
        }
        Instant leftScene = assignment.milestones().get(AssignmentStatus.LEFT_SCENE);
        Optional<Instant> departure = leftScene != null
                ? Optional.of(later(leftScene, lastDiversion(incident, assignment.id())))
                : departure(incident, assignment);
        return departure.flatMap(from ->
                arrival(assignment, Leg.HOSPITAL, from, assignment.plan().transport()));
    }

    /** At the scene; empty when it has been there, or no road leads there. */
    public static Optional<Instant> atScene(Incident incident, Assignment assignment) {
        if (!assignment.isActive() || assignment.status().compareTo(AssignmentStatus.ON_SCENE) >= 0) {
            return Optional.empty();
        }
        return atScene(incident, assignment, assignment.plan());
    }

    /** When it will leave the scene. */
    private static Optional<Instant> departure(Incident incident, Assignment assignment) {
        Plan plan = assignment.plan();
        Instant onScene = assignment.milestones().get(AssignmentStatus.ON_SCENE);
        return onScene != null
                ? Optional.of(onScene.plus(plan.onScene()))
                : atScene(incident, assignment, plan).map(arrived -> arrived.plus(plan.onScene()));
    }

    private static Optional<Instant> atScene(Incident incident, Assignment assignment, Plan plan) {
        Instant enRoute = assignment.milestones().get(AssignmentStatus.EN_ROUTE);
        Instant notified = assignment.milestones().getOrDefault(AssignmentStatus.NOTIFIED, incident.openedAt());
        Instant rolling = enRoute != null ? enRoute : notified.plus(plan.turnout());
        return arrival(assignment, Leg.SCENE, rolling, plan.travel());
    }

    /** What was told of a leg before it began counts from its beginning. */
    private static Optional<Instant> arrival(Assignment assignment, Leg leg, Instant departure, Duration planned) {
        Optional<RouteNotice> told = assignment.findRoute(leg);
        if (told.isEmpty()) {
            return Optional.of(departure.plus(planned));
        }
        return Optional.ofNullable(told.get().now())
                .map(left -> later(departure, told.get().asOf()).plus(left));
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
