package rescue.routing.edge;

import com.graphhopper.reader.ReaderWay;
import com.graphhopper.routing.ev.DecimalEncodedValue;
import com.graphhopper.routing.ev.DecimalEncodedValueImpl;
import com.graphhopper.routing.ev.EdgeIntAccess;
import com.graphhopper.routing.util.AllEdgesIterator;
import com.graphhopper.routing.util.parsers.TagParser;
import com.graphhopper.storage.BaseGraph;
import com.graphhopper.storage.IntsRef;
import java.util.OptionalDouble;
import rescue.routing.book.RoadBookNetwork;

/**
 * The measured length of a road, carried by a tag that only the road book's ways have. The road book's line cuts bends
 * (it is 4 % shorter than the road); after the import every such edge gets the length that was measured.
 */
public final class Chainage implements TagParser {

    public static final String KEY = "chainage";

    private final DecimalEncodedValue chainage;

    public Chainage(DecimalEncodedValue chainage) {
        this.chainage = chainage;
    }

    /** Up to 26 km in steps of a decimetre; an edge of the road book is a kilometre at most. Zero: none given. */
    public static DecimalEncodedValue createEncodedValue() {
        return new DecimalEncodedValueImpl(KEY, 18, 0.1, false);
    }

    static OptionalDouble metres(ReaderWay way) {
        String tag = way.getTag(RoadBookNetwork.CHAINAGE);
        return tag == null ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(tag));
    }

    @Override
    public void handleWayTags(int edge, EdgeIntAccess edges, ReaderWay way, IntsRef relationFlags) {
        metres(way).ifPresent(metres -> chainage.setDecimal(false, edge, edges, metres));
    }

    /** Gives every edge that carries a chainage that length. */
    public static void apply(BaseGraph graph, DecimalEncodedValue chainage) {
        AllEdgesIterator edge = graph.getAllEdges();
        while (edge.next()) {
            double metres = edge.get(chainage);
            if (metres > 0) {
                edge.setDistance(metres);
            }
        }
    }
}
