package rescue.dispatch.decision;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import rescue.dispatch.hospital.Hospital;
import rescue.dispatch.unit.Unit;

/** Who could go or receive, and yet is not among the options named: nobody is left out without a word. */
final class LeftOut {

    private LeftOut() {}

    static List<Refusal> units(List<UnitCandidate> canGo, List<Pair> pairs, List<Pair> named) {
        return canGo.stream()
                .map(UnitCandidate::unit)
                .filter(unit -> named.stream().noneMatch(with(unit)))
                .map(unit -> new Refusal(
                        Refusal.Subject.UNIT,
                        unit.id(),
                        unit.callSign(),
                        Refusal.Code.OUTRANKED,
                        List.of(minutesToCare(pairs, with(unit)).orElse("-"))))
                .toList();
    }

    /** A hospital that only other vehicles than those that can go would reach is cut off all the same. */
    static List<Refusal> hospitals(List<HospitalCandidate> canReceive, List<Pair> pairs, List<Pair> named) {
        return canReceive.stream()
                .map(HospitalCandidate::hospital)
                .filter(hospital -> named.stream().noneMatch(to(hospital)))
                .map(hospital -> minutesToCare(pairs, to(hospital))
                        .map(minutes -> refusal(hospital, Refusal.Code.OUTRANKED, List.of(minutes)))
                        .orElseGet(() -> refusal(hospital, Refusal.Code.CUT_OFF, List.of())))
                .toList();
    }

    private static Refusal refusal(Hospital hospital, Refusal.Code code, List<String> args) {
        return new Refusal(Refusal.Subject.HOSPITAL, hospital.id(), hospital.name(), code, args);
    }

    private static Predicate<Pair> with(Unit unit) {
        return pair -> pair.unit().id().equals(unit.id());
    }

    private static Predicate<Pair> to(Hospital hospital) {
        return pair -> pair.hospital() != null && pair.hospital().id().equals(hospital.id());
    }

    private static Optional<String> minutesToCare(List<Pair> pairs, Predicate<Pair> which) {
        return pairs.stream()
                .filter(which)
                .map(pair -> pair.plan().timeToCare())
                .min(Duration::compareTo)
                .map(time -> Long.toString(time.toMinutes()));
    }
}
