package rescue.dispatch.road;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Who would be at each place first, if somebody there called now.
 *
 * @param roadsVersion the state of the roads that all of it rests on
 * @param first one answer for each place, in the order asked; empty where nobody gets to by road
 */
public record Coverage(long roadsVersion, List<Optional<First>> first) {

    /**
     * The unit that is there first.
     *
     * @param unit its number in the list asked; of two equally fast the lower
     * @param time turnout and drive
     */
    public record First(int unit, Duration time, Travel.Basis basis) {

        /** The earlier of two. */
        public First or(First other) {
            int earlier = other.time.compareTo(time);
            return earlier < 0 || (earlier == 0 && other.unit < unit) ? other : this;
        }
    }

    public Coverage {
        first = List.copyOf(first);
    }
}
