package rescue.dispatch.decision;

import static java.util.stream.Collectors.joining;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import rescue.dispatch.decision.Reason.Code;
import rescue.dispatch.hospital.BedKind;
import rescue.dispatch.hospital.Hospital;
import rescue.dispatch.road.Travel;
import rescue.dispatch.road.Walk;

/** The sentences that say why this unit and why this hospital. */
public final class Justification {

    private static final int SECONDS_A_MINUTE = 60;

    private Justification() {}

    /** Why this unit, and what speaks against it. */
    public static List<Reason> ofUnit(UnitCandidate candidate, Duration turnout, Travel toScene, Need need) {
        List<Reason> reasons = new ArrayList<>();
        String callSign = candidate.unit().callSign();
        if (candidate.alreadyOurs()) {
            reasons.add(Reason.of(Code.ALREADY_ASSIGNED, callSign));
        } else {
            reasons.add(Reason.of(
                    Code.REACHES_SCENE,
                    callSign,
                    minutes(turnout),
                    minutes(toScene.time()),
                    km(toScene),
                    minutes(toScene.p90())));
        }
        Walk walk = candidate.walk();
        if (walk != null) {
            Code code = walk.basis() == Walk.Basis.ACROSS_RIVER ? Code.WALKS_ACROSS_RIVER : Code.WALKS;
            reasons.add(Reason.of(code, Math.round(walk.distanceM()), minutes(walk.out()), minutes(walk.carry())));
        }
        EligibilityRule.HAS_CAPABILITIES
                .check(candidate, need)
                .ifPresent(lacking -> reasons.add(new Reason(Code.SHORT_OF_CAPABILITY, lacking.args())));
        return reasons;
    }

    /** Why this hospital; null when there is none. */
    public static List<Reason> ofHospital(Need need, @Nullable Hospital hospital, @Nullable Travel transport) {
        if (hospital == null || transport == null) {
            return List.of(Reason.of(need.bed() == null ? Code.NO_TRANSPORT_NEEDED : Code.NO_HOSPITAL_FITS));
        }
        List<Reason> reasons = new ArrayList<>();
        reasons.add(Reason.of(
                Code.REACHES_HOSPITAL,
                hospital.name(),
                minutes(transport.time()),
                km(transport),
                minutes(transport.p90())));
        if (!need.services().isEmpty()) {
            reasons.add(Reason.of(
                    Code.HAS_SERVICES,
                    need.services().stream().sorted().map(Enum::name).collect(joining(", "))));
        }
        BedKind bed = need.bed();
        if (bed != null) {
            hospital.capacity()
                    .findBeds(bed)
                    .filter(beds ->
                            hospital.capacity().findWord(bed).isPresent()) // a register's guess is no hospital's word
                    .ifPresent(beds -> reasons.add(Reason.of(Code.HAS_BED, bed, beds.free())));
        }
        return reasons;
    }

    private static long minutes(Duration time) {
        return Math.round(time.toSeconds() / (double) SECONDS_A_MINUTE);
    }

    /** One decimal, without the formatter's machinery: this runs for every option of every recommendation. */
    private static String km(Travel travel) {
        long hundredMetres = Math.round(travel.distanceM() / 100);
        return hundredMetres / 10 + "." + hundredMetres % 10;
    }
}
