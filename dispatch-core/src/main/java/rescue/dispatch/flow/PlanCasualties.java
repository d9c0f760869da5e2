package rescue.dispatch.flow;

import io.vertx.core.Future;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import rescue.dispatch.alert.LocatedPlace;
import rescue.dispatch.hospital.Hospital;
import rescue.dispatch.incident.Incident;
import rescue.dispatch.plan.CasualtyPlan;
import rescue.dispatch.plan.RescueScene;
import rescue.dispatch.port.CasualtyPlanner;
import rescue.dispatch.port.HospitalBoard;
import rescue.dispatch.port.IncidentLog;
import rescue.dispatch.port.RoadNetwork;
import rescue.dispatch.port.RoadNetwork.Origin;
import rescue.dispatch.port.UnitBoard;
import rescue.dispatch.road.VehicleClass;
import rescue.dispatch.unit.Unit;

/**
 * Everybody who is still at the scene, over all units and hospitals at once. Looks, decides, writes nothing: what is to be
 * sent of it, an operator sends, ride by ride ({@link AssignUnit}). Asked again after any change it starts from what is.
 */
public final class PlanCasualties {

    private final IncidentLog log;
    private final UnitBoard units;
    private final HospitalBoard hospitals;
    private final RoadNetwork roads;
    private final CasualtyPlanner planner;
    private final InstantSource clock;

    public PlanCasualties(
            IncidentLog log,
            UnitBoard units,
            HospitalBoard hospitals,
            RoadNetwork roads,
            CasualtyPlanner planner,
            InstantSource clock) {
        this.log = log;
        this.units = units;
        this.hospitals = hospitals;
        this.roads = roads;
        this.planner = planner;
        this.clock = clock;
    }

    public Future<Outcome<CasualtyPlan>> plan(UUID incidentId) {
        return log.find(incidentId).compose(found -> {
            if (found.isEmpty()) {
                return Future.succeededFuture(Outcome.refused(RefusalCode.INCIDENT_UNKNOWN, incidentId));
            }
            Incident incident = found.get();
            LocatedPlace scene = incident.placement().located();
            if (!incident.isOpen()) {
                return Future.succeededFuture(Outcome.refused(RefusalCode.INCIDENT_NOT_OPEN, incident.status()));
            }
            if (scene == null) {
                return Future.succeededFuture(Outcome.refused(RefusalCode.PLACE_MISSING));
            }
            return lookAround(incident, scene).compose(planner::plan).map(Outcome::done);
        });
    }

    private Future<RescueScene> lookAround(Incident incident, LocatedPlace scene) {
        return Future.all(units.list(), hospitals.list()).compose(boards -> {
            List<Unit> fleet = boards.resultAt(0);
            List<Hospital> houses = boards.resultAt(1);
            List<VehicleClass> classes =
                    fleet.stream().map(Unit::vehicle).distinct().sorted().toList();
            return roads.timesAround(
                            scene.at(),
                            origins(fleet, houses, classes),
                            houses.stream().map(Hospital::at).toList())
                    .map(times -> new SceneLook(incident, fleet, houses, classes, times, clock.instant()).scene());
        });
    }

    /** Every unit, and then for each class of vehicle every hospital: whoever has brought somebody there drives back. */
    private static List<Origin> origins(List<Unit> fleet, List<Hospital> houses, List<VehicleClass> classes) {
        List<Origin> origins = new ArrayList<>();
        fleet.forEach(unit -> origins.add(new Origin(unit.position(), unit.vehicle())));
        classes.forEach(vehicle -> houses.forEach(house -> origins.add(new Origin(house.at(), vehicle))));
        return origins;
    }
}
