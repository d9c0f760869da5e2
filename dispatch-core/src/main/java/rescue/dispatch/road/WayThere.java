package rescue.dispatch.road;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import rescue.dispatch.geo.LatLon;

/** How one gets there: by road, or as far as the open roads lead and on from there on foot. */
public sealed interface WayThere {

    /**
     * The vehicle gets there, or as near to the patient as any road leads.
     *
     * @param routes the best first, then others if they were asked for; one to three
     */
    record Reached(List<Route> routes) implements WayThere {
        public Reached {
            routes = List.copyOf(routes);
            if (routes.isEmpty()) {
                throw new IllegalArgumentException("reached by no route");
            }
        }

        @Override
        public Route best() {
            return routes.get(0);
        }

        @Override
        public <T> T fold(Function<Reached, T> reached, Function<CutOff, T> cutOff) {
            return reached.apply(this);
        }
    }

    /**
     * The roads that are open do not lead there.
     *
     * @param best to the last point that the vehicle reaches
     * @param onFoot from that point to the place, along the closed road or past it; nobody promises that it can be walked
     * @param cutBy the road closures that are in the way
     */
    record CutOff(Route best, Walk onFoot, List<UUID> cutBy) implements WayThere {
        public CutOff {
            cutBy = List.copyOf(cutBy);
        }

        /** Where the vehicle stops. */
        public LatLon lastReachable() {
            return onFoot.vehicleAt();
        }

        @Override
        public <T> T fold(Function<Reached, T> reached, Function<CutOff, T> cutOff) {
            return cutOff.apply(this);
        }
    }

    /** What the vehicle drives. */
    Route best();

    /** Our exhaustive switch: a new outcome must break every caller here. */
    <T> T fold(Function<Reached, T> reached, Function<CutOff, T> cutOff);
}
