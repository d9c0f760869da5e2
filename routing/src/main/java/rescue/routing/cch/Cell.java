package rescue.routing.cch;

import java.util.Arrays;

/**
 * A piece of the graph that is dissected further: its own small graph, so that work on it stays near in memory.
 *
 * @param node what each of its nodes is called in the whole graph
 * @param graph who is joined to whom within the piece
 * @param x a plane coordinate of each node, eastward
 * @param y northward, in the same unit
 */
@SuppressWarnings("ArrayRecordComponent") // read in loops that a copy would slow down; nobody compares two of them
record Cell(int[] node, Adjacency graph, float[] x, float[] y) {

    int size() {
        return node.length;
    }

    /** Cuts the piece up: a new one for each of the parts {@code 0..parts-1}; nodes of other parts are left out. */
    Cell[] split(int[] part, int parts) {
        int[] place = new int[size()];
        int[] nodes = new int[parts];
        int[] ends = new int[parts];
        for (int v = 0; v < size(); v++) {
            if (part[v] < parts) {
                place[v] = nodes[part[v]]++;
                ends[part[v]] += graph.degree(v);
            }
        }
        Cell[] cells = new Cell[parts];
        Arrays.setAll(cells, i -> blank(nodes[i], ends[i]));
        for (int v = 0; v < size(); v++) {
            if (part[v] < parts) {
                Cell cell = cells[part[v]];
                int at = place[v];
                cell.node[at] = node[v];
                cell.x[at] = x[v];
                cell.y[at] = y[v];
                int used = cell.graph.first()[at];
                for (int i = graph.first()[v]; i < graph.first()[v + 1]; i++) {
                    if (part[graph.to()[i]] == part[v]) {
                        cell.graph.to()[used++] = place[graph.to()[i]]; // neighbours keep their order
                    }
                }
                cell.graph.first()[at + 1] = used;
            }
        }
        return cells;
    }

    private static Cell blank(int nodes, int ends) {
        return new Cell(
                new int[nodes], new Adjacency(new int[nodes + 1], new int[ends]), new float[nodes], new float[nodes]);
    }

    /** Numbers the connected parts, each node's part into {@code part}; returns how many there are. */
    int components(int[] part) {
        Arrays.fill(part, -1);
        int[] queue = new int[size()];
        int parts = 0;
        for (int start = 0; start < size(); start++) {
            if (part[start] < 0) {
                int end = 0;
                queue[end++] = start;
                part[start] = parts;
                for (int at = 0; at < end; at++) {
                    for (int i = graph.first()[queue[at]]; i < graph.first()[queue[at] + 1]; i++) {
                        int neighbour = graph.to()[i];
                        if (part[neighbour] < 0) {
                            part[neighbour] = parts;
                            queue[end++] = neighbour;
                        }
                    }
                }
                parts++;
            }
        }
        return parts;
    }
}
