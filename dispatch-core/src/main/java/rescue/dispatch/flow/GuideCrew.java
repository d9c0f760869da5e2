package rescue.dispatch.flow;

import io.vertx.core.Future;
import java.util.Optional;
import java.util.UUID;
import rescue.dispatch.alert.LocatedPlace;
import rescue.dispatch.assignment.Assignment;
import rescue.dispatch.assignment.AssignmentStatus;
import rescue.dispatch.assignment.Leg;
import rescue.dispatch.geo.LatLon;
import rescue.dispatch.hospital.Hospital;
import rescue.dispatch.port.HospitalBoard;
import rescue.dispatch.port.IncidentLog;
import rescue.dispatch.port.RoadNetwork;
import rescue.dispatch.port.UnitBoard;
import rescue.dispatch.road.Journey;
import rescue.dispatch.road.WayThere;
import rescue.dispatch.unit.Unit;

/** The way to the scene, and from there to the hospital. */
public final class GuideCrew {

    private final IncidentLog log;
    private final UnitBoard units;
    private final HospitalBoard hospitals;
    private final RoadNetwork roads;

    public GuideCrew(IncidentLog log, UnitBoard units, HospitalBoard hospitals, RoadNetwork roads) {
        this.log = log;
        this.units = units;
        this.hospitals = hospitals;
        this.roads = roads;
    }

    /**
     * From where the unit is now; the hospital leg starts at the scene until the unit has left it. Cut off is an answer
     * too: how far the unit gets.
     *
     * @param alternatives how many other routes are wanted, at most {@link Journey#MOST_ALTERNATIVES}
     */
    public Future<Outcome<WayThere>> route(UUID assignmentId, Leg leg, int alternatives) {
        return log.findByAssignment(assignmentId).compose(found -> {
            if (found.isEmpty()) {
                return Future.succeededFuture(Outcome.refused(RefusalCode.ASSIGNMENT_UNKNOWN, assignmentId));
            }
            Assignment assignment = found.get().findAssignment(assignmentId).orElseThrow();
            LocatedPlace scene = found.get().placement().located();
            if (scene == null) {
                return Future.succeededFuture(Outcome.refused(RefusalCode.PLACE_MISSING));
            }
            if (leg == Leg.HOSPITAL && assignment.hospitalId() == null) {
                return Future.succeededFuture(Outcome.refused(RefusalCode.NO_DESTINATION));
            }
            return route(assignment, scene.at(), leg, alternatives);
        });
    }

    private Future<Outcome<WayThere>> route(Assignment assignment, LatLon scene, Leg leg, int alternatives) {
        String hospitalId = assignment.hospitalId() == null ? "" : assignment.hospitalId();
        return Future.all(units.find(assignment.unitId()), hospitals.find(hospitalId))
                .compose(both -> {
                    Optional<Unit> unit = both.resultAt(0);
                    Optional<Hospital> hospital = both.resultAt(1);
                    if (unit.isEmpty()) {
                        return Future.succeededFuture(Outcome.refused(RefusalCode.UNIT_UNKNOWN, assignment.unitId()));
                    }
                    if (leg == Leg.HOSPITAL && hospital.isEmpty()) {
                        return Future.succeededFuture(Outcome.refused(RefusalCode.HOSPITAL_UNKNOWN, hospitalId));
                    }
                    Journey journey = leg == Leg.SCENE
                            ? Journey.toPatient(unit.get().position(), scene, assignment.vehicle())
                            : onward(
                                    assignment,
                                    unit.get(),
                                    scene,
                                    hospital.orElseThrow().at());
                    return roads.route(journey.with(alternatives)).map(Outcome::done);
                });
    }

    private static Journey onward(Assignment assignment, Unit unit, LatLon scene, LatLon hospital) {
        boolean hasLeft = assignment.status().compareTo(AssignmentStatus.LEFT_SCENE) >= 0;
        return hasLeft
                ? Journey.between(unit.position(), hospital, assignment.vehicle())
                : Journey.fromPatient(scene, hospital, assignment.vehicle());
    }
}
