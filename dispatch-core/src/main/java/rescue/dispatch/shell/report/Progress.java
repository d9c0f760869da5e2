package rescue.dispatch.shell.report;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import rescue.dispatch.assignment.AssignmentStatus;
import rescue.dispatch.incident.ExpectedArrival;
import rescue.dispatch.incident.Incident;
import rescue.dispatch.incident.IncidentEvent;
import rescue.dispatch.incident.TimelineEntry;
import rescue.dispatch.shell.web.Tracking;

/**
 * How far help has come, as whoever reported may know it: no names, no unit, no hospital, no place.
 *
 * @param seenAt when somebody at the desk first took notice; null when nobody has yet
 * @param arrival the first unit at the scene; null when none is on its way
 */
public record Progress(
        Tracking state,
        List<Step> steps,
        @Nullable Instant seenAt,
        @Nullable Arrival arrival) {

    /** Whether a step is behind, is now, or is still ahead; the name is the phrase's ending. */
    public enum Mark {
        DONE,
        NOW,
        AHEAD
    }

    /**
     * One step of the way.
     *
     * @param name as in {@code report.track.NAME}
     * @param at when it was reached; null when it was not, or nobody wrote it down
     */
    public record Step(String name, Mark mark, @Nullable Instant at) {}

    /**
     * When the first unit is expected, so rounded that nobody takes it for a promise.
     *
     * @param fromMinutes half of such drives are there by then; up to the next five minutes
     * @param toMinutes nine of ten are
     */
    public record Arrival(long fromMinutes, long toMinutes) {

        private static final int ROUND_MINUTES = 5;

        static Arrival of(ExpectedArrival expected, Instant now) {
            return new Arrival(roundedUp(expected.p50In(now)), roundedUp(expected.p90In(now)));
        }

        private static long roundedUp(long seconds) {
            long step = Duration.ofMinutes(ROUND_MINUTES).toSeconds();
            return (seconds + step - 1) / step * ROUND_MINUTES;
        }
    }

    static Progress of(Incident incident, Instant now) {
        Tracking state = Tracking.of(incident);
        List<Step> steps = new ArrayList<>();
        for (Tracking step : Tracking.values()) {
            Instant at = reached(incident, step);
            boolean always = step.compareTo(Tracking.ON_SCENE) <= 0;
            if (state == Tracking.CLOSED ? at != null : always || step.compareTo(state) <= 0) {
                steps.add(new Step(step.name(), mark(step, state), at));
            }
        }
        return new Progress(
                state,
                List.copyOf(steps),
                seen(incident),
                arrival(incident, now).orElse(null));
    }

    private static Mark mark(Tracking step, Tracking state) {
        if (step == state) {
            return Mark.NOW;
        }
        return step.compareTo(state) < 0 ? Mark.DONE : Mark.AHEAD;
    }

    private static Optional<Arrival> arrival(Incident incident, Instant now) {
        return incident.isOpen() && Tracking.of(incident).compareTo(Tracking.ON_SCENE) < 0
                ? incident.activeAssignments().stream()
                        .map(assignment -> ExpectedArrival.atScene(incident, assignment))
                        .flatMap(Optional::stream)
                        .min(Comparator.comparing(ExpectedArrival::p50))
                        .map(expected -> Arrival.of(expected, now))
                : Optional.empty();
    }

    private static @Nullable Instant reached(Incident incident, Tracking step) {
        return switch (step) {
            case RECEIVED -> incident.openedAt();
            case UNIT_ASSIGNED -> first(incident, AssignmentStatus.NOTIFIED);
            case EN_ROUTE -> first(incident, AssignmentStatus.EN_ROUTE);
            case ON_SCENE -> first(incident, AssignmentStatus.ON_SCENE);
            case TO_HOSPITAL -> first(incident, AssignmentStatus.LEFT_SCENE);
            case CLOSED -> closed(incident);
        };
    }

    /** By whichever unit was first; a unit that was called off does not count. */
    private static @Nullable Instant first(Incident incident, AssignmentStatus status) {
        return incident.assignments().stream()
                .filter(assignment -> assignment.status() != AssignmentStatus.CANCELLED)
                .map(assignment -> assignment.milestones().get(status))
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    private static @Nullable Instant closed(Incident incident) {
        return events(incident, IncidentEvent.IncidentClosed.class)
                .reduce((earlier, later) -> later)
                .orElse(null);
    }

    private static @Nullable Instant seen(Incident incident) {
        return events(incident, IncidentEvent.IncidentAcknowledged.class)
                .findFirst()
                .orElse(null);
    }

    private static Stream<Instant> events(Incident incident, Class<? extends IncidentEvent> type) {
        return incident.timeline().stream()
                .map(TimelineEntry::event)
                .filter(type::isInstance)
                .map(IncidentEvent::at);
    }
}
