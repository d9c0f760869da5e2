package rescue.dispatch.decision;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import rescue.dispatch.unit.Capability;
import rescue.dispatch.unit.UnitStatus;

/** One reason for which a unit may not go. The order of {@link #ALL} is the order in which a dispatcher would ask. */
@FunctionalInterface
public interface EligibilityRule {

    /** The refusal, or empty when this rule has nothing against it. */
    Optional<Refusal> check(UnitCandidate candidate, Need need);

    EligibilityRule IS_IN_SERVICE = (candidate, need) -> candidate.unit().status() == UnitStatus.OUT_OF_SERVICE
            ? refuse(candidate, Refusal.Code.OUT_OF_SERVICE)
            : Optional.empty();

    EligibilityRule IS_FREE = (candidate, need) -> candidate.alreadyOurs()
                    || candidate.unit().activeAssignment() == null
            ? Optional.empty()
            : refuse(candidate, Refusal.Code.BUSY, candidate.unit().status().name());

    EligibilityRule CAN_GET_THERE = (candidate, need) ->
            candidate.toScene().isPresent() ? Optional.empty() : refuse(candidate, Refusal.Code.CUT_OFF);

    EligibilityRule HAS_CAPABILITIES = (candidate, need) -> {
        Set<Capability> missing = new TreeSet<>(need.capabilities());
        missing.removeIf(wanted -> covers(candidate.unit().capabilities(), wanted));
        return missing.isEmpty()
                ? Optional.empty()
                : refuse(
                        candidate,
                        Refusal.Code.LACKS_CAPABILITY,
                        missing.stream().map(Enum::name).collect(joining(", ")));
    };

    /** Last the one that may be waived when nobody else is left. */
    List<EligibilityRule> ALL = List.of(IS_IN_SERVICE, IS_FREE, CAN_GET_THERE, HAS_CAPABILITIES);

    /** The first rule that refuses, or empty when the unit may go. */
    static Optional<Refusal> firstRefusal(UnitCandidate candidate, Need need) {
        return refusals(candidate, need).findFirst();
    }

    /** Every rule that refuses, each asked only when it is wanted. */
    static Stream<Refusal> refusals(UnitCandidate candidate, Need need) {
        return ALL.stream().flatMap(rule -> rule.check(candidate, need).stream());
    }

    /** A doctor's car can do what a basic ambulance can. */
    private static boolean covers(Set<Capability> has, Capability wanted) {
        return has.contains(wanted) || (wanted == Capability.BLS && has.contains(Capability.ALS));
    }

    private static Optional<Refusal> refuse(UnitCandidate candidate, Refusal.Code code, String... args) {
        return Optional.of(new Refusal(
                Refusal.Subject.UNIT, candidate.unit().id(), candidate.unit().callSign(), code, List.of(args)));
    }
}
