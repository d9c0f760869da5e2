package rescue.dispatch.plan;

import static java.util.stream.Collectors.joining;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import rescue.dispatch.alert.TriageCategory;
import rescue.dispatch.decision.Doubt;
import rescue.dispatch.decision.Justification;
import rescue.dispatch.decision.Need;
import rescue.dispatch.decision.Reason;
import rescue.dispatch.decision.Reason.Code;
import rescue.dispatch.decision.Refusal;
import rescue.dispatch.hospital.BedKind;
import rescue.dispatch.hospital.Hospital;
import rescue.dispatch.plan.PlanProblem.Kind;
import rescue.dispatch.road.Travel;

/** The sentences that say why these ride together, with this unit, to that hospital, and why to none that is nearer. */
final class RideReasons {

    /** Whoever asks why not the one next door; the third nearest nobody asks about. */
    private static final int MOST_NEARER = 2;

    private final RescueScene scene;
    private final Numbering numbering;
    private final PlanProblem problem;
    private final Filling filling;

    RideReasons(RescueScene scene, Numbering numbering, List<Trip> trips) {
        this.scene = scene;
        this.numbering = numbering;
        this.problem = numbering.problem();
        this.filling = new Filling(problem, trips);
    }

    List<Reason> of(Trip trip) {
        RescueUnit unit = numbering.unit(trip.vehicle());
        Hospital hospital = numbering.hospital(trip.house()).hospital();
        Travel transport = transport(trip.vehicle(), trip.house()).orElseThrow();
        List<Reason> reasons = new ArrayList<>(ofUnit(trip, unit));
        int together = trip.load().stream().mapToInt(Integer::intValue).sum();
        if (together > 1) {
            reasons.add(Reason.of(Code.RIDE_TOGETHER, together));
        }
        reasons.addAll(Justification.ofHospital(gravestNeed(trip), hospital, transport));
        if (trip.load().get(0) > 0 && !kind(trip.vehicle()).trained()) {
            reasons.add(Reason.of(Code.RED_UNTREATED, unit.unit().callSign()));
        }
        nearer(trip).forEach(house -> reasons.add(whyNot(trip, house)));
        if (unit.isFree() && trip.number() == 1) {
            reasons.addAll(Doubt.about(unit.unit(), scene.now()).reasons());
        }
        reasons.addAll(Doubt.about(hospital.capacity(), gravestNeed(trip).bed(), scene.now())
                .reasons());
        if (transport.basis() == Travel.Basis.ESTIMATE) {
            reasons.add(Reason.of(Code.ESTIMATED));
        }
        return reasons;
    }

    private List<Reason> ofUnit(Trip trip, RescueUnit unit) {
        Duration arrives = Duration.ofSeconds(trip.leavesS())
                .minus(numbering.unitDoubt(trip.vehicle()))
                .minus(unit.candidate().atScene(scene.onScene()));
        String callSign = unit.unit().callSign();
        Hospital backFrom = unit.backFrom();
        if (trip.number() > 1) {
            return List.of(Reason.of(Code.DRIVES_AGAIN, callSign, trip.number(), arrives.toMinutes()));
        }
        if (backFrom != null) {
            return List.of(Reason.of(Code.COMES_BACK, callSign, backFrom.name(), arrives.toMinutes()));
        }
        Duration turnout = unit.unit().station().turnout().at(scene.now());
        Need anybody = new Need(Set.of(), Set.of(), null);
        return Justification.ofUnit(
                unit.candidate(), turnout, unit.candidate().toScene().orElseThrow(), anybody);
    }

    /** Those that would be sooner reached, the nearest first. */
    private Stream<Integer> nearer(Trip trip) {
        List<Long> out = kind(trip.vehicle()).out();
        return IntStream.range(0, out.size())
                .boxed()
                .filter(house -> out.get(house) < out.get(trip.house()))
                .sorted(Comparator.comparing(out::get))
                .limit(MOST_NEARER);
    }

    private Reason whyNot(Trip trip, int house) {
        RescueHospital there = numbering.hospital(house);
        long minutes = Duration.ofSeconds(kind(trip.vehicle()).out().get(house)).toMinutes();
        String name = there.hospital().name();
        Need need = gravestNeed(trip);
        Optional<Refusal> refused = Numbering.refusal(there, need);
        if (refused.isPresent()) {
            return switch (refused.get().code()) {
                case LACKS_SERVICE ->
                    Reason.of(
                            Code.NEARER_LACKS,
                            name,
                            minutes,
                            refused.get().args().stream().collect(joining(", ")));
                case EMS_CLOSED -> Reason.of(Code.NEARER_CLOSED, name, minutes);
                default -> Reason.of(Code.NEARER_DECLINED, name, minutes);
            };
        }
        for (int group = 0; group < problem.groups().size(); group++) {
            int bed = problem.groups().get(group).bed();
            int wanted = wanted(trip, bed);
            BedKind kind = numbering.bed(Numbering.COLOURS.get(group));
            if (wanted > problem.houses().get(house).beds().get(bed)) {
                return Reason.of(Code.NEARER_FULL, name, minutes, kind);
            }
            if (wanted > filling.left(house, bed)) {
                return Reason.of(Code.NEARER_GIVEN, name, minutes, kind);
            }
        }
        return Reason.of(Code.NEARER_DOUBTED, name, minutes);
    }

    private int wanted(Trip trip, int bed) {
        return IntStream.range(0, problem.groups().size())
                .filter(group -> problem.groups().get(group).bed() == bed)
                .map(group -> trip.load().get(group))
                .sum();
    }

    private Need gravestNeed(Trip trip) {
        TriageCategory gravest = IntStream.range(0, Numbering.COLOURS.size())
                .filter(group -> trip.load().get(group) > 0)
                .mapToObj(Numbering.COLOURS::get)
                .findFirst()
                .orElseThrow();
        return numbering.need(gravest);
    }

    private Optional<Travel> transport(int vehicle, int house) {
        return numbering
                .hospital(house)
                .candidate()
                .fromScene(numbering.unit(vehicle).unit().vehicle());
    }

    private Kind kind(int vehicle) {
        return problem.kinds().get(problem.vehicles().get(vehicle).kind());
    }
}
