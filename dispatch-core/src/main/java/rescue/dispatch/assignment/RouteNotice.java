package rescue.dispatch.assignment;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a crew was told of one leg after the roads had changed; until the roads change again its arrival is reckoned from
 * this.
 *
 * @param asOf when it was reckoned, from where the unit was then
 * @param roadsVersion the state of the roads it rests on
 * @param before the drive that was left on the roads as they were; null when there was no way before
 * @param now the drive that is left on the roads as they are; null when there is no way any more
 * @param cutOff how far the unit gets; null when it gets there
 * @param closed the road closures that came into its way
 * @param opened the road closures that went out of its way
 * @param why the first of them in words: the stretch and the reason; null when the roads changed without a road closure
 */
public record RouteNotice(
        Instant asOf,
        long roadsVersion,
        @Nullable Duration before,
        @Nullable Duration now,
        @Nullable CutOff cutOff,
        List<UUID> closed,
        List<UUID> opened,
        @Nullable String why) {

    public RouteNotice {
        closed = List.copyOf(closed);
        opened = List.copyOf(opened);
    }

    public boolean isCutOff() {
        return now == null;
    }
}
