package rescue.dispatch.flow;

import io.vertx.core.Future;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import rescue.dispatch.assignment.Assignment;
import rescue.dispatch.decision.HospitalCandidate;
import rescue.dispatch.decision.UnitCandidate;
import rescue.dispatch.geo.LatLon;
import rescue.dispatch.hospital.Hospital;
import rescue.dispatch.incident.Incident;
import rescue.dispatch.port.RoadNetwork;
import rescue.dispatch.port.RoadNetwork.Origin;
import rescue.dispatch.road.SceneTimes;
import rescue.dispatch.road.Travel;
import rescue.dispatch.road.VehicleClass;
import rescue.dispatch.transfer.Transfer;
import rescue.dispatch.unit.Unit;

/** Turns units and hospitals into candidates: with the driving times of this incident, all from one state of the roads. */
final class LookAround {

    /** What one decision looks at. */
    record View(List<UnitCandidate> units, List<HospitalCandidate> hospitals, long roadsVersion) {}

    private final RoadNetwork roads;
    private final InstantSource clock;

    LookAround(RoadNetwork roads, InstantSource clock) {
        this.roads = roads;
        this.clock = clock;
    }

    InstantSource clock() {
        return clock;
    }

    Future<View> from(Incident incident, LatLon scene, List<Unit> units, List<Hospital> hospitals) {
        List<Origin> origins = units.stream()
                .map(unit -> new Origin(unit.position(), unit.vehicle()))
                .toList();
        List<LatLon> destinations = hospitals.stream().map(Hospital::at).toList();
        return roads.timesAround(scene, origins, destinations).map(times -> view(incident, units, hospitals, times));
    }

    static View view(Incident incident, List<Unit> units, List<Hospital> hospitals, SceneTimes times) {
        Set<UUID> ours = new HashSet<>();
        Set<String> declined = new HashSet<>();
        Transfer transfer = incident.transfer();
        for (Assignment assignment : incident.assignments()) {
            declined.addAll(assignment.declinedBy());
            if (assignment.needsDestination()) {
                ours.add(assignment.id());
            }
        }
        List<UnitCandidate> unitCandidates = new ArrayList<>();
        for (int i = 0; i < units.size(); i++) {
            Unit unit = units.get(i);
            boolean alreadyOurs = unit.activeAssignment() != null && ours.contains(unit.activeAssignment());
            unitCandidates.add(new UnitCandidate(
                    unit, times.toScene().get(i), alreadyOurs, times.walks().get(unit.vehicle())));
        }
        List<HospitalCandidate> hospitalCandidates = new ArrayList<>();
        for (int i = 0; i < hospitals.size(); i++) {
            Map<VehicleClass, Optional<Travel>> fromScene = new EnumMap<>(VehicleClass.class);
            int hospital = i;
            times.fromScene().forEach((vehicle, travels) -> fromScene.put(vehicle, travels.get(hospital)));
            hospitalCandidates.add(new HospitalCandidate(
                    withBedKept(transfer, hospitals.get(i)),
                    fromScene,
                    declined.contains(hospitals.get(i).id()),
                    transfer != null && !transfer.isAcceptedBy(hospitals.get(i).id())));
        }
        return new View(unitCandidates, hospitalCandidates, times.roadsVersion());
    }

    /** The bed that the house keeps for this very patient is free for him. */
    static Hospital withBedKept(@Nullable Transfer transfer, Hospital house) {
        return transfer != null && transfer.kept() != null && transfer.isAcceptedBy(house.id())
                ? house.withOneHeldLess(transfer.kept())
                : house;
    }
}
