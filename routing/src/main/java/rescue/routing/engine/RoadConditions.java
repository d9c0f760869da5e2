package rescue.routing.engine;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import rescue.dispatch.road.Passage;
import rescue.dispatch.road.VehicleClass;

/**
 * One state of all roads for all travel modes, immutable. A decision takes one and asks nothing else, so that unit and
 * hospital times rest on the same roads.
 *
 * @param version grows with every change
 * @param closures what is in force
 * @param states for each mode; modes that find the same roads share one state and all that is known of it
 */
public record RoadConditions(long version, List<InForce> closures, Map<TravelMode, RoadState> states) {

    public RoadConditions {
        closures = List.copyOf(closures);
        states = Map.copyOf(states);
    }

    /** The first state: every road open and dry. */
    public static RoadConditions open(RoadEngine engine) {
        Map<TravelMode, RoadState> states = new EnumMap<>(TravelMode.class);
        for (TravelMode mode : TravelMode.values()) {
            states.put(mode, engine.open(mode));
        }
        return new RoadConditions(1, List.of(), states);
    }

    /** The next state, with exactly these closures. */
    public RoadConditions with(long nextVersion, List<InForce> wanted, RoadEngine engine) {
        List<InForce> next = wanted.stream()
                .map(closure -> closure.on(engine.graph().signs()))
                .toList();
        Known<ClosedStretches> knownClosed = new Known<>();
        Map<TravelMode, Change> wishes = new EnumMap<>(TravelMode.class);
        for (TravelMode mode : TravelMode.values()) {
            ClosedStretches closed = knownClosed.of(closedTo(mode, next), RoadConditions::stretches);
            List<InForce> slowed = slowFor(mode, next);
            SlowStretches slow =
                    slowed.equals(slowFor(mode, closures)) ? state(mode).slow() : SlowStretches.of(mode, slowed);
            Change wish = new Change(state(mode), slow, closed);
            wishes.put(
                    mode,
                    wishes.values().stream()
                            .filter(wish::leadsWhere)
                            .findFirst()
                            .orElse(wish));
        }
        Map<Change, RoadState> made = engine.next(wishes.values());
        Map<TravelMode, RoadState> found = new EnumMap<>(TravelMode.class);
        wishes.forEach((mode, wish) -> found.put(mode, Objects.requireNonNull(made.get(wish))));
        return new RoadConditions(nextVersion, next, found);
    }

    private static List<InForce> closedTo(TravelMode mode, List<InForce> closures) {
        return closures.stream().filter(closure -> closure.on(mode).closed()).toList();
    }

    private static List<InForce> slowFor(TravelMode mode, List<InForce> closures) {
        return closures.stream()
                .filter(closure ->
                        !closure.on(mode).closed() && !closure.on(mode).equals(Passage.FREE))
                .toList();
    }

    private static ClosedStretches stretches(List<InForce> closures) {
        return ClosedStretches.of(closures.stream()
                .flatMap(closure -> closure.stretches().stream())
                .toList());
    }

    /** What was computed for the mode before: ten thousand closures that shut everybody out are sorted once. */
    private static final class Known<T> {
        private List<InForce> last = List.of();
        private @Nullable T value;

        T of(List<InForce> closures, Function<List<InForce>, T> compute) {
            T known = value;
            if (known == null || !closures.equals(last)) {
                known = compute.apply(closures);
                last = closures;
                value = known;
            }
            return known;
        }
    }

    /** The roads as that vehicle finds them. */
    public RoadState state(VehicleClass vehicle) {
        return state(TravelMode.of(vehicle));
    }

    /** The roads as they are for that mode. */
    public RoadState state(TravelMode mode) {
        return Roads.get(states, mode);
    }
}
