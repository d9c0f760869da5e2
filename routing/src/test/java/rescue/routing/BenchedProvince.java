package rescue.routing;

import com.graphhopper.GraphHopper;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import rescue.dispatch.geo.LatLon;
import rescue.dispatch.road.VehicleClass;
import rescue.routing.bench.ArrayDijkstra;
import rescue.routing.bench.Design;
import rescue.routing.bench.Goal;
import rescue.routing.bench.GraphHopperPeer;
import rescue.routing.bench.Item;
import rescue.routing.bench.Meter;
import rescue.routing.bench.Reading;
import rescue.routing.book.RoadBook;
import rescue.routing.cch.ArcGraph;
import rescue.routing.cch.Hierarchy;
import rescue.routing.cch.NestedDissection;
import rescue.routing.edge.RoadGraphReader;
import rescue.routing.edge.RoadShapes;
import rescue.routing.engine.Label;
import rescue.routing.engine.Phantom;
import rescue.routing.engine.Piece;
import rescue.routing.engine.RoadConditions;
import rescue.routing.engine.RoadEngine;
import rescue.routing.engine.RoadGraph;
import rescue.routing.engine.RoadHierarchy;
import rescue.routing.engine.RoadState;
import rescue.routing.engine.Roads;
import rescue.routing.engine.TravelMode;
import rescue.routing.map.RoadMap;
import rescue.routing.places.Snapping;
import rescue.routing.route.RouteDrawing;

/** A real map laid out for measuring: engines, peers, and where everybody stands. */
abstract class BenchedProvince {

    static final Path FULL_MAP = Path.of("../shared/maps/laichau-lite.osm.pbf");
    static final Path ROAD_BOOK = Path.of("maps/laichau");
    static final Path KEPT = Path.of("target/bench");
    static final int SCENES = 400;
    static final int UNITS = 1000;
    static final int HOSPITALS = 30;
    static final VehicleClass VEHICLE = VehicleClass.AMBULANCE;

    final Path map;
    final Meter meter;
    final List<Reading> readings = new ArrayList<>();
    final Random random;
    final RoadShapes shapes;
    final RoadGraph graph;
    final Hierarchy hierarchy;
    final GraphHopperPeer peer;
    final Snapping snapping;

    /** Labels are computed where they are wished for, at once. */
    final RoadEngine engine;

    /** The same roads, and nobody ever gets a label. */
    final RoadEngine labelless;

    /** A hierarchy over the edge keys alone, for the parts that the engine does not show one by one. */
    final Hierarchy bare;

    final RouteDrawing drawing;
    final RoadConditions open;
    final RoadConditions openLabelless;
    final ArrayDijkstra toScene;
    final ArrayDijkstra fromUnits;
    final List<LatLon> scenes;
    final List<LatLon> units;
    final List<LatLon> hospitals;
    final List<Phantom> sceneAt;
    final List<Phantom> unitAt;
    final List<Phantom> hospitalAt;
    int moves;

    BenchedProvince(Path file, RoadMap map, Meter meter, long seed) throws Exception {
        this.map = file;
        this.meter = meter;
        random = new Random(seed);
        GraphHopper hopper = map.hopper();
        shapes = new RoadShapes(hopper.getBaseGraph(), hopper.getEncodingManager());
        Roads roads = RoadGraphReader.read(hopper, map.profile());
        graph = roads.graph();
        hierarchy = RoadHierarchy.of(graph, KEPT.resolve("order-" + map.version()));
        engine = new RoadEngine(roads, hierarchy, Runnable::run);
        labelless = new RoadEngine(roads, hierarchy, task -> {});
        bare = bare();
        open = RoadConditions.open(engine);
        openLabelless = RoadConditions.open(labelless);
        snapping = new Snapping(
                hopper.getLocationIndex(), shapes, roads, hopper.getBaseGraph().getBounds());
        RoadBook book = RoadBook.find(ROAD_BOOK).orElseGet(RoadBook::empty);
        drawing = new RouteDrawing(engine, shapes, book);
        peer = GraphHopperPeer.open(
                Path.of(hopper.getGraphHopperLocation()), KEPT.resolve("graphhopper"), hopper.getProfiles());
        toScene = new ArrayDijkstra(
                graph.nodes(), 2 * graph.edges(), graph::head, graph::tail, roads.weights(TravelMode.AMBULANCE)::label);
        fromUnits = new ArrayDijkstra(
                graph.nodes(), 2 * graph.edges(), graph::tail, graph::head, roads.weights(TravelMode.AMBULANCE)::label);
        scenes = places(SCENES);
        units = places(UNITS);
        hospitals = places(HOSPITALS);
        sceneAt = scenes.stream().map(this::snap).toList();
        unitAt = units.stream().map(this::snap).toList();
        hospitalAt = hospitals.stream().map(this::snap).toList();
    }

