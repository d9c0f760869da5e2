package rescue.dispatch.flow;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import rescue.dispatch.road.RoadEffect;
import rescue.dispatch.road.RoadExtent;
import rescue.dispatch.road.RoadTimes;

/** One reason for which a road closure is not taken, whatever the map says. The order of {@link #ALL} is that of asking. */
@FunctionalInterface
interface RoadClosureRule {

    Optional<RefusalCode> check(CloseRoad.Entered entered, Instant now, ZoneId zone);

    RoadClosureRule HAS_A_REASON =
            (entered, now, zone) -> unless(!entered.reason().isBlank(), RefusalCode.REASON_MISSING);

    RoadClosureRule LINE_HAS_POINTS = (entered, now, zone) -> unless(
            !(entered.extent() instanceof RoadExtent.ByLine line)
                    || !line.points().isEmpty(),
            RefusalCode.LINE_EMPTY);

    RoadClosureRule LINE_IS_BOUNDED = (entered, now, zone) -> unless(
            !(entered.extent() instanceof RoadExtent.ByLine line)
                    || line.points().size() <= RoadExtent.ByLine.MAX_POINTS,
            RefusalCode.LINE_TOO_LONG);

    /** A wait is spread over one stretch; over all tracks of a province it means nothing. */
    RoadClosureRule EFFECT_SUITS_EXTENT = (entered, now, zone) -> unless(
            entered.effect().suitsManyRoads() || !entered.extent().isManyRoads(), RefusalCode.EFFECT_NEEDS_STRETCH);

    /** Slowing down by nothing and waiting for nothing: somebody forgot the figure. */
    RoadClosureRule FIGURES_MAKE_SENSE =
            (entered, now, zone) -> unless(isSensible(entered.effect()), RefusalCode.EFFECT_FIGURES_BROKEN);

    RoadClosureRule UNTIL_IS_TO_COME = (entered, now, zone) ->
            unless(entered.until() == null || entered.until().isAfter(now), RefusalCode.UNTIL_IN_THE_PAST);

    RoadClosureRule ENDS_AFTER_ITS_BEGIN = (entered, now, zone) -> unless(
            entered.until() == null || entered.from() == null || entered.until().isAfter(entered.from()),
            RefusalCode.UNTIL_BEFORE_FROM);

    /** A season that is over before it begins, hours that do not come before the end. */
    RoadClosureRule IS_IN_FORCE_ONCE = (entered, now, zone) -> {
        RoadTimes times = entered.times(now);
        Instant start = times.from().isAfter(now) ? times.from() : now;
        boolean comes = times.inForce(start, zone)
                || times.nextChange(start, zone)
                        .filter(at -> !at.equals(times.until()))
                        .isPresent();
        return unless(comes, RefusalCode.NEVER_IN_FORCE);
    };

    List<RoadClosureRule> ALL = List.of(
            HAS_A_REASON,
            LINE_HAS_POINTS,
            LINE_IS_BOUNDED,
            EFFECT_SUITS_EXTENT,
            FIGURES_MAKE_SENSE,
            UNTIL_IS_TO_COME,
            ENDS_AFTER_ITS_BEGIN,
            IS_IN_FORCE_ONCE);

    static Optional<RefusalCode> firstBroken(CloseRoad.Entered entered, Instant now, ZoneId zone) {
        return ALL.stream()
                .flatMap(rule -> rule.check(entered, now, zone).stream())
                .findFirst();
    }

    /** With what its sentence needs. */
    static Outcome.Refused<CloseRoad.Closed> refusal(RefusalCode code, Object... args) {
        Object[] said = switch (code) {
            case LINE_TOO_LONG -> new Object[] {RoadExtent.ByLine.MAX_POINTS};
            default -> args;
        };
        return new Outcome.Refused<>(
                code, Arrays.stream(said).map(String::valueOf).toList(), null);
    }

    private static boolean isSensible(RoadEffect effect) {
        if (effect instanceof RoadEffect.OneLane lane) {
            return !lane.delay().isNegative() && lane.delay().compareTo(RoadEffect.OneLane.LONGEST_DELAY) <= 0;
        }
        if (effect instanceof RoadEffect.Slow slow) {
            return slow.factor() > 1 && slow.factor() <= RoadEffect.Slow.MOST;
        }
        if (effect instanceof RoadEffect.Limit limit) {
            return isPositive(limit.maxWeightT()) && isPositive(limit.maxWidthM());
        }
        return true;
    }

    private static boolean isPositive(@org.jspecify.annotations.Nullable Double figure) {
        return figure == null || (figure > 0 && Double.isFinite(figure));
    }

    private static Optional<RefusalCode> unless(boolean fine, RefusalCode code) {
        return fine ? Optional.empty() : Optional.of(code);
    }
}
