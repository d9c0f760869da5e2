package rescue.dispatch.decision;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import rescue.dispatch.hospital.EmsTraffic;
import rescue.dispatch.hospital.Service;

/** One reason for which a hospital cannot receive. A hospital that is silent is ranked lower, never refused for it. */
@FunctionalInterface
public interface DestinationRule {

    /** The refusal, or empty when this rule has nothing against it. */
    Optional<Refusal> check(HospitalCandidate candidate, Need need);

    DestinationRule HAS_NOT_DECLINED =
            (candidate, need) -> candidate.hasDeclined() ? refuse(candidate, Refusal.Code.DECLINED) : Optional.empty();

    DestinationRule HAS_ACCEPTED = (candidate, need) ->
            candidate.mustAcceptFirst() ? refuse(candidate, Refusal.Code.NOT_ACCEPTED) : Optional.empty();

    DestinationRule IS_OPEN =
            (candidate, need) -> candidate.hospital().capacity().emsTraffic() == EmsTraffic.CLOSED
                    ? refuse(candidate, Refusal.Code.EMS_CLOSED)
                    : Optional.empty();

    DestinationRule HAS_SERVICES = (candidate, need) -> {
        Set<Service> missing = new TreeSet<>(need.services());
        missing.removeAll(candidate.hospital().services());
        return missing.isEmpty()
                ? Optional.empty()
                : refuse(
                        candidate,
                        Refusal.Code.LACKS_SERVICE,
                        missing.stream().map(Enum::name).collect(joining(", ")));
    };

    DestinationRule HAS_A_BED = (candidate, need) -> Optional.ofNullable(need.bed())
            .flatMap(kind -> candidate.hospital().capacity().findBeds(kind))
            .filter(beds -> beds.free() == 0)
            .flatMap(beds -> refuse(
                    candidate,
                    Refusal.Code.NO_BED,
                    String.valueOf(need.bed()),
                    Integer.toString(beds.reported()),
                    Integer.toString(beds.held())));

    DestinationRule CAN_BE_REACHED =
            (candidate, need) -> candidate.fromScene().values().stream().anyMatch(Optional::isPresent)
                    ? Optional.empty()
                    : Optional.of(cutOff(candidate));

    List<DestinationRule> ALL =
            List.of(HAS_NOT_DECLINED, HAS_ACCEPTED, IS_OPEN, HAS_SERVICES, HAS_A_BED, CAN_BE_REACHED);

    /** The first rule that refuses, or empty when the hospital can receive. */
    static Optional<Refusal> firstRefusal(HospitalCandidate candidate, Need need) {
        return refusals(candidate, need).findFirst();
    }

    /** Every rule that refuses, each asked only when it is wanted. */
    static Stream<Refusal> refusals(HospitalCandidate candidate, Need need) {
        return ALL.stream().flatMap(rule -> rule.check(candidate, need).stream());
    }

    /** No road leads there for whoever would have to drive it. */
    static Refusal cutOff(HospitalCandidate candidate) {
        return refusal(candidate, Refusal.Code.CUT_OFF);
    }

    private static Optional<Refusal> refuse(HospitalCandidate candidate, Refusal.Code code, String... args) {
        return Optional.of(refusal(candidate, code, args));
    }

    private static Refusal refusal(HospitalCandidate candidate, Refusal.Code code, String... args) {
        return new Refusal(
                Refusal.Subject.HOSPITAL,
                candidate.hospital().id(),
                candidate.hospital().name(),
                code,
                List.of(args));
    }
}
