package rescue.routing.edge;

import com.graphhopper.GraphHopper;
import com.graphhopper.routing.util.AllEdgesIterator;
import com.graphhopper.routing.weighting.Weighting;
import com.graphhopper.storage.BaseGraph;
import com.graphhopper.storage.NodeAccess;
import com.graphhopper.util.PMap;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import rescue.routing.engine.Label;
import rescue.routing.engine.RoadGraph;
import rescue.routing.engine.Roads;
import rescue.routing.engine.TravelMode;

/** Takes the roads out of GraphHopper once: after that the searches know only arrays. */
public final class RoadGraphReader {

    private RoadGraphReader() {}

    /**
     * The roads of an opened map.
     *
     * @param usual the profile of the ambulance, and of every mode that has no profile with its name in lower case
     */
    public static Roads read(GraphHopper hopper, String usual) {
        Map<TravelMode, long[]> labels = new EnumMap<>(TravelMode.class);
        labels.put(TravelMode.AMBULANCE, labels(hopper, usual));
        for (TravelMode mode : TravelMode.values()) {
            String profile = mode.name().toLowerCase(Locale.ROOT);
            if (!profile.equals(usual) && hopper.getProfile(profile) != null) {
                labels.put(mode, labels(hopper, profile));
            }
        }
        return new Roads(graph(hopper), labels);
    }

    private static RoadGraph graph(GraphHopper hopper) {
        BaseGraph map = hopper.getBaseGraph();
        int[] base = new int[map.getEdges()];
        int[] adj = new int[map.getEdges()];
        AllEdgesIterator edge = map.getAllEdges();
        while (edge.next()) {
            base[edge.getEdge()] = edge.getBaseNode();
            adj[edge.getEdge()] = edge.getAdjNode();
        }
        double[] lat = new double[map.getNodes()];
        double[] lon = new double[map.getNodes()];
        NodeAccess nodes = map.getNodeAccess();
        Arrays.setAll(lat, nodes::getLat);
        Arrays.setAll(lon, nodes::getLon);
        return new RoadGraph(base, adj, lat, lon, TurnSigns.read(hopper));
    }

    private static long[] labels(GraphHopper hopper, String profile) {
        Weighting weighting = hopper.createWeighting(hopper.getProfile(profile), new PMap());
        long[] label = new long[2 * hopper.getBaseGraph().getEdges()];
        Arrays.fill(label, Label.UNREACHED);
        AllEdgesIterator edge = hopper.getBaseGraph().getAllEdges();
        while (edge.next()) {
            long decimetres = Math.round(edge.getDistance() * 10);
            for (int way = 0; way < 2; way++) {
                // The weight says whether the edge may be driven, the milliseconds what it takes: the unit of a weight
                // changes between GraphHopper's versions, that of calcEdgeMillis does not.
                if (Double.isFinite(weighting.calcEdgeWeight(edge, way == 1))) {
                    label[2 * edge.getEdge() + way] = Label.of(weighting.calcEdgeMillis(edge, way == 1), decimetres);
                }
            }
        }
        return label;
    }
}
