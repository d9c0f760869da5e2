package rescue.dispatch.plan;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import rescue.dispatch.decision.Need;
import rescue.dispatch.decision.Refusal;
import rescue.dispatch.plan.LeftWaiting.Code;
import rescue.dispatch.plan.PlanProblem.Kind;
import rescue.dispatch.plan.PlanProblem.Vehicle;

/** Why somebody is left waiting, and why a unit or a hospital takes no part: nobody is left out without a word. */
final class WhyNot {

    private final RescueScene scene;
    private final Numbering numbering;
    private final PlanProblem problem;
    private final List<Trip> trips;
    private final Filling filling;

    WhyNot(RescueScene scene, Numbering numbering, List<Trip> trips) {
        this.scene = scene;
        this.numbering = numbering;
        this.problem = numbering.problem();
        this.trips = trips;
        this.filling = new Filling(problem, trips);
    }

    LeftWaiting left(Casualty patient) {
        if (problem.vehicles().isEmpty()) {
            return new LeftWaiting(patient, Code.NO_UNIT, List.of());
        }
        int group = Numbering.COLOURS.indexOf(patient.colour());
        int bed = problem.groups().get(group).bed();
        List<Integer> fitting = IntStream.range(0, problem.houses().size())
                .filter(house -> problem.houses().get(house).takes().get(group))
                .boxed()
                .toList();
        if (fitting.isEmpty()) {
            return new LeftWaiting(patient, Code.NO_HOSPITAL, List.of());
        }
        if (fitting.stream().allMatch(house -> filling.left(house, bed) <= 0)) {
            String kind = numbering.bed(patient.colour()).name();
            return new LeftWaiting(patient, Code.NO_BED, List.of(kind));
        }
        return new LeftWaiting(patient, Code.NO_SEAT, List.of(Integer.toString(problem.mostTrips())));
    }

    List<Refusal> refusals() {
        List<Refusal> refusals = new ArrayList<>(scene.leftOut());
        for (int vehicle = 0; vehicle < problem.vehicles().size(); vehicle++) {
            int each = vehicle;
            if (trips.stream().noneMatch(trip -> trip.vehicle() == each)) {
                refusals.add(outranked(each));
            }
        }
        numbering.spare().forEach(unit -> refusals.add(outranked(unit, soonest(arrivalsWith(unit)))));
        scene.hospitals().stream()
                .filter(hospital -> trips.stream()
                        .noneMatch(trip -> numbering.hospital(trip.house()).equals(hospital)))
                .forEach(hospital -> refusals.add(refusal(hospital)));
        refusals.sort(Comparator.comparing(Refusal::subject)
                .thenComparing(Refusal::name)
                .thenComparing(Refusal::id));
        return refusals;
    }

    /** One that is kept out of it by a rule says which; it is asked as for the gravest who wait. */
    private Refusal refusal(RescueHospital hospital) {
        int house = numbering.hospitals().indexOf(hospital);
        if (house < 0) {
            Need need = numbering.need(Numbering.COLOURS.get(Numbering.COLOURS.size() - 1));
            return Numbering.refusal(hospital, need).orElseThrow();
        }
        boolean hasBeds = problem.houses().get(house).beds().stream().anyMatch(free -> free > 0);
        return new Refusal(
                Refusal.Subject.HOSPITAL,
                hospital.hospital().id(),
                hospital.hospital().name(),
                hasBeds ? Refusal.Code.OUTRANKED : Refusal.Code.NO_BED,
                hasBeds ? List.of(soonest(anyVehicle().map(vehicle -> arrival(vehicle, house)))) : noBeds(hospital));
    }

    private List<String> noBeds(RescueHospital hospital) {
        var kind = numbering.bed(Numbering.COLOURS.get(0));
        return hospital.hospital()
                .capacity()
                .findBeds(kind)
                .map(beds -> List.of(kind.name(), Integer.toString(beds.reported()), Integer.toString(beds.held())))
                .orElseGet(() -> List.of(kind.name(), "0", "0"));
    }

    private Refusal outranked(int vehicle) {
        LongStream arrivals = IntStream.range(0, problem.houses().size()).mapToLong(house -> arrival(vehicle, house));
        return outranked(numbering.unit(vehicle), soonest(arrivals));
    }

    private static Refusal outranked(RescueUnit unit, String minutes) {
        return new Refusal(
                Refusal.Subject.UNIT,
                unit.unit().id(),
                unit.unit().callSign(),
                Refusal.Code.OUTRANKED,
                List.of(minutes));
    }

    private LongStream arrivalsWith(RescueUnit unit) {
        long leaves =
                unit.atScene().plus(unit.candidate().atScene(scene.onScene())).toSeconds();
        return numbering.hospitals().stream()
                .flatMap(hospital -> hospital.candidate().fromScene(unit.unit().vehicle()).stream())
                .mapToLong(travel -> leaves + travel.time().toSeconds());
    }

    private LongStream anyVehicle() {
        return LongStream.range(0, problem.vehicles().size());
    }

    private long arrival(long vehicle, int house) {
        Vehicle each = problem.vehicles().get((int) vehicle);
        Kind kind = problem.kinds().get(each.kind());
        long out = kind.out().get(house);
        return out == PlanProblem.NEVER ? PlanProblem.NEVER : each.readyS() + kind.atSceneS() + out;
    }

    private static String soonest(LongStream arrivals) {
        long soonest = arrivals.min().orElse(PlanProblem.NEVER);
        return soonest == PlanProblem.NEVER
                ? "-"
                : Long.toString(Duration.ofSeconds(soonest).toMinutes());
    }
}
