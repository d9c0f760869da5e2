package rescue.dispatch.assignment;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import rescue.dispatch.alert.TriageCategory;
import rescue.dispatch.hospital.PreArrivalAnswer;
import rescue.dispatch.road.VehicleClass;

/**
 * One unit on one incident.
 *
 * @param milestones when each status was reached, by the clock of whoever pressed
 * @param hospitalId the destination; null when none is chosen, or the chosen one declined
 * @param hold the bed kept there, if one could be
 * @param answer what the destination said to the notice; null while it has not answered
 * @param answerReason why, or on what condition
 * @param declinedBy hospitals that have declined this unit; they are not asked again
 * @param destinationAsked the crew's question for another hospital; null when it has none open
 * @param carries the patients it was sent for, of a plan for many; empty when nobody said, and then it is one
 * @param routes what was told of the legs that are still to be driven, after the roads had changed under the plan
 */
public record Assignment(
        UUID id,
        String unitId,
        String callSign,
        VehicleClass vehicle,
        AssignmentStatus status,
        Map<AssignmentStatus, Instant> milestones,
        @Nullable String hospitalId,
        @Nullable String hospitalName,
        @Nullable Hold hold,
        @Nullable PreArrivalAnswer answer,
        @Nullable String answerReason,
        @Nullable Instant answeredAt,
        Set<String> declinedBy,
        @Nullable DestinationAsk destinationAsked,
        Plan plan,
        List<TriageCategory> carries,
        Map<Leg, RouteNotice> routes) {

    /** A tablet that spent the night in a valley without network sends in the morning what its crew saw. */
    private static final Duration SENT_LATE_AT_MOST = Duration.ofDays(1);

    public Assignment {
        milestones = Map.copyOf(milestones);
        declinedBy = Set.copyOf(declinedBy);
        carries = List.copyOf(carries);
        routes = Map.copyOf(routes);
    }

    public boolean isActive() {
        return !status.isOver();
    }

    /**
     * Whether a crew may still add what it saw: while it is out, and for a day after. What comes later than that is no
     * late outbox but a change of the record, and that is the desk's word.
     */
    public boolean takesRecords(Instant now) {
        return isActive()
                || milestones.values().stream()
                        .max(Instant::compareTo)
                        .filter(last -> now.isBefore(last.plus(SENT_LATE_AT_MOST)))
                        .isPresent();
    }

    /** Whether someone must choose where this unit goes: it has no destination and has not arrived anywhere. */
    public boolean needsDestination() {
        return isActive() && hospitalId == null && status.compareTo(AssignmentStatus.AT_DESTINATION) < 0;
    }

    /** How many it brings, as an order of a plan says; empty when nobody said. */
    public Optional<Integer> countComing() {
        return carries.isEmpty() ? Optional.empty() : Optional.of(carries.size());
    }

    /** The leg that it drives, or will drive next; empty when it goes nowhere, or has arrived. */
    public Optional<Leg> nextLeg() {
        if (!isActive() || status.compareTo(AssignmentStatus.AT_DESTINATION) >= 0) {
            return Optional.empty();
        }
        if (status.compareTo(AssignmentStatus.ON_SCENE) < 0) {
            return Optional.of(Leg.SCENE);
        }
        return hospitalId == null ? Optional.empty() : Optional.of(Leg.HOSPITAL);
    }

    /** What was last told of that leg; empty while the plan stands. */
    public Optional<RouteNotice> findRoute(Leg leg) {
        return Optional.ofNullable(routes.get(leg));
    }

    /** Whether the last that was told of that leg is that no road leads there. */
    public boolean isCutOff(Leg leg) {
        return findRoute(leg).map(RouteNotice::isCutOff).orElse(false);
    }

    /** The milestones with one more; a milestone once reached keeps its first time. */
    public Map<AssignmentStatus, Instant> milestonesWith(AssignmentStatus reached, Instant at) {
        Map<AssignmentStatus, Instant> more = new EnumMap<>(AssignmentStatus.class);
        more.putAll(milestones);
        more.putIfAbsent(reached, at);
        return more;
    }
}
