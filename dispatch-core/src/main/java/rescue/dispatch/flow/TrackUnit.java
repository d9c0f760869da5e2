package rescue.dispatch.flow;

import static java.util.Comparator.comparing;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import rescue.dispatch.port.PositionBell;
import rescue.dispatch.port.UnitBoard;
import rescue.dispatch.unit.AvlFix;

/** Positions as devices send them: singly or, after a valley without coverage, by the hundred. */
public final class TrackUnit {

    /** A device's clock may run ahead a little; a fix from farther in the future would never be replaced. */
    private static final Duration CLOCK_SKEW = Duration.ofMinutes(2);

    /** What became of a batch. */
    public record Tracked(int kept, int dropped) {}

    private final UnitBoard units;
    private final InstantSource clock;
    private final PositionBell bell;

    public TrackUnit(UnitBoard units, InstantSource clock, PositionBell bell) {
        this.units = units;
        this.clock = clock;
        this.bell = bell;
    }

    /** Drops fixes that cannot be: (0, 0), or from the future. */
    public Future<Outcome<Tracked>> track(String unitId, List<AvlFix> fixes) {
        Instant latest = clock.instant().plus(CLOCK_SKEW);
        List<AvlFix> good = fixes.stream()
                .filter(fix -> !fix.at().isNullIsland() && !fix.fixedAt().isAfter(latest))
                .toList();
        Tracked tracked = new Tracked(good.size(), fixes.size() - good.size());
        return units.track(unitId, good).map(known -> {
            if (!known) {
                return Outcome.refused(RefusalCode.UNIT_UNKNOWN, unitId);
            }
            good.stream().max(comparing(AvlFix::fixedAt)).ifPresent(newest -> bell.moved(unitId, newest));
            return Outcome.done(tracked);
        });
    }
}
