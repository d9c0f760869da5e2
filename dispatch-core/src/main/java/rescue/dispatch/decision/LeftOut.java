package rescue.dispatch.decision;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import rescue.dispatch.hospital.Hospital;
import rescue.dispatch.unit.Unit;

/** Who could go or receive, and yet is not among the options named: nobody is left out without a word. */
final class LeftOut {

    private static final int MS_A_MINUTE = 60_000;

    private LeftOut() {}

    static List<Refusal> units(List<UnitCandidate> canGo, List<Pair> pairs, List<Pair> named) {
        Set<String> shown = ids(named, LeftOut::unitId);
        Map<String, Long> soonest = soonest(pairs, LeftOut::unitId);
        return canGo.stream()
                .map(UnitCandidate::unit)
                .filter(unit -> !shown.contains(unit.id()))
                .map(unit -> outranked(unit, soonest.get(unit.id())))
                .toList();
    }

    /** A hospital that only other vehicles than those that can go would reach is cut off all the same. */
    static List<Refusal> hospitals(List<HospitalCandidate> canReceive, List<Pair> pairs, List<Pair> named) {
        Set<String> shown = ids(named, LeftOut::hospitalId);
        Map<String, Long> soonest = soonest(pairs, LeftOut::hospitalId);
        return canReceive.stream()
                .map(HospitalCandidate::hospital)
                .filter(hospital -> !shown.contains(hospital.id()))
                .map(hospital -> outranked(hospital, soonest.get(hospital.id())))
                .toList();
    }

    private static Refusal outranked(Unit unit, @Nullable Long minutes) {
        return new Refusal(
                Refusal.Subject.UNIT,
                unit.id(),
                unit.callSign(),
                Refusal.Code.OUTRANKED,
                List.of(minutes == null ? "-" : minutes.toString()));
    }

    private static Refusal outranked(Hospital hospital, @Nullable Long minutes) {
        return new Refusal(
                Refusal.Subject.HOSPITAL,
                hospital.id(),
                hospital.name(),
                minutes == null ? Refusal.Code.CUT_OFF : Refusal.Code.OUTRANKED,
                minutes == null ? List.of() : List.of(minutes.toString()));
    }

    /** The shortest time to care in whole minutes, by unit or by hospital. */
    private static Map<String, Long> soonest(List<Pair> pairs, Function<Pair, @Nullable String> id) {
        Map<String, Long> soonest = new HashMap<>();
        for (Pair pair : pairs) {
            String key = id.apply(pair);
            if (key != null) {
                soonest.merge(key, pair.timeToCareMs() / MS_A_MINUTE, Math::min);
            }
        }
        return soonest;
    }

    private static Set<String> ids(List<Pair> pairs, Function<Pair, @Nullable String> id) {
        Set<String> ids = new HashSet<>();
        for (Pair pair : pairs) {
            String key = id.apply(pair);
            if (key != null) {
                ids.add(key);
            }
        }
        return ids;
    }

    private static @Nullable String unitId(Pair pair) {
        return pair.unit().id();
    }

    private static @Nullable String hospitalId(Pair pair) {
        Hospital hospital = pair.hospital();
        return hospital == null ? null : hospital.id();
    }
}
