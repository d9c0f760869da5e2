package rescue.dispatch.flow;

import rescue.dispatch.decision.Refusal;

/** A rule against a destination, as the answer that a use case gives. */
final class Destinations {

    private Destinations() {}

    static <T> Outcome<T> refused(Refusal no) {
        return switch (no.code()) {
            case NO_BED -> Outcome.refused(RefusalCode.NO_BED, no.name());
            case NOT_ACCEPTED -> Outcome.refused(RefusalCode.TRANSFER_NOT_ACCEPTED, no.name());
            default -> Outcome.refused(RefusalCode.HOSPITAL_NOT_ELIGIBLE, no.name(), no.code());
        };
    }
}
