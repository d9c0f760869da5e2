package rescue.routing.engine;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import rescue.routing.cch.ArcGraph;
import rescue.routing.cch.Hierarchy;
import rescue.routing.cch.NestedDissection;
import rescue.routing.cch.NodeOrder;

/** The contraction hierarchy of a road graph. Its order takes seconds, once for a map, and is kept in a file beside it. */
public final class RoadHierarchy {

    private static final Logger LOG = LoggerFactory.getLogger(RoadHierarchy.class);

    /** As many as the smallest machine has cores. */
    private static final int THREADS = 2;

    private RoadHierarchy() {}

    /**
     * Builds the hierarchy of a graph.
     *
     * @param orderFile where its order is kept, or null to compute it and forget it; a broken file is made anew
     */
    public static Hierarchy of(RoadGraph roads, @Nullable Path orderFile) {
        Arcs arcs = roads.arcs();
        ArcGraph graph = new ArcGraph(arcs.nodes(), arcs.tail(), arcs.head());
        Optional<NodeOrder> kept = orderFile == null ? Optional.empty() : NodeOrder.load(orderFile, graph);
        return Hierarchy.of(graph, kept.orElseGet(() -> order(roads, graph, orderFile)));
    }

    private static NodeOrder order(RoadGraph roads, ArcGraph graph, @Nullable Path orderFile) {
        int[] junction = roads.arcs().junction();
        float[] x = new float[junction.length];
        float[] y = new float[junction.length];
        for (int node = 0; node < junction.length; node++) {
            y[node] = (float) roads.lat(junction[node]);
            x[node] = (float) (roads.lon(junction[node]) * Math.cos(Math.toRadians(roads.lat(junction[node]))));
        }
        long start = System.nanoTime();
        NodeOrder order = NestedDissection.order(graph, x, y, THREADS);
        if (orderFile != null) {
            LOG.info("{} nodes put in order in {} ms, once", junction.length, (System.nanoTime() - start) / 1_000_000);
            try {
                order.save(orderFile, graph);
            } catch (IOException full) { // the order is good all the same; it costs the time again at the next start
                LOG.warn("the order of the nodes cannot be kept in {}: {}", orderFile, full.toString());
            }
        }
        return order;
    }
}
