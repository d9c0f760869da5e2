package rescue.routing.engine;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import rescue.dispatch.road.RoadEffect;
import rescue.dispatch.road.VehicleClass;

/**
 * One state of all roads for all vehicles, immutable. A decision takes one and asks nothing else, so that unit and
 * hospital times rest on the same roads.
 *
 * @param version grows with every change
 * @param closures what is in force
 * @param states for each vehicle class; classes that find the same roads share one state and its reach trees
 */
public record RoadConditions(long version, List<InForce> closures, Map<VehicleClass, RoadState> states) {

    /**
     * A road closure on this graph: where, and what each class of vehicle meets there.
     *
     * @param stretches whole edges for a class of roads or for fords; one edge may lie in several, and in both directions
     * @param lengthM metres of road meant, over which a wait is spread; one carriageway of a divided road
     */
    public record InForce(UUID id, RoadEffect effect, double lengthM, List<Stretch> stretches) {
        public InForce {
            stretches = List.copyOf(stretches);
        }
    }

    public RoadConditions {
        closures = List.copyOf(closures);
        states = Map.copyOf(states);
    }

    /** The first state: every road open. */
    public static RoadConditions open(RoadEngine engine, Set<VehicleClass> vehicles) {
        RoadState open = engine.state(ClosedStretches.NONE, null, 1);
        return new RoadConditions(
                1, List.of(), vehicles.stream().collect(Collectors.toMap(vehicle -> vehicle, vehicle -> open)));
    }

    /** The next state, with exactly these closures. */
    public RoadConditions with(long nextVersion, List<InForce> next, RoadEngine engine) {
        Map<VehicleClass, ClosedStretches> closedTo = states.keySet().stream()
                .collect(Collectors.toMap(vehicle -> vehicle, vehicle -> closedTo(vehicle, next)));
        Set<ClosedStretches> distinct = Set.copyOf(closedTo.values());
        Map<ClosedStretches, RoadState> byClosed = new java.util.HashMap<>();
        for (VehicleClass vehicle : VehicleClass.values()) { // in order, so that a tie of shared states never differs
            ClosedStretches closed = closedTo.get(vehicle);
            if (closed != null) {
                byClosed.computeIfAbsent(closed, key -> engine.state(key, states.get(vehicle), distinct.size()));
            }
        }
        return new RoadConditions(
                nextVersion,
                next,
                closedTo.entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, entry -> byClosed.get(entry.getValue()))));
    }

    private static ClosedStretches closedTo(VehicleClass vehicle, List<InForce> closures) {
        return ClosedStretches.of(closures.stream()
                .filter(closure -> closure.effect().on(vehicle).closed())
                .flatMap(closure -> closure.stretches().stream())
                .toList());
    }

    /** The roads as that vehicle finds them. */
    public RoadState state(VehicleClass vehicle) {
        RoadState state = states.get(vehicle);
        if (state == null) {
            throw new IllegalArgumentException("no such vehicle on this network: " + vehicle);
        }
        return state;
    }
}