    Hierarchy bare() {
        int[] tail = IntStream.range(0, 2 * graph.edges()).map(graph::tail).toArray();
        int[] head = IntStream.range(0, 2 * graph.edges()).map(graph::head).toArray();
        float[] x = new float[graph.nodes()];
        float[] y = new float[graph.nodes()];
        for (int node = 0; node < x.length; node++) {
            x[node] = (float) graph.lon(node);
            y[node] = (float) graph.lat(node);
        }
        ArcGraph arcs = new ArcGraph(graph.nodes(), tail, head);
        return Hierarchy.of(arcs, NestedDissection.order(arcs, x, y, 1));
    }

    void run(String item, List<Design> designs, Goal... goals) throws Exception {
        System.out.println("  " + item);
        readings.addAll(meter.measure(new Item(item, SCENES, designs, List.of(goals))));
    }

    static void start(ArrayDijkstra search, int node, long label) {
        if (Label.isReached(label)) {
            search.start(node, label, 0);
        }
    }

    static long label(RoadState roads, int key, double from, double to) {
        return from == to ? 0 : roads.label(new Piece(key, from, to));
    }

    static double fraction(Phantom at, int key) {
        return (key & 1) == 0 ? at.fraction() : 1 - at.fraction();
    }

    long[] weights() {
        return IntStream.range(0, 2 * graph.edges())
                .mapToLong(engine.roads().weights(TravelMode.AMBULANCE)::label)
                .toArray();
    }

    int mainEdge() {
        int edge = random.nextInt(graph.edges());
        while (!engine.roads().isMain(TravelMode.AMBULANCE, edge)) {
            edge = random.nextInt(graph.edges());
        }
        return edge;
    }

    /** An edge and those around it. */
    List<Integer> neighbours(int edge, int count) {
        Set<Integer> found = new LinkedHashSet<>();
        Deque<Integer> next = new ArrayDeque<>(List.of(edge));
        while (found.size() < count && !next.isEmpty()) {
            int at = next.remove();
            if (found.add(at)) {
                for (int node : new int[] {graph.tail(2 * at), graph.head(2 * at)}) {
                    Arrays.stream(graph.keysFrom(node)).forEach(key -> next.add(key >> 1));
                }
            }
        }
        return List.copyOf(found);
    }

    /** Somewhere on the connected roads: the middle of an edge, so that every engine snaps to the same one. */
    List<LatLon> places(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> shapes.at(new Phantom(mainEdge(), 0.5)))
                .toList();
    }

    Phantom snap(LatLon point) {
        return snapping.find(point).orElseThrow().phantom();
    }

    /** A tenth of a millimetre away, for a point that was asked about before is remembered. */
    LatLon moved(LatLon point) {
        moves = (moves + 1) % 1_000_000;
        return new LatLon(point.lat() + 1e-9 * moves, point.lon());
    }

    static int least(long[] labels) {
        int least = 0;
        for (int i = 1; i < labels.length; i++) {
            if (labels[i] < labels[least]) {
                least = i;
            }
        }
        return least;
    }

    static long sum(long[] labels) {
        long sum = 0;
        for (long label : labels) {
            sum += ms(label);
        }
        return sum;
    }

    static long ms(long label) {
        return Label.isReached(label) ? Label.ms(label) : GraphHopperPeer.NO_WAY_MS;
    }
}
