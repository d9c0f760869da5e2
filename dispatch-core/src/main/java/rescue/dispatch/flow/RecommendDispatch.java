package rescue.dispatch.flow;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import rescue.dispatch.alert.LocatedPlace;
import rescue.dispatch.assignment.Assignment;
import rescue.dispatch.assignment.AssignmentStatus;
import rescue.dispatch.decision.JointPolicy;
import rescue.dispatch.decision.OnSceneTime;
import rescue.dispatch.decision.Recommendation;
import rescue.dispatch.decision.UnitCandidate;
import rescue.dispatch.geo.LatLon;
import rescue.dispatch.hospital.Hospital;
import rescue.dispatch.incident.Incident;
import rescue.dispatch.port.HospitalBoard;
import rescue.dispatch.port.IncidentLog;
import rescue.dispatch.port.RoadNetwork;
import rescue.dispatch.port.UnitBoard;
import rescue.dispatch.road.Travel;
import rescue.dispatch.unit.Unit;

/**
 * Who should go, and where to. Looks, decides, writes nothing.
 *
 * <p>When a unit of this incident has lost its destination (the hospital declined), the question is only where that
 * unit goes: it is the one candidate, from where it is now.
 */
public final class RecommendDispatch {

    private static final Travel THERE_ALREADY = new Travel(Duration.ZERO, 0, Travel.Basis.ROAD);

    private final IncidentLog log;
    private final UnitBoard units;
    private final HospitalBoard hospitals;
    private final LookAround lookAround;

    public RecommendDispatch(
            IncidentLog log, UnitBoard units, HospitalBoard hospitals, RoadNetwork roads, InstantSource clock) {
        this.log = log;
        this.units = units;
        this.hospitals = hospitals;
        this.lookAround = new LookAround(roads, clock);
    }

    public Future<Outcome<Recommendation>> recommend(UUID incidentId) {
        return log.find(incidentId)
                .compose(found -> found.map(this::recommendFor)
                        .orElseGet(() ->
                                Future.succeededFuture(Outcome.refused(RefusalCode.INCIDENT_UNKNOWN, incidentId))));
    }

    Future<Outcome<Recommendation>> recommendFor(Incident incident) {
        LocatedPlace located = incident.placement().located();
        if (!incident.isOpen()) {
            return Future.succeededFuture(Outcome.refused(RefusalCode.INCIDENT_NOT_OPEN, incident.status()));
        }
        if (located == null) {
            return Future.succeededFuture(Outcome.refused(RefusalCode.PLACE_MISSING));
        }
        return Future.all(units.list(), hospitals.list())
                .compose(boards -> decide(incident, located.at(), boards.resultAt(0), boards.resultAt(1)))
                .map(Outcome::done);
    }

    private Future<Recommendation> decide(
            Incident incident, LatLon scene, List<Unit> allUnits, List<Hospital> allHospitals) {
        Optional<Assignment> waiting = incident.assignments().stream()
                .filter(assignment ->
                        assignment.needsDestination() && incident.needs().bed() != null)
                .findFirst();
        return waiting.isPresent()
                ? whereTo(incident, scene, waiting.get(), allUnits, allHospitals)
                : lookAround
                        .from(incident, scene, allUnits, allHospitals)
                        .map(view -> decide(incident, view, OnSceneTime.expected(incident.trapped())));
    }

    private Future<Recommendation> whereTo(
            Incident incident, LatLon scene, Assignment waiting, List<Unit> allUnits, List<Hospital> allHospitals) {
        List<Unit> ours = allUnits.stream()
                .filter(unit -> unit.id().equals(waiting.unitId()))
                .toList();
        boolean hasLeft = waiting.status().compareTo(AssignmentStatus.LEFT_SCENE) >= 0;
        boolean isThere = waiting.status().compareTo(AssignmentStatus.ON_SCENE) >= 0;
        LatLon start = hasLeft && !ours.isEmpty() ? ours.get(0).position() : scene;
        return lookAround.from(incident, start, ours, allHospitals).map(view -> {
            List<UnitCandidate> candidates = view.units().stream()
                    .map(unit -> isThere
                            ? new UnitCandidate(
                                    unit.unit(), Optional.of(THERE_ALREADY), true, hasLeft ? null : unit.walk())
                            : unit)
                    .toList();
            return decide(
                    incident,
                    new LookAround.View(candidates, view.hospitals(), view.roadsVersion()),
                    hasLeft ? Duration.ZERO : OnSceneTime.expected(incident.trapped()));
        });
    }

    private Recommendation decide(Incident incident, LookAround.View view, Duration onScene) {
        return JointPolicy.decide(
                incident.needs(),
                view.units(),
                view.hospitals(),
                onScene,
                view.roadsVersion(),
                lookAround.clock().instant());
    }
}
