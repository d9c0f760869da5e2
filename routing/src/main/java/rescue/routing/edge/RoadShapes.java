package rescue.routing.edge;

import com.graphhopper.routing.ev.BooleanEncodedValue;
import com.graphhopper.routing.ev.EncodedValueLookup;
import com.graphhopper.routing.ev.EnumEncodedValue;
import com.graphhopper.routing.ev.RoadClass;
import com.graphhopper.routing.ev.RoadEnvironment;
import com.graphhopper.routing.ev.Roundabout;
import com.graphhopper.storage.BaseGraph;
import com.graphhopper.util.EdgeIteratorState;
import com.graphhopper.util.FetchMode;
import com.graphhopper.util.Parameters;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import rescue.dispatch.geo.LatLon;
import rescue.routing.engine.Phantom;
import rescue.routing.engine.Piece;
import rescue.routing.tiles.DrawnRoads;

/** What the map says of an edge beside its cost: line, number, name, class. Read from the map when asked. */
public final class RoadShapes implements DrawnRoads {

    private static final List<String> RANKS = List.of(
            "motorway", "trunk", "primary", "secondary", "tertiary", "unclassified", "residential", "living_street");

    private final BaseGraph graph;
    private final BooleanEncodedValue roundabout;
    private final EnumEncodedValue<RoadClass> roadClass;
    private final EnumEncodedValue<RoadEnvironment> environment;
    private final BooleanEncodedValue access;

    public RoadShapes(BaseGraph graph, EncodedValueLookup values) {
        this.graph = graph;
        roundabout = values.getBooleanEncodedValue(Roundabout.KEY);
        roadClass = values.getEnumEncodedValue(RoadClass.KEY, RoadClass.class);
        environment = values.getEnumEncodedValue(RoadEnvironment.KEY, RoadEnvironment.class);
        access = values.getBooleanEncodedValue(ModelledMode.AMBULANCE.accessKey());
    }

    public RoadLine roadLine(int edge) {
        return RoadLine.of(edge(edge).fetchWayGeometry(FetchMode.ALL));
    }

    @Override
    public int count() {
        return graph.getEdges();
    }

    @Override
    public List<LatLon> line(int edge) {
        return roadLine(edge).cut(0, 1);
    }

    @Override
    public LatLon southWest() {
        return new LatLon(graph.getBounds().minLat, graph.getBounds().minLon);
    }

    @Override
    public LatLon northEast() {
        return new LatLon(graph.getBounds().maxLat, graph.getBounds().maxLon);
    }

    /** The line of a piece in driving order. */
    public List<LatLon> line(Piece piece) {
        RoadLine line = roadLine(piece.edgeKey() >> 1);
        return (piece.edgeKey() & 1) == 0
                ? line.cut(piece.from(), piece.to())
                : line.cut(Math.max(0, 1 - piece.from()), Math.max(0, 1 - piece.to()));
    }

    public LatLon at(Phantom point) {
        return roadLine(point.edge()).at(point.fraction());
    }

    /** The length of the edge as driven, in metres. */
    public double lengthM(int edge) {
        return edge(edge).getDistance();
    }

    /** The road's number as signed, if it has one. */
    @Override
    public Optional<String> ref(int edge) {
        return text(edge(edge).getValue(Parameters.Details.STREET_REF));
    }

    /** The road's or street's name, if it has one. */
    @Override
    public Optional<String> name(int edge) {
        return text(edge(edge).getName());
    }

    /** As told to a driver: the number, and the name too where it says more. */
    public Optional<String> label(int edge) {
        Optional<String> ref = ref(edge);
        Optional<String> name = name(edge);
        if (ref.isEmpty() || name.isEmpty()) {
            return ref.or(() -> name);
        }
        String digits = plain(ref.get()).replaceFirst("^[A-Z]+", ""); // "Quốc lộ 4D, Sơn Bình" is QL4D once more
        return plain(name.get()).contains(digits) ? ref : Optional.of(name.get() + " (" + ref.get() + ")");
    }

    /** Whether a number on the map, of which there may be several, is that road's number, however it is spelt. */
    public static boolean isNumber(String ref, String road) {
        return Arrays.stream(ref.split(";", -1)).anyMatch(one -> plain(one).equals(plain(road)));
    }

    private static String plain(String road) {
        return road.toUpperCase(Locale.ROOT).replace('Đ', 'D').replaceAll("[^A-Z0-9]", "");
    }

    /** The standing of a road among others, the greatest first: 0 is a motorway. */
    public int rank(int edge) {
        int rank = RANKS.indexOf(roadClass(edge));
        return rank < 0 ? RANKS.size() : rank;
    }

    public boolean isRoundabout(int edge) {
        return edge(edge).get(roundabout);
    }

    /** Whether the road goes through water there. */
    public boolean isFord(int edge) {
        return edge(edge).get(environment) == RoadEnvironment.FORD;
    }

    /** The class of the road in OpenStreetMap's words: {@code trunk}, {@code primary}, {@code track}. */
    @Override
    public String roadClass(int edge) {
        return edge(edge).get(roadClass).toString();
    }

    /** As the ambulance may drive it. */
    @Override
    public Flow flow(int edge) {
        EdgeIteratorState state = edge(edge);
        boolean forward = state.get(access);
        boolean backward = state.getReverse(access);
        return forward == backward ? Flow.BOTH : forward ? Flow.FORWARD : Flow.BACKWARD;
    }

    @Override
    public Structure structure(int edge) {
        return switch (edge(edge).get(environment)) {
            case BRIDGE -> Structure.BRIDGE;
            case TUNNEL -> Structure.TUNNEL;
            case FORD -> Structure.FORD;
            case FERRY -> Structure.FERRY;
            case OTHER, ROAD -> Structure.NONE;
        };
    }

    private EdgeIteratorState edge(int edge) {
        return graph.getEdgeIteratorStateForKey(2 * edge);
    }

    private static Optional<String> text(@org.jspecify.annotations.Nullable Object value) {
        return value == null || value.toString().isBlank() ? Optional.empty() : Optional.of(value.toString());
    }
}
