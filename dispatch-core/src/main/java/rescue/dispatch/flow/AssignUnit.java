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
import rescue.dispatch.alert.TriageCategory;
import rescue.dispatch.assignment.Hold;
import rescue.dispatch.assignment.Plan;
import rescue.dispatch.decision.DestinationRule;
import rescue.dispatch.decision.EligibilityRule;
import rescue.dispatch.decision.HospitalCandidate;
import rescue.dispatch.decision.Need;
import rescue.dispatch.decision.OnSceneTime;
import rescue.dispatch.decision.Refusal;
import rescue.dispatch.decision.UnitCandidate;
import rescue.dispatch.flow.Outcome.Refused;
import rescue.dispatch.hospital.Hospital;
import rescue.dispatch.incident.Incident;
import rescue.dispatch.incident.IncidentEvent.UnitAssigned;
import rescue.dispatch.plan.PatientNeed;
import rescue.dispatch.port.Appended;
import rescue.dispatch.port.ChangeBell;
import rescue.dispatch.port.HospitalBoard;
import rescue.dispatch.port.Ids;
import rescue.dispatch.port.IncidentLog;
import rescue.dispatch.port.IncidentLog.Entry;
import rescue.dispatch.port.RoadNetwork;
import rescue.dispatch.port.UnitBoard;
import rescue.dispatch.road.MountainEstimate;
import rescue.dispatch.road.Travel;
import rescue.dispatch.unit.Unit;

/**
 * The operator's word: this unit, to that hospital. One transaction claims the unit and holds the bed; whoever loses the
 * race is told who won and what is next best.
 */
public final class AssignUnit {

    /** An incident changed by others this often in between needs a human's look. */
    private static final int ATTEMPTS = 3;

    /**
     * What the operator asks for.
     *
     * @param hospitalId null to decide on the destination later
     * @param overrideReason why a rule is set aside; null to obey the rules
     * @param agreedBy who else agrees when the house has no free bed, name and post; nobody fills a ward alone
     * @param carries the patients it goes for, as a plan for many says; empty when it goes for whoever is there
     */
    public record Order(
            UUID incidentId,
            String unitId,
            @Nullable String hospitalId,
            @Nullable String overrideReason,
            @Nullable String agreedBy,
            List<TriageCategory> carries,
            String by) {

        public Order {
            carries = List.copyOf(carries);
        }

        /** For whoever is there. */
        public Order(
                UUID incidentId,
                String unitId,
                @Nullable String hospitalId,
                @Nullable String overrideReason,
                String by) {
            this(incidentId, unitId, hospitalId, overrideReason, null, List.of(), by);
        }

        /** What the unit and the hospital are chosen by. */
        private Need need(Incident incident) {
            return PatientNeed.of(incident, carries);
        }
    }

    /** The assignment that came of it, in its incident. */
    public record Assigned(Incident incident, UUID assignmentId) {}

    private final IncidentLog log;
    private final UnitBoard units;
    private final HospitalBoard hospitals;
    private final LookAround lookAround;
    private final RecommendDispatch recommend;
    private final Ids ids;
    private final ChangeBell bell;

    public AssignUnit(
            IncidentLog log,
            UnitBoard units,
            HospitalBoard hospitals,
            RoadNetwork roads,
            RecommendDispatch recommend,
            Ids ids,
            InstantSource clock,
            ChangeBell bell) {
        this.log = log;
        this.units = units;
        this.hospitals = hospitals;
        this.lookAround = new LookAround(roads, clock);
        this.recommend = recommend;
        this.ids = ids;
        this.bell = bell;
    }

    public Future<Outcome<Assigned>> assign(Order order) {
        return assign(order, ATTEMPTS);
    }

    private Future<Outcome<Assigned>> assign(Order order, int attemptsLeft) {
        return log.find(order.incidentId()).compose(found -> {
            if (found.isEmpty()) {
                return Future.succeededFuture(Outcome.refused(RefusalCode.INCIDENT_UNKNOWN, order.incidentId()));
            }
            Incident incident = found.get();
            if (!incident.isOpen()) {
                return Future.succeededFuture(Outcome.refused(RefusalCode.INCIDENT_NOT_OPEN, incident.status()));
            }
            LocatedPlace scene = incident.placement().located();
            if (scene == null) {
                return Future.succeededFuture(Outcome.refused(RefusalCode.PLACE_MISSING));
            }
            return chosen(order, incident, scene)
                    .compose(choice -> choice.fold(
                            candidates -> decideAndWrite(order, incident, candidates, attemptsLeft),
                            refused -> Future.succeededFuture(refused.as())));
        });
    }

    /** The unit and hospital asked for, as candidates with their driving times. */
    private Future<Outcome<Chosen>> chosen(Order order, Incident incident, LocatedPlace scene) {
        Future<Optional<Unit>> unit = units.find(order.unitId());
        Future<Optional<Hospital>> hospital = order.hospitalId() == null
                ? Future.succeededFuture(Optional.empty())
                : hospitals.find(order.hospitalId());
        return Future.all(unit, hospital).compose(both -> {
            if (unit.result().isEmpty()) {
                return Future.succeededFuture(Outcome.refused(RefusalCode.UNIT_UNKNOWN, order.unitId()));
            }
            if (order.hospitalId() != null && hospital.result().isEmpty()) {
                return Future.succeededFuture(Outcome.refused(RefusalCode.HOSPITAL_UNKNOWN, order.hospitalId()));
            }
            return lookAround
                    .from(
                            incident,
                            scene.at(),
                            List.of(unit.result().get()),
                            hospital.result().stream().toList())
                    .map(view -> Outcome.done(new Chosen(
                            view.units().get(0),
                            view.hospitals().stream().findFirst().orElse(null),
                            scene,
                            view.roadsVersion())));
        });
    }

