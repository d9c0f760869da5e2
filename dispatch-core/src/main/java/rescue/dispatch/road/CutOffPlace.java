package rescue.dispatch.road;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A place that cannot be driven to and from where most stations and hospitals are.
 *
 * @param since when that was found
 * @param because the road closures that came into force just then; several when they came together
 */
public record CutOffPlace(WatchedPlace place, Instant since, List<UUID> because) {

    public CutOffPlace {
        because = List.copyOf(because);
    }
}
