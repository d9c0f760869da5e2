package rescue.dispatch.plan;

import static java.util.Comparator.comparing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import rescue.dispatch.alert.TriageCategory;
import rescue.dispatch.decision.DestinationRule;
import rescue.dispatch.decision.Doubt;
import rescue.dispatch.decision.Need;
import rescue.dispatch.decision.Refusal;
import rescue.dispatch.hospital.BedKind;
import rescue.dispatch.plan.PlanProblem.Group;
import rescue.dispatch.plan.PlanProblem.House;
import rescue.dispatch.plan.PlanProblem.Kind;
import rescue.dispatch.plan.PlanProblem.Vehicle;
import rescue.dispatch.road.VehicleClass;
import rescue.dispatch.road.Walk;
import rescue.dispatch.unit.Capability;
import rescue.dispatch.unit.Room;

/** A scene as the solver's numbers, and the way back from its numbers to units, hospitals and colours. */
final class Numbering {

    /** The order of the groups. */
    static final List<TriageCategory> COLOURS =
            List.of(TriageCategory.RED, TriageCategory.YELLOW, TriageCategory.GREEN);

    /**
     * What a second counts, assumed, to be agreed with the doctors: as the colours' waits are commonly put, an hour for red,
     * four for yellow, twelve for green.
     */
    private static final List<Integer> WEIGHTS = List.of(12, 3, 1);

    /** Whoever is left waiting counts as if he waited so long: longer than any drive, so nobody is left without need. */
    private static final Duration LEFT_WAITING = Duration.ofHours(12);

    /** Assumed: what a red patient loses in a vehicle where nobody can do more for him than hold his hand. */
    static final Duration UNTREATED = Duration.ofMinutes(10);

    /** Help from farther away is there before anybody drives a fourth time. */
    static final int MOST_TRIPS = 3;

    /** What is alike about vehicles of one kind. */
    private record Like(
            VehicleClass vehicle,
            Room room,
            boolean trained,
            @Nullable Walk walk) {}

    private final RescueScene scene;
    private final List<BedKind> bedKinds;
    private final List<RescueHospital> hospitals;
    private final List<RescueUnit> units = new ArrayList<>();
    private final List<RescueUnit> spare = new ArrayList<>();
    private final List<Duration> unitDoubts = new ArrayList<>();
    private final PlanProblem problem;

    Numbering(RescueScene scene, List<Casualty> patients) {
        this.scene = scene;
        bedKinds = COLOURS.stream().map(this::bed).distinct().toList();
        hospitals = scene.hospitals().stream()
                .filter(hospital -> COLOURS.stream().anyMatch(colour -> takes(hospital, colour)))
                .sorted(comparing(hospital -> hospital.hospital().id()))
                .toList();
        List<Like> likes = scene.units().stream()
                .sorted(comparing(unit -> unit.unit().callSign()))
                .map(Numbering::like)
                .distinct()
                .toList();
        List<Vehicle> vehicles = new ArrayList<>();
        Map<Integer, Integer> ofKind = new HashMap<>();
        scene.units().stream().sorted(soonestOfEachKind(likes)).forEach(unit -> {
            int kind = likes.indexOf(like(unit));
            if (ofKind.merge(kind, 1, Integer::sum) > patients.size()) {
                spare.add(unit);
                return;
            }
            units.add(unit);
            unitDoubts.add(doubt(unit));
            vehicles.add(new Vehicle(kind, readyS(unit)));
        });
        List<Kind> kinds = likes.stream().map(this::kind).toList();
        List<House> houses = hospitals.stream().map(this::house).toList();
        problem = new PlanProblem(groups(patients), kinds, vehicles, houses, bedKinds.size(), MOST_TRIPS);
    }

    PlanProblem problem() {
        return problem;
    }

    RescueUnit unit(int vehicle) {
        return units.get(vehicle);
    }

