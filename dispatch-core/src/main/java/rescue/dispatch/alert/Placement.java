package rescue.dispatch.alert;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What became of a place as told: where it is held to be, and what must be asked.
 *
 * @param located null when nothing told could be put on the map
 * @param flags empty when the place is good
 */
public record Placement(@Nullable LocatedPlace located, Set<PlaceFlag> flags) {

    public Placement {
        flags = Set.copyOf(flags);
    }
}
