package rescue.dispatch.decision;

import static java.util.Comparator.comparing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import rescue.dispatch.assignment.Plan;
import rescue.dispatch.decision.Reason.Code;
import rescue.dispatch.hospital.Hospital;
import rescue.dispatch.road.Travel;
import rescue.dispatch.unit.Unit;

/**
 * Which unit, and to which hospital: chosen together, by the time until the patient is in the right hands. No clock, no
 * map, no database: the same question always gets the same answer.
 */
public final class JointPolicy {

    /** More than a screen's worth of options is not a recommendation. */
    private static final int MOST_OPTIONS = 10;

    /** So that the list shows other units too, not one unit to ten hospitals. */
    private static final int MOST_HOSPITALS_PER_UNIT = 3;

    private JointPolicy() {}

    /**
     * The ranked pairs, and a reason for everyone left out.
     *
     * @param onScene how long the unit is expected to stay at the scene
     * @param roadsVersion the state of the roads that the candidates' driving times rest on
     */
    public static Recommendation decide(
            Need need,
            List<UnitCandidate> units,
            List<HospitalCandidate> hospitals,
            Duration onScene,
            long roadsVersion,
            Instant now) {
        List<Refusal> refusals = new ArrayList<>();
        List<UnitCandidate> canGo = unitsThatCanGo(need, units, refusals);
        List<HospitalCandidate> canReceive =
                need.bed() == null ? List.of() : hospitalsThatCan(need, hospitals, refusals);
        List<Option> options = canGo.stream()
                .flatMap(unit -> pairs(need, unit, canReceive, onScene, roadsVersion, now).stream())
                .sorted(BEST_FIRST)
                .toList();
        List<Option> named = fewPerUnit(options).stream().limit(MOST_OPTIONS).toList();
        refusals.addAll(LeftOut.units(canGo, options, named));
        refusals.addAll(canGo.isEmpty() ? List.of() : LeftOut.hospitals(canReceive, options, named));
        refusals.sort(BY_NAME);
        return new Recommendation(named, refusals, basis(units, hospitals), roadsVersion);
    }

    /**
     * A unit that no hospital can be reached with comes after all that bring the patient to one: without the transport its
     * time is shorter, and means nothing. Ties go to the lower call sign, then to the hospital's id: a replay never
     * differs.
     */
    private static final Comparator<Option> BEST_FIRST = comparing((Option option) -> option.hospital() == null)
            .thenComparing(Option::rank)
            .thenComparing(option -> option.unit().callSign())
            .thenComparing(option ->
                    Optional.ofNullable(option.hospital()).map(Hospital::id).orElse(""));

    private static final Comparator<Refusal> BY_NAME =
            comparing(Refusal::subject).thenComparing(Refusal::name).thenComparing(Refusal::id);

    private static List<Option> fewPerUnit(List<Option> bestFirst) {
        Map<String, Integer> named = new HashMap<>();
        return bestFirst.stream()
                .filter(option -> named.merge(option.unit().id(), 1, Integer::sum) <= MOST_HOSPITALS_PER_UNIT)
                .toList();
    }

    /** Those that pass every rule; if nobody does, those that lack only a capability: someone is better than no one. */
    private static List<UnitCandidate> unitsThatCanGo(Need need, List<UnitCandidate> units, List<Refusal> refusals) {
        List<UnitCandidate> fit = new ArrayList<>();
        List<UnitCandidate> nearlyFit = new ArrayList<>();
        Map<String, Refusal> byUnit = new HashMap<>();
        for (UnitCandidate candidate : units) {
            EligibilityRule.firstRefusal(candidate, need)
                    .ifPresentOrElse(
                            refusal -> {
                                byUnit.put(candidate.unit().id(), refusal);
                                if (refusal.code() == Refusal.Code.LACKS_CAPABILITY) {
                                    nearlyFit.add(candidate);
                                }
                            },
                            () -> fit.add(candidate));
        }
        List<UnitCandidate> going = fit.isEmpty() ? nearlyFit : fit;
        units.stream()
                .filter(candidate -> !going.contains(candidate))
                .map(candidate -> byUnit.get(candidate.unit().id()))
                .filter(Objects::nonNull)
                .forEach(refusals::add);
        return going;
    }

    private static List<HospitalCandidate> hospitalsThatCan(
            Need need, List<HospitalCandidate> hospitals, List<Refusal> refusals) {
        List<HospitalCandidate> can = new ArrayList<>();
        for (HospitalCandidate candidate : hospitals) {
            DestinationRule.firstRefusal(candidate, need).ifPresentOrElse(refusals::add, () -> can.add(candidate));
        }
        return can;
    }

    private static List<Option> pairs(
            Need need,
            UnitCandidate candidate,
            List<HospitalCandidate> hospitals,
            Duration onScene,
            long roadsVersion,
            Instant now) {
        Travel toScene = candidate.toScene().orElseThrow();
        List<Option> pairs = hospitals.stream()
                .flatMap(hospital -> hospital.fromScene(candidate.unit().vehicle()).stream()
                        .map(transport -> option(
                                need, candidate, toScene, hospital.hospital(), transport, onScene, roadsVersion, now)))
                .toList();
        return pairs.isEmpty()
                ? List.of(option(need, candidate, toScene, null, null, onScene, roadsVersion, now))
                : pairs;
    }

    private static Option option(
            Need need,
            UnitCandidate candidate,
            Travel toScene,
            @Nullable Hospital hospital,
            @Nullable Travel transport,
            Duration onScene,
            long roadsVersion,
            Instant now) {
        Unit unit = candidate.unit();
        Plan plan = new Plan(
                candidate.alreadyOurs() ? Duration.ZERO : unit.station().turnout(),
                toScene.time(),
                onScene,
                transport == null ? Duration.ZERO : transport.time(),
                worse(toScene, transport),
                roadsVersion);
        Doubt doubt = Doubt.about(unit, now);
        if (hospital != null) {
            doubt = doubt.and(Doubt.about(hospital.capacity(), need.bed(), now));
        }
        List<Reason> reasons = Stream.of(
                        Justification.ofUnit(candidate, toScene, need),
                        Justification.ofHospital(need, hospital, transport),
                        doubt.reasons(),
                        plan.basis() == Travel.Basis.ESTIMATE ? List.of(Reason.of(Code.ESTIMATED)) : List.<Reason>of())
                .flatMap(List::stream)
                .toList();
        return new Option(unit, hospital, plan, doubt.time(), reasons);
    }

    private static Travel.Basis worse(Travel toScene, @Nullable Travel transport) {
        return toScene.basis() == Travel.Basis.ESTIMATE
                        || (transport != null && transport.basis() == Travel.Basis.ESTIMATE)
                ? Travel.Basis.ESTIMATE
                : Travel.Basis.ROAD;
    }

    private static Travel.Basis basis(List<UnitCandidate> units, List<HospitalCandidate> hospitals) {
        Stream<Travel> all = Stream.concat(
                units.stream().flatMap(unit -> unit.toScene().stream()),
                hospitals.stream()
                        .flatMap(hospital ->
                                hospital.fromScene().values().stream().flatMap(Optional::stream)));
        return all.anyMatch(travel -> travel.basis() == Travel.Basis.ESTIMATE)
                ? Travel.Basis.ESTIMATE
                : Travel.Basis.ROAD;
    }
}
