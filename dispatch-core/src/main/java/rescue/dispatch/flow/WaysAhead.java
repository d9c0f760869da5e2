package rescue.dispatch.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import rescue.dispatch.alert.LocatedPlace;
import rescue.dispatch.assignment.Assignment;
import rescue.dispatch.assignment.AssignmentStatus;
import rescue.dispatch.assignment.Leg;
import rescue.dispatch.geo.LatLon;
import rescue.dispatch.hospital.Hospital;
import rescue.dispatch.incident.Incident;
import rescue.dispatch.road.Journey;
import rescue.dispatch.unit.Unit;

/** What the units of an incident still have to drive: the leg that they are on, and the one after it. */
final class WaysAhead {

    /** One leg of one unit, from where it begins now. */
    record Way(Incident incident, Assignment assignment, Leg leg, Journey journey) {}

    private final Map<String, Unit> units;
    private final Map<String, Hospital> hospitals;

    WaysAhead(List<Unit> units, List<Hospital> hospitals) {
        this.units = units.stream().collect(Collectors.toMap(Unit::id, Function.identity()));
        this.hospitals = hospitals.stream().collect(Collectors.toMap(Hospital::id, Function.identity()));
    }

    /** In the order of the assignments, each one's next leg first; none while nobody knows where the scene is. */
    List<Way> of(Incident incident) {
        List<Way> ways = new ArrayList<>();
        LocatedPlace scene = incident.placement().located();
        if (scene != null) {
            for (Assignment assignment : incident.activeAssignments()) {
                Unit unit = units.get(assignment.unitId());
                if (unit != null) {
                    add(ways, incident, assignment, scene.at(), unit.position());
                }
            }
        }
        return ways;
    }

    /** Whether the unit still has that leg before it, and to the same end. */
    static boolean isAhead(Assignment assignment, Way way) {
        Optional<Leg> next = assignment.nextLeg();
        if (next.isEmpty() || (way.leg() == Leg.SCENE && next.get() != Leg.SCENE)) {
            return false;
        }
        return way.leg() == Leg.SCENE || Objects.equals(way.assignment().hospitalId(), assignment.hospitalId());
    }

    private void add(List<Way> ways, Incident incident, Assignment assignment, LatLon scene, LatLon unit) {
        Optional<Leg> next = assignment.nextLeg();
        if (next.isEmpty()) {
            return;
        }
        if (next.get() == Leg.SCENE) {
            ways.add(new Way(incident, assignment, Leg.SCENE, Journey.toPatient(unit, scene, assignment.vehicle())));
        }
        Hospital hospital = assignment.hospitalId() == null ? null : hospitals.get(assignment.hospitalId());
        if (hospital != null) {
            boolean hasLeft = assignment.status().compareTo(AssignmentStatus.LEFT_SCENE) >= 0;
            Journey onward = hasLeft
                    ? Journey.between(unit, hospital.at(), assignment.vehicle())
                    : Journey.fromPatient(scene, hospital.at(), assignment.vehicle());
            ways.add(new Way(incident, assignment, Leg.HOSPITAL, onward));
        }
    }
}
