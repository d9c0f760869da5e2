package rescue.dispatch.decision;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import rescue.dispatch.assignment.Plan;
import rescue.dispatch.decision.Reason.Code;
import rescue.dispatch.hospital.Hospital;
import rescue.dispatch.hospital.Said;
import rescue.dispatch.road.Travel;
import rescue.dispatch.unit.Unit;

/**
 * A unit and a hospital before they are worth any words: just what ranks them. Sentences are made only for the few pairs
 * that are named, as a province has hundreds of pairs and a screen shows ten.
 *
 * @param hospital null when nobody is to be transported, or no hospital can be reached
 * @param transport the way there; null without a hospital
 * @param turnout of the unit's station at this hour; zero when it is out already
 * @param doubt about the unit and the hospital together
 * @param timeToCareMs turnout, travel, work at the scene and transport, as half of such runs take
 * @param rankMs time to care and doubt, in milliseconds
 */
record Pair(
        UnitCandidate candidate,
        @Nullable Hospital hospital,
        Travel toScene,
        @Nullable Travel transport,
        Duration turnout,
        Duration onScene,
        Doubt doubt,
        long timeToCareMs,
        long rankMs) {

    /**
     * A unit that no hospital can be reached with comes after all that bring the patient to one: without the transport its
     * time is shorter, and means nothing. Ties go to the lower call sign, then to the hospital's id: a replay never
     * differs.
     */
    static final Comparator<Pair> BEST_FIRST = Pair::compare;

    static Pair of(
            UnitCandidate candidate,
            @Nullable Hospital hospital,
            @Nullable Travel transport,
            Doubt doubt,
            Duration turnout,
            Duration onScene) {
        Travel toScene = candidate.toScene().orElseThrow();
        Duration atScene = candidate.atScene(onScene);
        long timeToCareMs = turnout.toMillis()
                + toScene.time().toMillis()
                + atScene.toMillis()
                + (transport == null ? 0 : transport.time().toMillis());
        long rankMs = timeToCareMs + doubt.time().toMillis();
        return new Pair(candidate, hospital, toScene, transport, turnout, atScene, doubt, timeToCareMs, rankMs);
    }

    /** Written out, as hundreds of pairs are sorted for every recommendation. */
    private static int compare(Pair one, Pair other) {
        if ((one.hospital == null) != (other.hospital == null)) {
            return one.hospital == null ? 1 : -1;
        }
        int byRank = Long.compare(one.rankMs, other.rankMs);
        if (byRank != 0) {
            return byRank;
        }
        int byCallSign = one.unit().callSign().compareTo(other.unit().callSign());
        return byCallSign != 0 || one.hospital == null || other.hospital == null
                ? byCallSign
                : one.hospital.id().compareTo(other.hospital.id());
    }

    Unit unit() {
        return candidate.unit();
    }

    /** The same with its reasons. */
    Option option(Need need, long roadsVersion) {
        Plan plan = Plan.of(turnout, toScene, onScene, transport, roadsVersion);
        List<Reason> estimated = plan.basis() == Travel.Basis.ESTIMATE ? List.of(Reason.of(Code.ESTIMATED)) : List.of();
        List<Reason> reasons = Stream.of(
                        Justification.ofUnit(candidate, turnout, toScene, need),
                        Justification.ofHospital(need, hospital, transport),
                        doubt.reasons(),
                        estimated)
                .flatMap(List::stream)
                .toList();
        Said word = hospital == null
                ? null
                : hospital.capacity().wordFor(need.bed()).orElse(null);
        return new Option(unit(), hospital, word, plan, doubt.time(), reasons);
    }
}
