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

    static List<Refusal> units(List<UnitCandidate> canGo, List<Option> options, List<Option> named) {
        return canGo.stream()
                .map(UnitCandidate::unit)
                .filter(unit -> named.stream().noneMatch(with(unit)))
                .map(unit -> new Refusal(
                        Refusal.Subject.UNIT,
                        unit.id(),
                        unit.callSign(),
                        Refusal.Code.OUTRANKED,
                        List.of(minutesToCare(options, with(unit)).orElse("-"))))
                .toList();
    }

    /** A hospital that only other vehicles than those that can go would reach is cut off all the same. */
    static List<Refusal> hospitals(List<HospitalCandidate> canReceive, List<Option> options, List<Option> named) {
        return canReceive.stream()
                .map(HospitalCandidate::hospital)
                .filter(hospital -> named.stream().noneMatch(to(hospital)))
                .map(hospital -> minutesToCare(options, to(hospital))
                        .map(minutes -> refusal(hospital, Refusal.Code.OUTRANKED, List.of(minutes)))
                        .orElseGet(() -> refusal(hospital, Refusal.Code.CUT_OFF, List.of())))
                .toList();
    }

    private static Refusal refusal(Hospital hospital, Refusal.Code code, List<String> args) {
        return new Refusal(Refusal.Subject.HOSPITAL, hospital.id(), hospital.name(), code, args);
    }

    private static Predicate<Option> with(Unit unit) {
        return option -> option.unit().id().equals(unit.id());
    }

    private static Predicate<Option> to(Hospital hospital) {
        return option -> option.hospital() != null && option.hospital().id().equals(hospital.id());
    }

    private static Optional<String> minutesToCare(List<Option> options, Predicate<Option> which) {
        return options.stream()
                .filter(which)
                .map(option -> option.plan().timeToCare())
                .min(Duration::compareTo)
                .map(time -> Long.toString(time.toMinutes()));
    }
}
