package rescue.routing.edge;

import com.graphhopper.GraphHopper;
import com.graphhopper.config.Profile;
import com.graphhopper.routing.ev.BooleanEncodedValue;
import com.graphhopper.routing.ev.TurnRestriction;
import com.graphhopper.routing.util.AllEdgesIterator;
import com.graphhopper.storage.BaseGraph;
import com.graphhopper.storage.TurnCostStorage;
import com.graphhopper.util.CustomModel;
import com.graphhopper.util.EdgeExplorer;
import com.graphhopper.util.EdgeIteratorState;
import com.graphhopper.util.TurnCostsConfig;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import rescue.routing.engine.Signs;
import rescue.routing.engine.TurnBan;

/**
 * Turn restrictions of the map (relations {@code type=restriction}), as the importer keeps them. They hold for every vehicle;
 * one that excepts emergency vehicles holds for none of ours.
 *
 * <p>For a restriction over several ways (from A over B not into C) the importer puts a copy of B beside B, for those who
 * come from A. Copies are marked at import, while they still stand behind all real edges.
 */
public final class TurnSigns {

    /** Marks an edge that is a copy of another. */
    public static final String COPY = "restriction_copy";

    /** A profile for the importer's sake: it reads restrictions only for a profile that asks for them. */
    private static final String PROFILE = "signs";

    private static final List<String> VEHICLES = List.of("motorcar", "motor_vehicle", "emergency");

    private TurnSigns() {}

    public static Profile profile(CustomModel any) {
        return new Profile(PROFILE).setCustomModel(any).setTurnCostsConfig(new TurnCostsConfig(VEHICLES));
    }

    public static void markCopies(BaseGraph graph, BooleanEncodedValue copy) {
        EdgeExplorer explorer = graph.createEdgeExplorer();
        AllEdgesIterator edge = graph.getAllEdges();
        while (edge.next()) {
            for (int other : twins(graph, explorer, edge)) {
                if (other > edge.getEdge()) {
                    graph.getEdgeIteratorStateForKey(2 * other).set(copy, true);
                }
            }
        }
    }

    static Signs read(GraphHopper hopper) {
        BaseGraph graph = hopper.getBaseGraph();
        String key = TurnRestriction.key(PROFILE);
        if (!hopper.getEncodingManager().hasTurnEncodedValue(key)) {
            return Signs.NONE;
        }
        BooleanEncodedValue forbidden = hopper.getEncodingManager().getTurnBooleanEncodedValue(key);
        Set<TurnBan> bans = new HashSet<>();
        TurnCostStorage.Iterator turn = graph.getTurnCostStorage().getAllTurnCosts();
        while (turn.next()) {
            if (turn.get(forbidden)) {
                for (int from : keysInto(graph, turn.getFromEdge(), turn.getViaNode())) {
                    for (int to : keysInto(graph, turn.getToEdge(), turn.getViaNode())) {
                        bans.add(new TurnBan(from, to ^ 1));
                    }
                }
            }
        }
        return new Signs(bans, copies(hopper));
    }

    /** The keys of an edge that end at a node: one, or both of a loop. */
    private static List<Integer> keysInto(BaseGraph graph, int edge, int node) {
        EdgeIteratorState state = graph.getEdgeIteratorStateForKey(2 * edge);
        List<Integer> keys = new ArrayList<>(2);
        if (state.getAdjNode() == node) {
            keys.add(2 * edge);
        }
        if (state.getBaseNode() == node) {
            keys.add(2 * edge + 1);
        }
        return keys;
    }

    private static Map<Integer, List<Integer>> copies(GraphHopper hopper) {
        BaseGraph graph = hopper.getBaseGraph();
        BooleanEncodedValue copy = hopper.getEncodingManager().getBooleanEncodedValue(COPY);
        EdgeExplorer explorer = graph.createEdgeExplorer();
        Map<Integer, List<Integer>> copies = new HashMap<>();
        AllEdgesIterator edge = graph.getAllEdges();
        while (edge.next()) {
            if (edge.get(copy)) {
                List<Integer> all = twins(graph, explorer, edge);
                all.sort((a, b) -> Boolean.compare(isCopy(graph, a, copy), isCopy(graph, b, copy)));
                all.forEach(one -> copies.put(one, List.copyOf(all)));
            }
        }
        return copies;
    }

    private static boolean isCopy(BaseGraph graph, int edge, BooleanEncodedValue copy) {
        return graph.getEdgeIteratorStateForKey(2 * edge).get(copy);
    }

    /** An edge and its copies: they share one geometry. */
    private static List<Integer> twins(BaseGraph graph, EdgeExplorer explorer, EdgeIteratorState edge) {
        List<Integer> twins = new ArrayList<>();
        graph.forEdgeAndCopiesOfEdge(explorer, edge, one -> twins.add(one.getEdge()));
        return twins;
    }
}
