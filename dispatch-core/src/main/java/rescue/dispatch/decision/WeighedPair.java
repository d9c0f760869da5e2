package rescue.dispatch.decision;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one unit and one hospital would cost, beside the best there is.
 *
 * @param option null when no road leads there
 * @param best null when nobody can go
 * @param refusals every rule that speaks against it, in the order in which a dispatcher would ask
 */
public record WeighedPair(@Nullable Option option, @Nullable Option best, List<Refusal> refusals) {

    public WeighedPair {
        refusals = List.copyOf(refusals);
    }

    /**
     * A pair as it was weighed.
     *
     * @param hospital null when the unit was asked for alone
     * @param weighed by {@link JointPolicy#weigh} with that hospital, or with all that can receive
     * @param best of all that can go
     */
    public static WeighedPair of(
            Need need,
            UnitCandidate unit,
            @Nullable HospitalCandidate hospital,
            Optional<Option> weighed,
            Optional<Option> best) {
        List<Refusal> refusals =
                new ArrayList<>(EligibilityRule.refusals(unit, need).toList());
        if (hospital == null) {
            return new WeighedPair(weighed.orElse(null), best.orElse(null), refusals);
        }
        List<Refusal> ofHospital = new ArrayList<>(DestinationRule.refusals(hospital, need)
                .filter(refusal -> refusal.code() != Refusal.Code.CUT_OFF)
                .toList());
        boolean reached = hospital.fromScene(unit.unit().vehicle()).isPresent();
        if (!reached) { // others might; this pair does not
            ofHospital.add(DestinationRule.cutOff(hospital));
        }
        refusals.addAll(ofHospital);
        return new WeighedPair(reached ? weighed.orElse(null) : null, best.orElse(null), refusals);
    }

    /**
     * Time to care, this pair's less the best's, both in whole seconds as they are shown beside it; empty when only one of
     * them brings the patient to a hospital.
     */
    public Optional<Duration> slower() {
        if (option == null || best == null || (option.hospital() == null) != (best.hospital() == null)) {
            return Optional.empty();
        }
        return Optional.of(Duration.ofSeconds(option.plan().timeToCare().toSeconds()
                - best.plan().timeToCare().toSeconds()));
    }
}