    private Future<Outcome<Assigned>> decideAndWrite(Order order, Incident incident, Chosen chosen, int attemptsLeft) {
        Optional<Refused<Assigned>> refused = refusedByRule(order, incident, chosen);
        if (refused.isPresent()) {
            return whoHasIt(chosen.unit.unit(), refused.get()).compose(no -> withNextBest(incident, no));
        }
        UnitAssigned event = event(order, incident, chosen);
        return log.append(List.of(new Entry(incident.id(), incident.version(), event)))
                .compose(appended -> answer(order, incident, event, appended, attemptsLeft));
    }

    private static Optional<Refused<Assigned>> refusedByRule(Order order, Incident incident, Chosen chosen) {
        Optional<Refusal> unit = EligibilityRule.firstRefusal(chosen.unit, order.need(incident));
        if (unit.isPresent() && unit.get().code() == Refusal.Code.BUSY) {
            return Optional.of(refusal(RefusalCode.UNIT_TAKEN, unit.get().name(), ""));
        }
        if (order.overrideReason() != null) {
            return Destinations.alone(chosen.hospital, order.need(incident), order.agreedBy(), order.by())
                    .map(name -> refusal(RefusalCode.SECOND_PERSON_MISSING, name));
        }
        if (unit.isPresent()) {
            return Optional.of(refusal(
                    RefusalCode.UNIT_NOT_ELIGIBLE, unit.get().name(), unit.get().code()));
        }
        if (incident.transfer() != null && chosen.hospital == null) {
            return Optional.of(refusal(
                    RefusalCode.TRANSFER_NOT_ACCEPTED, incident.transfer().toName()));
        }
        return Optional.ofNullable(chosen.hospital)
                .flatMap(hospital -> DestinationRule.firstRefusal(hospital, order.need(incident)))
                .map(no -> (Refused<Assigned>) Destinations.<Assigned>refused(no));
    }

    /** A unit that is out: the number of the incident that has it. */
    private Future<Refused<Assigned>> whoHasIt(Unit unit, Refused<Assigned> refused) {
        UUID elsewhere = unit.activeAssignment();
        return refused.code() != RefusalCode.UNIT_TAKEN || elsewhere == null
                ? Future.succeededFuture(refused)
                : log.findByAssignment(elsewhere)
                        .map(found -> refusal(
                                RefusalCode.UNIT_TAKEN,
                                unit.callSign(),
                                found.map(Incident::number).orElse("")));
    }

    private UnitAssigned event(Order order, Incident incident, Chosen chosen) {
        Instant now = lookAround.clock().instant();
        Unit unit = chosen.unit.unit();
        Hospital hospital = chosen.hospital == null ? null : chosen.hospital.hospital();
        Plan plan = chosen.plan(OnSceneTime.expected(incident.trapped()), now);
        Hold hold = hospital == null
                ? null
                : Holding.holdAt(hospital, incident, order.carries(), plan.timeToCare(), now)
                        .orElse(null);
        return new UnitAssigned(
                ids.next(),
                unit.id(),
                unit.callSign(),
                unit.vehicle(),
                hospital == null ? null : hospital.id(),
                hospital == null ? null : hospital.name(),
                hold,
                plan,
                order.overrideReason(),
                Destinations.agreed(chosen.hospital, order.need(incident), order.agreedBy()),
                order.carries(),
                now,
                order.by());
    }

    private Future<Outcome<Assigned>> answer(
            Order order, Incident incident, UnitAssigned event, Appended appended, int attemptsLeft) {
        if (appended instanceof Appended.Done) {
            bell.ring();
            return Future.succeededFuture(Outcome.done(new Assigned(incident.after(event), event.assignmentId())));
        }
        if (appended instanceof Appended.UnitTaken taken) {
            return withNextBest(incident, refusal(RefusalCode.UNIT_TAKEN, event.callSign(), taken.incidentNumber()));
        }
        if (appended instanceof Appended.NoBed noBed) {
            String name = event.hospitalName() == null ? noBed.hospitalId() : event.hospitalName();
            return withNextBest(incident, refusal(RefusalCode.NO_BED, name));
        }
        return attemptsLeft > 1
                ? assign(order, attemptsLeft - 1)
                : Future.succeededFuture(Outcome.refused(RefusalCode.TRY_AGAIN));
    }

    private Future<Outcome<Assigned>> withNextBest(Incident incident, Refused<Assigned> refused) {
        return recommend
                .recommendFor(incident)
                .map(next -> next.fold(best -> new Refused<>(refused.code(), refused.args(), best), none -> refused));
    }

    private static Refused<Assigned> refusal(RefusalCode code, Object... args) {
        return (Refused<Assigned>) Outcome.<Assigned>refused(code, args);
    }

    private record Chosen(
            UnitCandidate unit, @Nullable HospitalCandidate hospital, LocatedPlace scene, long roadsVersion) {

        /** With straight lines where no road leads: an override may send a unit that must walk the last part. */
        Plan plan(Duration onScene, Instant now) {
            Travel toScene = unit.toScene()
                    .orElseGet(() -> MountainEstimate.between(unit.unit().position(), scene.at()));
            Travel transport = hospital == null
                    ? null
                    : hospital.fromScene(unit.unit().vehicle())
                            .orElseGet(() -> MountainEstimate.between(
                                    scene.at(), hospital.hospital().at()));
            Duration turnout = unit.unit().station().turnout().at(now);
            return Plan.of(turnout, toScene, unit.atScene(onScene), transport, roadsVersion);
        }
    }
}
