package rescue.dispatch.flow;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import rescue.dispatch.alert.LocatedPlace;
import rescue.dispatch.assignment.Assignment;
import rescue.dispatch.assignment.AssignmentStatus;
import rescue.dispatch.assignment.Hold;
import rescue.dispatch.decision.HospitalCandidate;
import rescue.dispatch.decision.JointPolicy;
import rescue.dispatch.decision.Need;
import rescue.dispatch.decision.OnSceneTime;
import rescue.dispatch.decision.Recommendation;
import rescue.dispatch.decision.UnitCandidate;
import rescue.dispatch.geo.LatLon;
import rescue.dispatch.hospital.Hospital;
import rescue.dispatch.hospital.SoftHold;
import rescue.dispatch.incident.Incident;
import rescue.dispatch.plan.PatientNeed;
import rescue.dispatch.port.HospitalBoard;
import rescue.dispatch.port.RoadNetwork;
import rescue.dispatch.port.UnitBoard;
import rescue.dispatch.road.Travel;
import rescue.dispatch.unit.Unit;

/** Everything that one decision about an incident is made from: both boards, and all driving times of one moment. */
final class DecisionLook {

    private static final Travel THERE_ALREADY = new Travel(Duration.ZERO, 0, Travel.Basis.ROAD);

    /**
     * What was seen.
     *
     * @param need of whom the unit carries, when it is out already for some of many; else the incident's
     * @param onScene how long the unit is expected to stay at the scene
     */
    record Seen(Incident incident, Need need, LookAround.View view, Duration onScene, Instant at) {

        Recommendation recommend() {
            return JointPolicy.decide(need, view.units(), view.hospitals(), onScene, view.roadsVersion(), at);
        }

        Optional<UnitCandidate> findUnit(String id) {
            return view.units().stream()
                    .filter(each -> each.unit().id().equals(id))
                    .findFirst();
        }

        Optional<HospitalCandidate> findHospital(String id) {
            return view.hospitals().stream()
                    .filter(each -> each.hospital().id().equals(id))
                    .findFirst();
        }
    }

    private final UnitBoard units;
    private final HospitalBoard hospitals;
    private final LookAround lookAround;

    DecisionLook(UnitBoard units, HospitalBoard hospitals, RoadNetwork roads, InstantSource clock) {
        this.units = units;
        this.hospitals = hospitals;
        this.lookAround = new LookAround(roads, clock);
    }

    /**
     * Looks at an incident that is open and has a place.
     *
     * @param whereTo the assignment of this incident for which only the destination is asked; null when everything is
     */
    Future<Outcome<Seen>> at(Incident incident, @Nullable Assignment whereTo) {
        return at(incident, whereTo, Future.succeededFuture(List.of()));
    }

    /** As above, with the beds as taken that are being chosen for other incidents. */
    Future<Outcome<Seen>> at(Incident incident, @Nullable Assignment whereTo, Future<List<SoftHold>> choosing) {
        LocatedPlace located = incident.placement().located();
        if (!incident.isOpen()) {
            return Future.succeededFuture(Outcome.refused(RefusalCode.INCIDENT_NOT_OPEN, incident.status()));
        }
        if (located == null) {
            return Future.succeededFuture(Outcome.refused(RefusalCode.PLACE_MISSING));
        }
        return Future.all(units.list(), hospitals.list(), choosing)
                .compose(boards -> {
                    List<Hospital> houses = forThis(incident, boards.resultAt(1), boards.resultAt(2));
                    return whereTo == null
                            ? everyone(incident, located.at(), boards.resultAt(0), houses)
                            : oneOfOurs(incident, located.at(), whereTo, boards.resultAt(0), houses);
                })
                .map(Outcome::done);
    }

    private static List<Hospital> forThis(Incident incident, List<Hospital> houses, List<SoftHold> choosing) {
        List<SoftHold> others = choosing.stream()
                .filter(each -> !each.incidentId().equals(incident.id()))
                .toList();
        return others.isEmpty()
                ? houses
                : houses.stream().map(house -> less(house, others)).toList();
    }

    private static Hospital less(Hospital house, List<SoftHold> others) {
        Hospital left = house;
        for (SoftHold other : others) {
            left = other.hospitalId().equals(house.id()) ? left.withOneHeldMore(other.bed()) : left;
        }
        return left;
    }

    private Future<Seen> everyone(Incident incident, LatLon scene, List<Unit> fleet, List<Hospital> houses) {
        return lookAround
                .from(incident, scene, fleet, houses)
                .map(view -> seen(incident, incident.needs(), view, OnSceneTime.expected(incident.trapped())));
    }

    /** The one candidate is the unit that is out already, from where it is now; the bed that it holds is free for it. */
    private Future<Seen> oneOfOurs(
            Incident incident, LatLon scene, Assignment assignment, List<Unit> fleet, List<Hospital> houses) {
        List<Unit> ours = fleet.stream()
                .filter(unit -> unit.id().equals(assignment.unitId()))
                .toList();
        boolean hasLeft = assignment.status().compareTo(AssignmentStatus.LEFT_SCENE) >= 0;
        boolean isThere = assignment.status().compareTo(AssignmentStatus.ON_SCENE) >= 0;
        LatLon start = hasLeft && !ours.isEmpty() ? ours.get(0).position() : scene;
        Function<UnitCandidate, UnitCandidate> asOurs = unit -> isThere
                ? new UnitCandidate(unit.unit(), Optional.of(THERE_ALREADY), true, hasLeft ? null : unit.walk())
                : new UnitCandidate(unit.unit(), unit.toScene(), true, unit.walk());
        return lookAround
                .from(incident, start, ours, withItsBed(assignment, houses))
                .map(view -> new LookAround.View(
                        view.units().stream().map(asOurs).toList(), view.hospitals(), view.roadsVersion()))
                .map(view -> seen(
                        incident,
                        PatientNeed.of(incident, assignment.carries()),
                        view,
                        hasLeft ? Duration.ZERO : OnSceneTime.expected(incident.trapped())));
    }

    private static List<Hospital> withItsBed(Assignment assignment, List<Hospital> houses) {
        Hold hold = assignment.hold();
        if (hold == null || !hold.isActive()) {
            return houses;
        }
        return houses.stream()
                .map(house -> house.id().equals(assignment.hospitalId()) ? house.withHeldLess(hold.beds()) : house)
                .toList();
    }

    private Seen seen(Incident incident, Need need, LookAround.View view, Duration onScene) {
        return new Seen(incident, need, view, onScene, lookAround.clock().instant());
    }
}
