package rescue.routing;

import com.graphhopper.routing.util.AllEdgesIterator;
import com.graphhopper.routing.weighting.Weighting;
import com.graphhopper.storage.BaseGraph;
import com.graphhopper.util.PMap;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import rescue.routing.cch.ArcGraph;
import rescue.routing.cch.CchFigures;
import rescue.routing.cch.Weight;
import rescue.routing.map.RoadMap;

/** {@link CchFigures} on a real map: {@code CchMapFigures MAP [GRAPH_FOLDER]}. */
public final class CchMapFigures {

    private CchMapFigures() {}

    public static void main(String[] arguments) throws Exception {
        Path map = Path.of(arguments[0]);
        Path graphs = arguments.length > 1 ? Path.of(arguments[1]) : Files.createTempDirectory("graphs");
        try (RoadMap opened = RoadMap.open(map, graphs, Path.of("../maps/models"))) {
            BaseGraph roads = opened.hopper().getBaseGraph();
            Weighting weighting =
                    opened.hopper().createWeighting(opened.hopper().getProfile(opened.profile()), new PMap());
            int[] tail = new int[2 * roads.getEdges()];
            int[] head = new int[tail.length];
            long[] weights = new long[tail.length];
            Arrays.fill(weights, Weight.UNREACHED);
            AllEdgesIterator edge = roads.getAllEdges();
            while (edge.next()) {
                for (int way = 0; way < 2; way++) {
                    int arc = 2 * edge.getEdge() + way;
                    tail[arc] = way == 0 ? edge.getBaseNode() : edge.getAdjNode();
                    head[arc] = way == 0 ? edge.getAdjNode() : edge.getBaseNode();
                    if (Double.isFinite(weighting.calcEdgeWeight(edge, way == 1))) {
                        weights[arc] =
                                (weighting.calcEdgeMillis(edge, way == 1) << 32) + Math.round(edge.getDistance() * 10);
                    }
                }
            }
            float[] x = new float[roads.getNodes()];
            float[] y = new float[x.length];
            for (int node = 0; node < x.length; node++) {
                double lat = roads.getNodeAccess().getLat(node);
                y[node] = (float) (lat * 111_195);
                x[node] = (float) (roads.getNodeAccess().getLon(node) * 111_195 * Math.cos(Math.toRadians(22)));
            }
            CchFigures.print(map.getFileName().toString(), new ArcGraph(x.length, tail, head), x, y, weights);
        }
    }
}