    /** What is in the solver's times of that vehicle for its doubt, and in no time that is shown. */
    Duration unitDoubt(int vehicle) {
        return unitDoubts.get(vehicle);
    }

    /** Units that no plan needs: as many of their kind as there are patients are sooner there. */
    List<RescueUnit> spare() {
        return spare;
    }

    RescueHospital hospital(int house) {
        return hospitals.get(house);
    }

    List<RescueHospital> hospitals() {
        return hospitals;
    }

    Need need(TriageCategory colour) {
        return Objects.requireNonNull(scene.needs().get(colour), "a need for every colour");
    }

    BedKind bed(TriageCategory colour) {
        return Objects.requireNonNull(need(colour).bed(), "whoever is planned for needs a bed");
    }

    /** The rule that keeps patients of that colour out of there; that its beds are full is the solver's business. */
    static Optional<Refusal> refusal(RescueHospital hospital, Need need) {
        return DestinationRule.refusals(hospital.candidate(), need)
                .filter(refusal -> refusal.code() != Refusal.Code.NO_BED)
                .findFirst();
    }

    private boolean takes(RescueHospital hospital, TriageCategory colour) {
        return refusal(hospital, need(colour)).isEmpty();
    }

    private List<Group> groups(List<Casualty> patients) {
        List<Group> groups = new ArrayList<>();
        for (int i = 0; i < COLOURS.size(); i++) {
            TriageCategory colour = COLOURS.get(i);
            int count = (int)
                    patients.stream().filter(each -> each.colour() == colour).count();
            groups.add(new Group(
                    count,
                    WEIGHTS.get(i),
                    LEFT_WAITING.toSeconds(),
                    bedKinds.indexOf(bed(colour)),
                    colour != TriageCategory.GREEN,
                    colour == TriageCategory.RED ? UNTREATED.toSeconds() : 0));
        }
        return groups;
    }

    private static Like like(RescueUnit unit) {
        return new Like(
                unit.unit().vehicle(),
                unit.unit().room(),
                unit.unit().capabilities().contains(Capability.ALS),
                unit.candidate().walk());
    }

    private Comparator<RescueUnit> soonestOfEachKind(List<Like> likes) {
        return Comparator.<RescueUnit>comparingInt(unit -> likes.indexOf(like(unit)))
                .thenComparingLong(this::readyS)
                .thenComparing(unit -> unit.unit().callSign());
    }

    private long readyS(RescueUnit unit) {
        return unit.atScene().plus(doubt(unit)).toSeconds();
    }

    private Duration doubt(RescueUnit unit) {
        return unit.isFree() ? Doubt.about(unit.unit(), scene.now()).time() : Duration.ZERO;
    }

    private Kind kind(Like like) {
        List<Long> out = new ArrayList<>();
        List<Long> back = new ArrayList<>();
        for (RescueHospital hospital : hospitals) {
            out.add(hospital.candidate()
                    .fromScene(like.vehicle)
                    .map(travel -> travel.time().toSeconds())
                    .orElse(PlanProblem.NEVER));
            back.add(hospital.toScene()
                    .getOrDefault(like.vehicle, Optional.empty())
                    .map(time -> time.plus(RescueUnit.HANDOVER).toSeconds())
                    .orElse(PlanProblem.NEVER));
        }
        Duration atScene = like.walk == null
                ? scene.onScene()
                : scene.onScene().plus(like.walk.out()).plus(like.walk.carry());
        return new Kind(like.room.lying(), like.room.sitting(), atScene.toSeconds(), like.trained, out, back);
    }

    private House house(RescueHospital hospital) {
        Duration doubt = bedKinds.stream()
                .map(kind -> Doubt.about(hospital.hospital().capacity(), kind, scene.now())
                        .time())
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
        return new House(
                bedKinds.stream().map(hospital::free).toList(),
                COLOURS.stream().map(colour -> takes(hospital, colour)).toList(),
                doubt.toSeconds());
    }
}
