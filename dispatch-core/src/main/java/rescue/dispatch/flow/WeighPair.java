package rescue.dispatch.flow;

import io.vertx.core.Future;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import rescue.dispatch.assignment.Assignment;
import rescue.dispatch.assignment.AssignmentStatus;
import rescue.dispatch.decision.DestinationRule;
import rescue.dispatch.decision.HospitalCandidate;
import rescue.dispatch.decision.JointPolicy;
import rescue.dispatch.decision.Need;
import rescue.dispatch.decision.UnitCandidate;
import rescue.dispatch.decision.WeighedPair;
import rescue.dispatch.flow.DecisionLook.Seen;
import rescue.dispatch.incident.Incident;
import rescue.dispatch.port.HospitalBoard;
import rescue.dispatch.port.IncidentLog;
import rescue.dispatch.port.RoadNetwork;
import rescue.dispatch.port.UnitBoard;

/**
 * What if this unit went, and there? Weighed on the same look, and by the same policy, as the recommendation that it is
 * compared with. For a unit that is out for this incident already it asks: what if it went there instead?
 */
public final class WeighPair {

    private final IncidentLog log;
    private final DecisionLook look;

    public WeighPair(
            IncidentLog log, UnitBoard units, HospitalBoard hospitals, RoadNetwork roads, InstantSource clock) {
        this.log = log;
        this.look = new DecisionLook(units, hospitals, roads, clock);
    }

    /**
     * That pair beside the best.
     *
     * @param hospitalId null for the one that is best for this unit, where somebody is to be transported
     */
    public Future<Outcome<WeighedPair>> weigh(UUID incidentId, String unitId, @Nullable String hospitalId) {
        return log.find(incidentId).compose(found -> {
            if (found.isEmpty()) {
                return Future.succeededFuture(Outcome.refused(RefusalCode.INCIDENT_UNKNOWN, incidentId));
            }
            return look.at(found.get(), underWay(found.get(), unitId))
                    .map(seen -> seen.fold(done -> weigh(done, unitId, hospitalId), refused -> refused.as()));
        });
    }

    /** Its assignment to this incident, while the patient is not at any hospital; null when it has none. */
    private static @Nullable Assignment underWay(Incident incident, String unitId) {
        return incident.activeAssignments().stream()
                .filter(assignment -> assignment.unitId().equals(unitId)
                        && assignment.status().compareTo(AssignmentStatus.AT_DESTINATION) < 0)
                .findFirst()
                .orElse(null);
    }

    private static Outcome<WeighedPair> weigh(Seen seen, String unitId, @Nullable String hospitalId) {
        Optional<UnitCandidate> unit = seen.findUnit(unitId);
        Optional<HospitalCandidate> hospital = Optional.ofNullable(hospitalId).flatMap(seen::findHospital);
        if (unit.isEmpty()) {
            return Outcome.refused(RefusalCode.UNIT_UNKNOWN, unitId);
        }
        if (hospitalId != null && hospital.isEmpty()) {
            return Outcome.refused(RefusalCode.HOSPITAL_UNKNOWN, hospitalId);
        }
        Need need = seen.need();
        return Outcome.done(WeighedPair.of(
                need,
                unit.get(),
                hospital.orElse(null),
                JointPolicy.weigh(
                        need,
                        unit.get(),
                        hospital.map(List::of).orElseGet(() -> canReceive(need, seen)),
                        seen.onScene(),
                        seen.view().roadsVersion(),
                        seen.at()),
                seen.recommend().findBest()));
    }

    private static List<HospitalCandidate> canReceive(Need need, Seen seen) {
        return need.bed() == null
                ? List.of()
                : seen.view().hospitals().stream()
                        .filter(hospital ->
                                DestinationRule.firstRefusal(hospital, need).isEmpty())
                        .toList();
    }
}
