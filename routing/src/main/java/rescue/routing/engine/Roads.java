package rescue.routing.engine;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The roads of one map for every travel mode: one graph, weights for each mode. Modes with equal weights share them. */
public final class Roads {

    private final RoadGraph graph;
    private final Map<TravelMode, RoadWeights> weights = new EnumMap<>(TravelMode.class);

    /**
     * Roads for all modes.
     *
     * @param labels for each mode what each edge key costs; a mode without weights of its own travels at the ambulance's
     */
    public Roads(RoadGraph graph, Map<TravelMode, long[]> labels) {
        this.graph = graph;
        long[] usual = labels.get(TravelMode.AMBULANCE);
        if (usual == null) {
            throw new IllegalArgumentException("roads need an ambulance's weights");
        }
        List<RoadWeights> distinct = new ArrayList<>();
        for (TravelMode mode : TravelMode.values()) {
            RoadWeights own = new RoadWeights(graph, labels.getOrDefault(mode, usual), mode != TravelMode.FOOT);
            RoadWeights shared =
                    distinct.stream().filter(own::isSameAs).findFirst().orElse(own);
            distinct.add(shared);
            weights.put(mode, shared);
        }
    }

    public RoadGraph graph() {
        return graph;
    }

    /** What the roads cost in that mode. */
    public RoadWeights weights(TravelMode mode) {
        return get(weights, mode);
    }

    /** What any vehicle can drive, at the speed of the fastest: for following drawn lines, not for driving. */
    public RoadWeights anyVehicle() {
        long[] least = new long[2 * graph.edges()];
        for (int key = 0; key < least.length; key++) {
            int driven = key;
            least[key] = Stream.of(TravelMode.values())
                    .filter(mode -> mode != TravelMode.FOOT)
                    .mapToLong(mode -> weights(mode).label(driven))
                    .min()
                    .orElse(Label.UNREACHED);
        }
        return new RoadWeights(graph, least, false);
    }

    /** Whether that mode can come there from everywhere, and get away again. */
    public boolean isMain(TravelMode mode, int edge) {
        return weights(mode).isMain(edge);
    }

    /** What a map holds for that mode; every mode has an entry. */
    public static <T> T get(Map<TravelMode, T> byMode, TravelMode mode) {
        T found = byMode.get(mode);
        if (found == null) {
            throw new IllegalArgumentException("no such travel mode on this network: " + mode);
        }
        return found;
    }
}
