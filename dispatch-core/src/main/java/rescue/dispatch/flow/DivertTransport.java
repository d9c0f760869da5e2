package rescue.dispatch.flow;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import rescue.dispatch.alert.LocatedPlace;
import rescue.dispatch.assignment.Assignment;
import rescue.dispatch.assignment.AssignmentStatus;
import rescue.dispatch.assignment.Hold;
import rescue.dispatch.assignment.Plan;
import rescue.dispatch.decision.DestinationRule;
import rescue.dispatch.decision.HospitalCandidate;
import rescue.dispatch.decision.Need;
import rescue.dispatch.decision.Refusal;
import rescue.dispatch.geo.LatLon;
import rescue.dispatch.hospital.Hospital;
import rescue.dispatch.incident.Incident;
import rescue.dispatch.incident.IncidentEvent;
import rescue.dispatch.incident.IncidentEvent.DestinationChanged;
import rescue.dispatch.incident.IncidentEvent.DestinationKept;
import rescue.dispatch.plan.PatientNeed;
import rescue.dispatch.port.ChangeBell;
import rescue.dispatch.port.HospitalBoard;
import rescue.dispatch.port.IncidentLog;
import rescue.dispatch.port.RoadNetwork;
import rescue.dispatch.port.UnitBoard;
import rescue.dispatch.road.MountainEstimate;
import rescue.dispatch.road.Travel;
import rescue.dispatch.unit.Unit;

/** Another destination for a unit that is on its way, or has none. The old bed is given back, a new one held. */
public final class DivertTransport {

    /**
     * What the operator asks for.
     *
     * @param overrideReason why a rule is set aside; null to obey the rules
     * @param agreedBy who else agrees when the house has no free bed, name and post
     */
    public record Diversion(
            UUID assignmentId,
            String hospitalId,
            @Nullable String reason,
            @Nullable String overrideReason,
            @Nullable String agreedBy,
            String by) {}

    private final IncidentLog log;
    private final UnitBoard units;
    private final HospitalBoard hospitals;
    private final LookAround lookAround;
    private final IncidentChange change;

    public DivertTransport(
            IncidentLog log,
            UnitBoard units,
            HospitalBoard hospitals,
            RoadNetwork roads,
            InstantSource clock,
            ChangeBell bell) {
        this.log = log;
        this.units = units;
        this.hospitals = hospitals;
        this.lookAround = new LookAround(roads, clock);
        this.change = new IncidentChange(log, bell);
    }

    public Future<Outcome<Incident>> divert(Diversion diversion) {
        return log.findByAssignment(diversion.assignmentId()).compose(found -> {
            if (found.isEmpty()) {
                return Future.succeededFuture(
                        Outcome.refused(RefusalCode.ASSIGNMENT_UNKNOWN, diversion.assignmentId()));
            }
            Incident incident = found.get();
            Assignment assignment =
                    incident.findAssignment(diversion.assignmentId()).orElseThrow();
            LocatedPlace scene = incident.placement().located();
            if (scene == null) {
                return Future.succeededFuture(Outcome.refused(RefusalCode.PLACE_MISSING));
            }
            return Future.all(units.find(assignment.unitId()), hospitals.find(diversion.hospitalId()))
                    .compose(both ->
                            divert(diversion, incident, assignment, scene.at(), both.resultAt(0), both.resultAt(1)));
        });
    }

    private Future<Outcome<Incident>> divert(
            Diversion diversion,
            Incident incident,
            Assignment assignment,
            LatLon scene,
            Optional<Unit> unit,
            Optional<Hospital> hospital) {
        if (unit.isEmpty()) {
            return Future.succeededFuture(Outcome.refused(RefusalCode.UNIT_UNKNOWN, assignment.unitId()));
        }
        if (hospital.isEmpty()) {
            return Future.succeededFuture(Outcome.refused(RefusalCode.HOSPITAL_UNKNOWN, diversion.hospitalId()));
        }
        boolean hasLeft = assignment.status().compareTo(AssignmentStatus.LEFT_SCENE) >= 0;
        LatLon start = hasLeft ? unit.get().position() : scene;
        return lookAround
                .from(incident, start, List.of(unit.get()), List.of(hospital.get()))
                .compose(view -> change.byAssignment(
                        assignment.id(),
                        fresh -> decide(diversion, fresh, view.hospitals().get(0), start, view.roadsVersion())));
    }

    private Outcome<Optional<IncidentEvent>> decide(
            Diversion diversion, Incident incident, HospitalCandidate to, LatLon start, long roadsVersion) {
        Assignment assignment =
                incident.findAssignment(diversion.assignmentId()).orElseThrow();
        if (!assignment.isActive() || assignment.status().compareTo(AssignmentStatus.AT_DESTINATION) >= 0) {
            return Outcome.refused(RefusalCode.NOT_NOW, assignment.status(), "", "");
        }
        if (diversion.hospitalId().equals(assignment.hospitalId()) && keepsItsBed(assignment)) {
            return Outcome.done(kept(diversion, assignment));
        }
        Need need = PatientNeed.of(incident, assignment.carries());
        Optional<Refusal> no =
                diversion.overrideReason() == null ? DestinationRule.firstRefusal(to, need) : Optional.empty();
        if (no.isPresent()) {
            return Destinations.refused(no.get());
        }
        Optional<String> alone = diversion.overrideReason() == null
                ? Optional.empty()
                : Destinations.alone(to, need, diversion.agreedBy(), diversion.by());
        if (alone.isPresent()) {
            return Outcome.refused(RefusalCode.SECOND_PERSON_MISSING, alone.get());
        }
        return Outcome.done(Optional.of(event(diversion, incident, assignment, to, start, roadsVersion)));
    }

    /** A crew that asked for another hospital hears that it is to go where it goes; if none asked, there is nothing to say. */
    private Optional<IncidentEvent> kept(Diversion diversion, Assignment assignment) {
        return Optional.ofNullable(assignment.destinationAsked())
                .map(asked -> new DestinationKept(
                        diversion.assignmentId(),
                        diversion.hospitalId(),
                        diversion.reason(),
                        lookAround.clock().instant(),
                        diversion.by()));
    }

    /** Without a hold there is none to renew; one that has run out is held anew. */
    private static boolean keepsItsBed(Assignment assignment) {
        Hold hold = assignment.hold();
        return hold == null || hold.isActive();
    }

    private DestinationChanged event(
            Diversion diversion,
            Incident incident,
            Assignment assignment,
            HospitalCandidate to,
            LatLon start,
            long roadsVersion) {
        Hospital hospital = to.hospital();
        Instant now = lookAround.clock().instant();
        Travel transport =
                to.fromScene(assignment.vehicle()).orElseGet(() -> MountainEstimate.between(start, hospital.at()));
        Plan plan = assignment.plan().withTransport(transport, roadsVersion);
        Duration untilArrival =
                assignment.status().compareTo(AssignmentStatus.LEFT_SCENE) >= 0 ? transport.time() : plan.timeToCare();
        String reason = diversion.overrideReason() == null ? diversion.reason() : diversion.overrideReason();
        return new DestinationChanged(
                assignment.id(),
                hospital.id(),
                hospital.name(),
                Holding.holdAt(hospital, incident, assignment.carries(), untilArrival, now)
                        .orElse(null),
                plan,
                reason,
                Destinations.agreed(to, PatientNeed.of(incident, assignment.carries()), diversion.agreedBy()),
                now,
                diversion.by());
    }
}
