package rescue.dispatch.flow;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import rescue.dispatch.decision.DestinationRule;
import rescue.dispatch.decision.HospitalCandidate;
import rescue.dispatch.decision.Need;
import rescue.dispatch.decision.Refusal;

/** What the rules of destinations come to in the use cases that send somebody there. */
final class Destinations {

    private Destinations() {}

    /**
     * The house that would be filled beyond its beds by one person alone. A reason sets any rule aside; this one takes a second
     * person besides, as somebody there will have to find the bed.
     */
    static Optional<String> alone(@Nullable HospitalCandidate to, Need need, @Nullable String agreedBy, String by) {
        boolean somebodyElse =
                agreedBy != null && !agreedBy.isBlank() && !agreedBy.strip().equalsIgnoreCase(by);
        return Optional.ofNullable(to)
                .filter(house -> !somebodyElse && isFull(house, need))
                .map(house -> house.hospital().name());
    }

    /** Who agreed, for the record: nobody had to where a bed was free. */
    static @Nullable String agreed(@Nullable HospitalCandidate to, Need need, @Nullable String agreedBy) {
        return to != null && isFull(to, need) ? agreedBy : null;
    }

    private static boolean isFull(HospitalCandidate house, Need need) {
        return DestinationRule.HAS_A_BED.check(house, need).isPresent();
    }

    /** A rule against a destination, as the answer that a use case gives. */
    static <T> Outcome<T> refused(Refusal no) {
        return switch (no.code()) {
            case NO_BED -> Outcome.refused(RefusalCode.NO_BED, no.name());
            case NOT_ACCEPTED -> Outcome.refused(RefusalCode.TRANSFER_NOT_ACCEPTED, no.name());
            default -> Outcome.refused(RefusalCode.HOSPITAL_NOT_ELIGIBLE, no.name(), no.code());
        };
    }
}
