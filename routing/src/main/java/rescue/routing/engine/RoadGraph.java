package rescue.routing.engine;

import java.util.Collection;

/**
 * The shape of the roads of one map, immutable and free of weights: junctions are nodes, what lies between two of them is
 * an edge. What driving costs is in {@link RoadWeights}, one for each {@link TravelMode}.
 *
 * <p>An edge has two keys, one for each way to drive it: {@code 2 * edge} as drawn, from base to adjacent node, and
 * {@code 2 * edge + 1} against it.
 */
public final class RoadGraph {

    private final int[] base;
    private final int[] adj;
    private final double[] lat;
    private final double[] lon;
    private final Rows keysByTail;
    private final Arcs arcs;
    private final Signs signs;

    /** A graph with forbidden turns. */
    public RoadGraph(int[] base, int[] adj, double[] lat, double[] lon, Collection<TurnBan> bans) {
        this(base, adj, lat, lon, Signs.of(bans));
    }

    /**
     * A graph of {@code base.length} edges and {@code lat.length} nodes.
     *
     * @param base for each edge the node where its drawing begins
     * @param adj for each edge the node where its drawing ends
     * @param lat for each node its latitude in degrees
     * @param lon for each node its longitude in degrees
     * @param signs the turns that drivers may not make
     */
    public RoadGraph(int[] base, int[] adj, double[] lat, double[] lon, Signs signs) {
        this.base = base.clone();
        this.adj = adj.clone();
        this.lat = lat.clone();
        this.lon = lon.clone();
        keysByTail = Rows.group(lat.length, 2 * base.length, this::tail);
        arcs = Arcs.of(this, signs.bans());
        this.signs = signs;
    }

    /** How many junctions there are. */
    public int nodes() {
        return lat.length;
    }

    public int edges() {
        return base.length;
    }

    /** The node where driving that key begins. */
    public int tail(int edgeKey) {
        return (edgeKey & 1) == 0 ? base[edgeKey >> 1] : adj[edgeKey >> 1];
    }

    /** The node where driving that key ends. */
    public int head(int edgeKey) {
        return tail(edgeKey ^ 1);
    }

    /** The latitude of a node in degrees. */
    public double lat(int node) {
        return lat[node];
    }

    /** The longitude of a node in degrees. */
    public double lon(int node) {
        return lon[node];
    }

    /** The keys that leave a node, whoever may drive them, each once. */
    public int[] keysFrom(int node) {
        return keysByTail.row(node);
    }

    Signs signs() {
        return signs;
    }

    /** What the searches run on: the same junctions, those with forbidden turns taken apart. */
    Arcs arcs() {
        return arcs;
    }
}
