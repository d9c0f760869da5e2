package rescue.routing;

import com.graphhopper.GraphHopper;
import com.graphhopper.routing.util.AllEdgesIterator;
import com.graphhopper.routing.weighting.Weighting;
import com.graphhopper.util.PMap;
import java.util.Arrays;
import rescue.routing.engine.Label;
import rescue.routing.engine.RoadGraph;

/** Takes the road graph out of GraphHopper once: after that the searches know only arrays. */
final class RoadGraphReader {

    private RoadGraphReader() {}

    static RoadGraph read(GraphHopper hopper, String profile) {
        Weighting weighting = hopper.createWeighting(hopper.getProfile(profile), new PMap());
        int edges = hopper.getBaseGraph().getEdges();
        int[] base = new int[edges];
        int[] adj = new int[edges];
        long[] label = new long[2 * edges];
        Arrays.fill(label, Label.UNREACHED);
        AllEdgesIterator edge = hopper.getBaseGraph().getAllEdges();
        while (edge.next()) {
            base[edge.getEdge()] = edge.getBaseNode();
            adj[edge.getEdge()] = edge.getAdjNode();
            long decimetres = Math.round(edge.getDistance() * 10);
            for (int way = 0; way < 2; way++) {
                // The weight says whether the edge may be driven, the milliseconds what it takes: the unit of a weight
                // changes between GraphHopper's versions, that of calcEdgeMillis does not.
                if (Double.isFinite(weighting.calcEdgeWeight(edge, way == 1))) {
                    label[2 * edge.getEdge() + way] = Label.of(weighting.calcEdgeMillis(edge, way == 1), decimetres);
                }
            }
        }
        return new RoadGraph(hopper.getBaseGraph().getNodes(), base, adj, label);
    }
}
