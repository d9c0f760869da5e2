package rescue.dispatch.decision;

import static java.util.Comparator.comparing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import rescue.dispatch.road.Travel;

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
        List<Pair> pairs = pairs(need, canGo, canReceive, onScene, now);
        pairs.sort(Pair.BEST_FIRST);
        List<Pair> named = fewPerUnit(pairs);
        refusals.addAll(LeftOut.units(canGo, pairs, named));
        refusals.addAll(canGo.isEmpty() ? List.of() : LeftOut.hospitals(canReceive, pairs, named));
        refusals.sort(BY_NAME);
        List<Option> options =
                named.stream().map(pair -> pair.option(need, roadsVersion)).toList();
        return new Recommendation(options, refusals, basis(units, hospitals), roadsVersion);
    }

    /**
     * This unit with the best of those hospitals: weighed as every pair is, whatever rule speaks against it. Alone when it
     * reaches none of them; empty when no road leads it to the patient.
     */
    public static Optional<Option> weigh(
            Need need,
            UnitCandidate unit,
            List<HospitalCandidate> hospitals,
            Duration onScene,
            long roadsVersion,
            Instant now) {
        if (unit.toScene().isEmpty()) {
            return Optional.empty();
        }
        return pairs(need, List.of(unit), hospitals, onScene, now).stream()
                .min(Pair.BEST_FIRST)
                .map(pair -> pair.option(need, roadsVersion));
    }

    private static final Comparator<Refusal> BY_NAME =
            comparing(Refusal::subject).thenComparing(Refusal::name).thenComparing(Refusal::id);

    private static List<Pair> fewPerUnit(List<Pair> bestFirst) {
        Map<String, Integer> named = new HashMap<>();
        return bestFirst.stream()
                .filter(pair -> named.merge(pair.unit().id(), 1, Integer::sum) <= MOST_HOSPITALS_PER_UNIT)
                .limit(MOST_OPTIONS)
                .toList();
    }

    /** Those that pass every rule; if nobody does, those that lack only a capability: someone is better than no one. */
    private static List<UnitCandidate> unitsThatCanGo(Need need, List<UnitCandidate> units, List<Refusal> refusals) {
        List<UnitCandidate> fit = new ArrayList<>();
        List<UnitCandidate> nearlyFit = new ArrayList<>();
        List<Refusal> lacking = new ArrayList<>();
        for (UnitCandidate candidate : units) {
            Optional<Refusal> refusal = EligibilityRule.firstRefusal(candidate, need);
            if (refusal.isEmpty()) {
                fit.add(candidate);
            } else if (refusal.get().code() == Refusal.Code.LACKS_CAPABILITY) {
                nearlyFit.add(candidate);
                lacking.add(refusal.get());
            } else {
                refusals.add(refusal.get());
            }
        }
        if (fit.isEmpty()) {
            return nearlyFit;
        }
        refusals.addAll(lacking);
        return fit;
    }

    private static List<HospitalCandidate> hospitalsThatCan(
            Need need, List<HospitalCandidate> hospitals, List<Refusal> refusals) {
        List<HospitalCandidate> can = new ArrayList<>();
        for (HospitalCandidate candidate : hospitals) {
            DestinationRule.firstRefusal(candidate, need).ifPresentOrElse(refusals::add, () -> can.add(candidate));
        }
        return can;
    }

    /** Every unit with every hospital that it can reach; a unit that reaches none stands alone. */
    private static List<Pair> pairs(
            Need need, List<UnitCandidate> units, List<HospitalCandidate> hospitals, Duration onScene, Instant now) {
        List<Doubt> hospitalDoubts = hospitals.stream()
                .map(hospital -> Doubt.about(hospital.hospital().capacity(), need.bed(), now))
                .toList();
        List<Pair> pairs = new ArrayList<>(units.size() * Math.max(1, hospitals.size()));
        for (UnitCandidate candidate : units) {
            Doubt unitDoubt = Doubt.about(candidate.unit(), now);
            Duration turnout = candidate.alreadyOurs()
                    ? Duration.ZERO
                    : candidate.unit().station().turnout().at(now);
            int before = pairs.size();
            for (int i = 0; i < hospitals.size(); i++) {
                HospitalCandidate hospital = hospitals.get(i);
                Optional<Travel> transport = hospital.fromScene(candidate.unit().vehicle());
                if (transport.isPresent()) {
                    Doubt doubt = unitDoubt.and(hospitalDoubts.get(i));
                    pairs.add(Pair.of(candidate, hospital.hospital(), transport.get(), doubt, turnout, onScene));
                }
            }
            if (pairs.size() == before) {
                pairs.add(Pair.of(candidate, null, null, unitDoubt, turnout, onScene));
            }
        }
        return pairs;
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
