package rescue.routing;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import rescue.dispatch.geo.LatLon;
import rescue.dispatch.road.Journey;
import rescue.dispatch.road.VehicleClass;
import rescue.routing.book.RoadBook;
import rescue.routing.edge.RoadGraphReader;
import rescue.routing.edge.RoadShapes;
import rescue.routing.engine.RoadConditions;
import rescue.routing.engine.RoadEngine;
import rescue.routing.map.RoadMap;
import rescue.routing.places.Access;
import rescue.routing.places.Snapping;
import rescue.routing.route.RouteDrawing;

/**
 * What one route for people takes, from two points on the road to its line and steps in both languages; in processor time,
 * for machines that are shared. Run from the project's folder: {@code RouteTiming MAP GRAPHS}.
 */
public final class RouteTiming {

    private static final long SEED = 42;
    private static final int PAIRS = 400;
    private static final int ROUNDS = 12;

    private RouteTiming() {}

    public static void main(String[] arguments) {
        try (RoadMap map = RoadMap.open(Path.of(arguments[0]), Path.of(arguments[1]), Path.of("maps/models"))) {
            var hopper = map.hopper();
            RoadShapes shapes = new RoadShapes(hopper.getBaseGraph(), hopper.getEncodingManager());
            RoadEngine engine = new RoadEngine(RoadGraphReader.read(hopper, map.profile()), Runnable::run);
            Snapping snapping = new Snapping(
                    hopper.getLocationIndex(),
                    shapes,
                    engine.roads(),
                    hopper.getBaseGraph().getBounds());
            RoadBook book = RoadBook.find(Path.of("maps/laichau")).orElseGet(RoadBook::empty);
            RouteDrawing drawing = new RouteDrawing(engine, shapes, book);
            RoadConditions open = RoadConditions.open(engine);
            Random random = new Random(SEED);
            List<Access> stops = new ArrayList<>();
            while (stops.size() < 2 * PAIRS) {
                LatLon at = new LatLon(21.9 + 0.7 * random.nextDouble(), 102.6 + 1.3 * random.nextDouble());
                snapping.find(at).ifPresent(stop -> stops.add(new Access(stop, null)));
            }
            for (int alternatives : new int[] {0, 2}) {
                measure(drawing, open, stops, alternatives);
            }
        }
    }

    private static void measure(RouteDrawing drawing, RoadConditions open, List<Access> stops, int alternatives) {
        var thread = java.lang.management.ManagementFactory.getThreadMXBean();
        int rounds = alternatives == 0 ? ROUNDS : 2;
        long[] nanos = new long[PAIRS];
        long steps = 0;
        for (int round = 0; round < rounds; round++) {
            for (int pair = 0; pair < PAIRS; pair++) {
                Access from = stops.get(2 * pair);
                Access to = stops.get(2 * pair + 1);
                Journey journey = Journey.between(
                                from.stop().onRoad(), to.stop().onRoad(), VehicleClass.AMBULANCE)
                        .with(alternatives);
                long start = thread.getCurrentThreadCpuTime();
                steps += drawing.way(open, List.of(from), List.of(to), journey)
                        .best()
                        .steps()
                        .size();
                nanos[pair] = thread.getCurrentThreadCpuTime() - start;
            }
        }
        Arrays.sort(nanos);
        System.out.printf(
                "%d other routes asked: p50 %.0f µs, p99 %.0f µs; %.1f steps a route; %d pairs, seed %d%n",
                alternatives,
                nanos[PAIRS / 2] / 1000.0,
                nanos[PAIRS * 99 / 100] / 1000.0,
                steps / (double) (rounds * PAIRS),
                PAIRS,
                SEED);
    }
}
