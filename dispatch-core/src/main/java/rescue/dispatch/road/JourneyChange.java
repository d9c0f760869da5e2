package rescue.dispatch.road;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a change of the roads did to one journey, from the same place both times: a vehicle that took another street is no
 * change.
 *
 * @param before the drive on the roads as they were; null when there was none
 * @param now the drive on the roads as they are; null when there is none
 * @param sameWay whether it drives over the same roads as before
 * @param closed road closures in force now and not before that lie on the way as it was
 * @param opened road closures in force before and not now that lie on the way as it is
 */
public record JourneyChange(
        @Nullable Travel before, @Nullable Travel now, boolean sameWay, List<UUID> closed, List<UUID> opened) {

    /**
     * A way that the change opened is worth a call on the radio when it saves so much (assumed): a crew that has settled
     * on a road is not turned round for less.
     */
    static final Duration WORTH_TURNING = Duration.ofMinutes(3);

    /** The same way, but slower: told when the hospital's preparation would notice it (assumed). */
    static final Duration WORTH_WAITING = Duration.ofMinutes(2);

    /** What the crew must hear of. */
    public enum Verdict {
        /** Nothing. */
        AS_BEFORE,
        /** Another way, or the same with another time. */
        CHANGED,
        /** No way any more. */
        CUT_OFF
    }

    public JourneyChange {
        closed = List.copyOf(closed);
        opened = List.copyOf(opened);
    }

    /** Nothing changed. */
    public static JourneyChange none(Travel travel) {
        return new JourneyChange(travel, travel, true, List.of(), List.of());
    }

    /**
     * What the crew must hear of.
     *
     * @param toldCutOff whether the last that it heard was that no road leads there
     */
    public Verdict verdict(boolean toldCutOff) {
        if (now != null && now.basis() == Travel.Basis.ESTIMATE) {
            return Verdict.AS_BEFORE; // a straight line knows nothing of roads
        }
        if (now == null) {
            return toldCutOff ? Verdict.AS_BEFORE : Verdict.CUT_OFF;
        }
        if (toldCutOff || before == null) {
            return Verdict.CHANGED;
        }
        Duration longer = now.time().minus(before.time());
        boolean mustLeaveItsWay = !sameWay && (!longer.isNegative() || !closed.isEmpty());
        boolean isSlower = longer.compareTo(WORTH_WAITING) >= 0;
        boolean isFaster = longer.negated().compareTo(WORTH_TURNING) >= 0;
        return mustLeaveItsWay || isSlower || isFaster ? Verdict.CHANGED : Verdict.AS_BEFORE;
    }
}
