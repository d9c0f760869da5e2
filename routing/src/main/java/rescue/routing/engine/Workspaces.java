package rescue.routing.engine;

import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;

/** Search arrays for as many searches as run at once: two megabytes each, so they are handed on, not made anew. */
final class Workspaces {

    private final RoadGraph graph;
    /** Never longer than the number of threads that search at the same time. */
    private final ConcurrentLinkedQueue<Dijkstra> free = new ConcurrentLinkedQueue<>();

    Workspaces(RoadGraph graph) {
        this.graph = graph;
    }

    <T> T with(Function<Dijkstra, T> work) {
        Dijkstra taken = free.poll();
        Dijkstra dijkstra = taken == null ? new Dijkstra(graph) : taken;
        try {
            return work.apply(dijkstra);
        } finally {
            free.add(dijkstra);
        }
    }
}
