package rescue.dispatch.incident;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import rescue.dispatch.assignment.Assignment;
import rescue.dispatch.assignment.AssignmentStatus;
import rescue.dispatch.assignment.Leg;
import rescue.dispatch.assignment.Plan;
import rescue.dispatch.assignment.RouteNotice;
import rescue.dispatch.incident.IncidentEvent.DestinationChanged;
import rescue.dispatch.road.TravelSpread;

/**
 * When a unit will be there: what is left of its plan, counted from the last milestone it reached. Where the roads have
 * changed under the plan, what was told then counts, from when it was told.
 *
 * @param p50 as likely earlier as later
 * @param p90 nine of ten are there by then
 */
public record ExpectedArrival(Instant p50, Instant p90) {

    /** At its destination; empty when it goes nowhere, is there already, or no road leads there. */
    public static Optional<ExpectedArrival> of(Incident incident, Assignment assignment) {
        if (!assignment.isActive()
                || assignment.hospitalId() == null
                || assignment.status().compareTo(AssignmentStatus.AT_DESTINATION) >= 0) {
            return Optional.empty();
        }
        return departure(incident, assignment)
                .flatMap(from ->
                        from.drive(assignment, Leg.HOSPITAL, assignment.plan().transportSpread()))
                .map(Reckoning::arrival);
    }

    /** At the scene; empty when it has been there, or no road leads there. */
    public static Optional<ExpectedArrival> atScene(Incident incident, Assignment assignment) {
        return assignment.isActive() && assignment.status().compareTo(AssignmentStatus.ON_SCENE) < 0
                ? toScene(incident, assignment).map(Reckoning::arrival)
                : Optional.empty();
    }

    /** Of the unit that will be at the scene first; empty when none is on its way there. */
    public static Optional<ExpectedArrival> firstAtScene(Incident incident) {
        return incident.activeAssignments().stream()
                .flatMap(assignment -> atScene(incident, assignment).stream())
                .min(Comparator.comparing(ExpectedArrival::p50));
    }

    /** Seconds from {@code now} until half have arrived; zero when that is over. */
    public long p50In(Instant now) {
        return secondsUntil(p50, now);
    }

    /** Seconds from {@code now} until nine of ten have arrived; zero when that is over. */
    public long p90In(Instant now) {
        return secondsUntil(p90, now);
    }

    private static long secondsUntil(Instant expected, Instant now) {
        return Math.max(0, Duration.between(now, expected).toSeconds());
    }

    /** From the scene, or from where it was diverted. */
    private static Optional<Reckoning> departure(Incident incident, Assignment assignment) {
        Plan plan = assignment.plan();
        Instant leftScene = assignment.milestones().get(AssignmentStatus.LEFT_SCENE);
        if (leftScene != null) {
            return Optional.of(Reckoning.from(later(leftScene, lastDiversion(incident, assignment.id()))));
        }
        Instant onScene = assignment.milestones().get(AssignmentStatus.ON_SCENE);
        return onScene != null
                ? Optional.of(Reckoning.from(onScene.plus(plan.onScene())))
                : toScene(incident, assignment).map(there -> there.plus(plan.onScene()));
    }

    private static Optional<Reckoning> toScene(Incident incident, Assignment assignment) {
        Plan plan = assignment.plan();
        Instant enRoute = assignment.milestones().get(AssignmentStatus.EN_ROUTE);
        Instant notified = assignment.milestones().getOrDefault(AssignmentStatus.NOTIFIED, incident.openedAt());
        Instant rolling = enRoute != null ? enRoute : notified.plus(plan.turnout());
        return Reckoning.from(rolling).drive(assignment, Leg.SCENE, plan.travelSpread());
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

    /** A moment that is certain, the driving since then, and the work that is as certain as the plan. */
    private record Reckoning(Instant since, TravelSpread drives, Duration work) {

        static Reckoning from(Instant since) {
            return new Reckoning(since, TravelSpread.NONE, Duration.ZERO);
        }

        Reckoning plus(Duration more) {
            return new Reckoning(since, drives, work.plus(more));
        }

        /** What was told of a leg before it began counts from its beginning; empty when it was told that no road leads on. */
        Optional<Reckoning> drive(Assignment assignment, Leg leg, TravelSpread planned) {
            Optional<RouteNotice> told = assignment.findRoute(leg);
            if (told.isEmpty()) {
                return Optional.of(new Reckoning(since, drives.and(planned), work));
            }
            Duration left = told.get().now();
            if (left == null) {
                return Optional.empty();
            }
            TravelSpread next =
                    TravelSpread.ofUnknownLength(left, assignment.plan().basis());
            Instant asOf = told.get().asOf();
            return Optional.of(
                    asOf.isAfter(arrival().p50())
                            ? new Reckoning(asOf, next, Duration.ZERO)
                            : new Reckoning(since, drives.and(next), work));
        }

        ExpectedArrival arrival() {
            TravelSpread all = drives.plus(work);
            return new ExpectedArrival(since.plus(all.p50()), since.plus(all.p90()));
        }
    }
}
