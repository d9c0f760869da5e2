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
import rescue.dispatch.road.Route;
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

    /** From where the unit is now; the hospital leg starts at the scene until the unit has left it. */
    public Future<Outcome<Route>> route(UUID assignmentId, Leg leg) {
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
            return route(assignment, scene.at(), leg);
        });
    }

    private Future<Outcome<Route>> route(Assignment assignment, LatLon scene, Leg leg) {
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
                    boolean hasLeft = assignment.status().compareTo(AssignmentStatus.LEFT_SCENE) >= 0;
                    LatLon from = leg == Leg.SCENE || hasLeft ? unit.get().position() : scene;
                    LatLon to =
                            leg == Leg.SCENE ? scene : hospital.orElseThrow().at();
                    return roads.route(from, to, assignment.vehicle())
                            .map(route ->
                                    route.map(Outcome::done).orElseGet(() -> Outcome.refused(RefusalCode.NO_ROUTE)));
                });
    }
}
