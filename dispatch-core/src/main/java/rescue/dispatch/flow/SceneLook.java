package rescue.dispatch.flow;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import rescue.dispatch.alert.TriageCategory;
import rescue.dispatch.assignment.Assignment;
import rescue.dispatch.assignment.Hold;
import rescue.dispatch.decision.EligibilityRule;
import rescue.dispatch.decision.HospitalCandidate;
import rescue.dispatch.decision.Need;
import rescue.dispatch.decision.OnSceneTime;
import rescue.dispatch.decision.Refusal;
import rescue.dispatch.decision.UnitCandidate;
import rescue.dispatch.hospital.BedKind;
import rescue.dispatch.hospital.Hospital;
import rescue.dispatch.incident.ExpectedArrival;
import rescue.dispatch.incident.Incident;
import rescue.dispatch.plan.Casualties;
import rescue.dispatch.plan.PatientNeed;
import rescue.dispatch.plan.RescueHospital;
import rescue.dispatch.plan.RescueScene;
import rescue.dispatch.plan.RescueUnit;
import rescue.dispatch.road.SceneTimes;
import rescue.dispatch.road.Travel;
import rescue.dispatch.road.VehicleClass;
import rescue.dispatch.unit.Capability;
import rescue.dispatch.unit.Unit;

/** What both boards and one state of the roads say about a scene with many patients. */
record SceneLook(
        Incident incident,
        List<Unit> fleet,
        List<Hospital> houses,
        List<VehicleClass> classes,
        SceneTimes times,
        Instant now) {

    /** Any staffed ambulance: what a patient needs beyond that is weighed, not required. */
    private static final Need ANYBODY = new Need(Set.of(Capability.BLS), Set.of(), null);

    RescueScene scene() {
        LookAround.View view = LookAround.view(incident, fleet, houses, times);
        List<RescueUnit> units = new ArrayList<>();
        List<Refusal> leftOut = new ArrayList<>();
        for (UnitCandidate candidate : view.units()) {
            Optional<RescueUnit> returning = returning(candidate);
            Optional<Refusal> refusal = EligibilityRule.firstRefusal(candidate, ANYBODY);
            if (returning.isPresent()) {
                units.add(returning.get());
            } else if (refusal.isPresent()) {
                leftOut.add(refusal.get());
            } else if (candidate.unit().activeAssignment() == null) {
                units.add(RescueUnit.free(candidate, now));
            }
        }
        List<RescueHospital> hospitals =
                view.hospitals().stream().map(this::hospital).toList();
        return new RescueScene(
                Casualties.of(incident),
                needs(),
                units,
                leftOut,
                hospitals,
                OnSceneTime.expected(incident.trapped()),
                times.roadsVersion(),
                now);
    }

    private Map<TriageCategory, Need> needs() {
        Map<TriageCategory, Need> needs = new EnumMap<>(TriageCategory.class);
        for (TriageCategory colour : TriageCategory.values()) {
            if (colour != TriageCategory.BLACK) {
                needs.put(colour, PatientNeed.of(incident, colour));
            }
        }
        return needs;
    }

    /** A unit of ours that will come back once its patients are handed over, if a road leads back. */
    private Optional<RescueUnit> returning(UnitCandidate candidate) {
        Assignment assignment = incident.activeAssignments().stream()
                .filter(each -> each.unitId().equals(candidate.unit().id()))
                .findFirst()
                .orElse(null);
        if (assignment == null) {
            return Optional.empty();
        }
        return houses.stream()
                .filter(house -> house.id().equals(assignment.hospitalId()))
                .findFirst()
                .flatMap(house -> back(house, candidate.unit().vehicle())
                        .map(back -> new RescueUnit(
                                candidate,
                                untilThere(assignment).plus(RescueUnit.HANDOVER).plus(back),
                                house)));
    }

    private Duration untilThere(Assignment assignment) {
        return ExpectedArrival.of(incident, assignment)
                .map(expected -> Duration.ofSeconds(expected.p50In(now)))
                .orElse(Duration.ZERO);
    }

    private RescueHospital hospital(HospitalCandidate candidate) {
        Map<VehicleClass, Optional<Duration>> toScene = new EnumMap<>(VehicleClass.class);
        classes.forEach(vehicle -> toScene.put(vehicle, back(candidate.hospital(), vehicle)));
        return new RescueHospital(
                candidate, toScene, coming(candidate.hospital().id()));
    }

    private Optional<Duration> back(Hospital house, VehicleClass vehicle) {
        int origin = fleet.size() + classes.indexOf(vehicle) * houses.size() + houses.indexOf(house);
        return times.toScene().get(origin).map(Travel::time);
    }

    /** Whoever is on the way there from here without a bed that is held for him: none may have been free, or it has run out. */
    private Map<BedKind, Integer> coming(String hospitalId) {
        Map<BedKind, Integer> coming = new EnumMap<>(BedKind.class);
        for (Assignment assignment : incident.activeAssignments()) {
            if (hospitalId.equals(assignment.hospitalId())) {
                assignment
                        .carries()
                        .forEach(colour ->
                                count(coming, PatientNeed.of(incident, colour).bed(), 1));
                Hold hold = assignment.hold();
                if (!assignment.carries().isEmpty() && hold != null && hold.isActive()) {
                    hold.beds().forEach((kind, beds) -> count(coming, kind, -beds));
                }
            }
        }
        coming.values().removeIf(each -> each <= 0);
        return coming;
    }

    private static void count(Map<BedKind, Integer> coming, @Nullable BedKind kind, int more) {
        if (kind != null) {
            coming.merge(kind, more, Integer::sum);
        }
    }
}
