package rescue.dispatch.assignment;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
        Plan plan) {

    public Assignment {
        milestones = Map.copyOf(milestones);
        declinedBy = Set.copyOf(declinedBy);
    }

    public boolean isActive() {
        return !status.isOver();
    }

    /** Whether someone must choose where this unit goes: it has no destination and has not arrived anywhere. */
    public boolean needsDestination() {
        return isActive() && hospitalId == null && status.compareTo(AssignmentStatus.AT_DESTINATION) < 0;
    }

    /** The milestones with one more; a milestone once reached keeps its first time. */
    public Map<AssignmentStatus, Instant> milestonesWith(AssignmentStatus reached, Instant at) {
        Map<AssignmentStatus, Instant> more = new EnumMap<>(AssignmentStatus.class);
        more.putAll(milestones);
        more.putIfAbsent(reached, at);
        return more;
    }
}
