package rescue.routing;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;
import org.slf4j.LoggerFactory;
import rescue.dispatch.geo.LatLon;
import rescue.dispatch.port.RoadNetwork;
import rescue.dispatch.road.Journey;
import rescue.dispatch.road.RoadEffect;
import rescue.dispatch.road.Route;
import rescue.routing.bench.Design;
import rescue.routing.bench.Forks;
import rescue.routing.bench.Goal;
import rescue.routing.bench.GraphHopperPeer.Way;
import rescue.routing.bench.Meter;
import rescue.routing.bench.Options;
import rescue.routing.cch.Customization;
import rescue.routing.cch.Metric;
import rescue.routing.cch.OwnerSweep;
import rescue.routing.engine.CoverageSweep;
import rescue.routing.engine.Direction;
import rescue.routing.engine.InForce;
import rescue.routing.engine.Label;
import rescue.routing.engine.Phantom;
import rescue.routing.engine.RoadConditions;
import rescue.routing.engine.RoadEngine;
import rescue.routing.engine.RoadState;
import rescue.routing.engine.Stretch;
import rescue.routing.map.RoadMap;
import rescue.routing.places.Access;
import rescue.routing.places.Snapping;

/**
 * One fork of {@code deploy/bench routing} on a real map: below the port, where it is known at which point of which edge
 * everybody stands unless an item says that this is looked for, and at the port.
 */
public final class ProvinceBench extends BenchedProvince {

    public static void main(String[] arguments) throws Exception {
        ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).setLevel(Level.WARN);
        Options options = new Options(
                Arrays.asList(arguments).subList(1, arguments.length), "map", "nodes", "warmup", "seconds", "seed");
        Path map = Path.of(
                options.text("map", Files.isRegularFile(FULL_MAP) ? FULL_MAP.toString() : ROAD_BOOK.toString()));
        long seed = options.number("seed", 42);
        try (RoadMap opened =
                RoadMap.open(map, KEPT.resolve("graphs"), Path.of("maps/models"), ROAD_BOOK.resolve("elevation"))) {
            ProvinceBench bench = new ProvinceBench(
                    map, opened, new Meter(options.decimal("warmup", 1), options.decimal("seconds", 1)), seed);
            System.out.printf(
                    "%s: %,d nodes, %,d edges; %d scenes, %d units, %d hospitals anywhere on it, seed %d%n",
                    map.getFileName(), bench.graph.nodes(), bench.graph.edges(), SCENES, UNITS, HOSPITALS, seed);
            bench.measure();
            Forks.report(Path.of(arguments[0]), bench.readings);
            System.out.println("checksum " + bench.meter.blackHole());
        }
    }

    private ProvinceBench(Path file, RoadMap map, Meter meter, long seed) throws Exception {
        super(file, map, meter, seed);
    }

    private void measure() throws Exception {
        rank(200);
        rank(UNITS);
        decision();
        closure();
        slide();
        storm();
        coverage();
        snapAlone();
        routeAlone();
        atThePort();
    }

    private void rank(int count) throws Exception {
        RoadState roads = open.state(VEHICLE);
        RoadState roadsLabelless = openLabelless.state(VEHICLE);
        List<Phantom> fleet = unitAt.subList(0, count);
        engine.labels(roads, sceneAt.get(0), fleet, Direction.FORWARD);
        List<Design> designs = new ArrayList<>(List.of(
                Design.of("labels", scene -> sum(engine.labels(roads, sceneAt.get(scene), fleet, Direction.FORWARD))),
                Design.of(
                        "lazy",
                        scene -> sum(labelless.labels(roadsLabelless, sceneAt.get(scene), fleet, Direction.FORWARD))),
                Design.of("Dijkstra", scene -> rankByDijkstra(roads, sceneAt.get(scene), fleet)),
                Design.peer("GraphHopper CH", 6_000 / count, scene -> rankByPeer(scenes.get(scene), count, Way.CH))));
        if (count == 200) {
            designs.add(Design.peer("GraphHopper LM", 4, scene -> rankByPeer(scenes.get(scene), count, Way.LM)));
            designs.add(Design.peer(
                    "GraphHopper flexible", 2, scene -> rankByPeer(scenes.get(scene), count, Way.FLEXIBLE)));
        }
        run("rank " + count + " units to a scene", designs, Goal.timesOurs("GraphHopper CH", 1_000));
    }

    private long rankByPeer(LatLon scene, int count, Way way) {
        long sum = 0;
        for (LatLon unit : units.subList(0, count)) {
            sum += peer.timeMs(unit, scene, way);
        }
        return sum;
    }

    private long rankByDijkstra(RoadState roads, Phantom scene, List<Phantom> fleet) {
        toScene.clear();
        for (int key = 2 * scene.edge(); key <= 2 * scene.edge() + 1; key++) {
            start(toScene, graph.tail(key), label(roads, key, 0, fraction(scene, key)));
        }
        toScene.run();
        long sum = 0;
        for (Phantom unit : fleet) {
            long best = Label.UNREACHED;
            for (int key = 2 * unit.edge(); key <= 2 * unit.edge() + 1; key++) {
                double at = fraction(unit, key);
                best = Math.min(best, label(roads, key, at, 1) + toScene.label(graph.head(key)));
                if (unit.edge() == scene.edge() && at <= fraction(scene, key)) {
                    best = Math.min(best, label(roads, key, at, fraction(scene, key)));
                }
            }
            sum += ms(best);
        }
        return sum;
    }

    /** Everything between the alert and the crew's route: nothing of the scene is known, and it is another one each time. */
    private void decision() throws Exception {
        RoadState roads = open.state(VEHICLE);
        List<Phantom> fleet = unitAt.subList(0, 50);
        engine.labels(roads, sceneAt.get(0), fleet, Direction.FORWARD);
        engine.labels(roads, sceneAt.get(0), hospitalAt, Direction.BACKWARD);
        run(
                "whole decision: snap, rank 50 units and 30 hospitals, two routes with Vietnamese steps",
                List.of(
                        Design.of("labels", scene -> {
                            Phantom at = snap(moved(scenes.get(scene)));
                            int unit = least(engine.labels(roads, at, fleet, Direction.FORWARD));
                            int hospital = least(engine.labels(roads, at, hospitalAt, Direction.BACKWARD));
                            return routeMs(fleet.get(unit), at) + routeMs(at, hospitalAt.get(hospital));
                        }),
                        Design.peer("GraphHopper CH", 60, scene -> {
                            LatLon at = scenes.get(scene);
                            long[] times = new long[50];
                            Arrays.setAll(times, unit -> peer.timeMs(units.get(unit), at, Way.CH));
                            long[] on = new long[HOSPITALS];
                            Arrays.setAll(on, hospital -> peer.timeMs(at, hospitals.get(hospital), Way.CH));
                            return peer.routeMs(units.get(least(times)), at, Way.CH)
                                    + peer.routeMs(at, hospitals.get(least(on)), Way.CH);
                        })),
                Goal.timesOurs("GraphHopper CH", 50),
                Goal.p99("labels", 0.5));
    }

    private long routeMs(Phantom from, Phantom to) {
        Access start = new Access(new Snapping.Snapped(from, shapes.at(from), 0), null);
        Access goal = new Access(new Snapping.Snapped(to, shapes.at(to), 0), null);
        Journey journey = Journey.between(start.stop().onRoad(), goal.stop().onRoad(), VEHICLE);
        Route route = drawing.way(open, List.of(start), List.of(goal), journey).best();
        int words = route.steps().stream().mapToInt(step -> step.vi().length()).sum();
        return route.travel().time().toMillis() + (words + route.line().size() == 0 ? 1 : 0);
    }

    private void closure() throws Exception {
        List<InForce> closures = IntStream.range(0, SCENES)
                .mapToObj(i -> closed(List.of(mainEdge())))
                .toList();
        List<Phantom> fleet = unitAt.subList(0, 200);
        RoadEngine ofTheFleet = new RoadEngine(engine.roads(), hierarchy, Runnable::run); // carries their labels only
        RoadConditions before = RoadConditions.open(ofTheFleet);
        ofTheFleet.labels(before.state(VEHICLE), sceneAt.get(0), fleet, Direction.FORWARD);
        run(
                "one road closed: every later decision right, for every vehicle class",
                List.of(
                        Design.of("published", i -> closures(openLabelless, closures.get(i), labelless)),
                        Design.of("labels of 200 units rebuilt, first ranking", i -> {
                                    RoadConditions closed = before.with(2, List.of(closures.get(i)), ofTheFleet);
                                    return sum(ofTheFleet.labels(
                                            closed.state(VEHICLE), sceneAt.get(i), fleet, Direction.FORWARD));
                                })
                                .notCompared(),
                        Design.peer("GraphHopper CH prepared again", 1, i -> peer.prepareAgain())
                                .notCompared()),
                Goal.p99("published", 2),
                Goal.p99("labels of 200 units rebuilt, first ranking", 3));
    }

    private void slide() throws Exception {
        List<InForce> slides = IntStream.range(0, SCENES)
                .mapToObj(i -> closed(neighbours(mainEdge(), 50)))
                .toList();
        run(
                "a slide of 50 edges, for every vehicle class",
                List.of(Design.of("published", i -> closures(openLabelless, slides.get(i), labelless))),
                Goal.p99("published", 5));
    }

    private static long closures(RoadConditions before, InForce closure, RoadEngine engine) {
        return before.with(2, List.of(closure), engine).state(VEHICLE).closed().size();
    }

    private void storm() throws Exception {
        List<Stretch> everywhere = IntStream.range(0, graph.edges())
                .mapToObj(edge -> new Stretch(edge, 0, 1))
                .toList();
        List<InForce> storms = IntStream.range(0, SCENES)
                .mapToObj(i -> new InForce(new UUID(2, i), new RoadEffect.Slow(1.5 + i % 8 * 0.25), 0, everywhere))
                .toList();
        Customization customization = new Customization(bare);
        long[] weights = weights();
        run(
                "every weight new (storm)",
                List.of(
                        Design.of("customised, one vehicle class", i -> {
                            weights[i] ^= 1; // a decimetre: the same time, and a new question
                            return customization.customize(weights).weight(i) >>> 32;
                        }),
                        Design.of(
                                        "published, every vehicle class",
                                        i -> openLabelless
                                                .with(2, List.of(storms.get(i)), labelless)
                                                .version())
                                .notCompared()),
                Goal.p50("customised, one vehicle class", 15));
    }

    private void coverage() throws Exception {
        RoadState roads = open.state(VEHICLE);
        List<Phantom> fleet = unitAt.subList(0, 200);
        OwnerSweep sweep = new OwnerSweep(bare);
        Metric metric = new Customization(bare).customize(weights());
        CoverageSweep coverage = new CoverageSweep(engine);
        List<CoverageSweep.From> from =
                fleet.stream().map(at -> new CoverageSweep.From(at, 60_000)).toList();
        int[] nodes = new int[2 * fleet.size()];
        long[] costs = new long[nodes.length];
        int[] owners = new int[nodes.length];
        run(
                "coverage: time and owner for every node, 200 units",
                List.of(
                        Design.of("sweep", i -> {
                            sweep.run(metric, nodes, costs, owners, starts(roads, fleet, i, nodes, costs, owners));
                            return sumOfNodes(sweep::weight);
                        }),
                        Design.of("Dijkstra", i -> {
                            int count = starts(roads, fleet, i, nodes, costs, owners);
                            fromUnits.clear();
                            for (int start = 0; start < count; start++) {
                                fromUnits.start(nodes[start], costs[start], owners[start]);
                            }
                            fromUnits.run();
                            return sumOfNodes(fromUnits::label);
                        }),
                        Design.of(
                                        "400 places as the engine tells them",
                                        i -> coverage.at(roads, from, sceneAt)
                                                .get(i)
                                                .who())
                                .notCompared(),
                        Design.peer(
                                        "GraphHopper tree of ONE unit",
                                        20,
                                        i -> peer.tree(
                                                graph.head(2 * unitAt.get(i).edge())))
                                .notCompared()),
                Goal.p50("sweep", 3));
    }

    /** Where the units come to the first nodes; with every question the next one is the first. */
    private int starts(RoadState roads, List<Phantom> fleet, int first, int[] nodes, long[] costs, int[] owners) {
        int count = 0;
        for (int unit = 0; unit < fleet.size(); unit++) {
            Phantom at = unitAt.get((first + unit) % UNITS);
            for (int key = 2 * at.edge(); key <= 2 * at.edge() + 1; key++) {
                long label = label(roads, key, fraction(at, key), 1);
                if (Label.isReached(label)) {
                    nodes[count] = graph.head(key);
                    costs[count] = label;
                    owners[count++] = unit;
                }
            }
        }
        return count;
    }

    private long sumOfNodes(IntToLongFunction label) {
        long sum = 0;
        for (int node = 0; node < graph.nodes(); node++) {
            sum += ms(label.applyAsLong(node));
        }
        return sum;
    }

    private void snapAlone() throws Exception {
        run(
                "snap a point",
                List.of(
                        Design.of("Snapping", i -> snap(moved(scenes.get(i))).edge()),
                        Design.peer("GraphHopper", 100_000, i -> peer.snap(scenes.get(i)))));
    }

    private void routeAlone() throws Exception {
        run(
                "one route with Vietnamese steps",
                List.of(
                        Design.of("Route", i -> routeMs(unitAt.get(i), sceneAt.get(i))),
                        Design.peer("GraphHopper CH", 1_000, i -> peer.routeMs(units.get(i), scenes.get(i), Way.CH)),
                        Design.peer("GraphHopper LM", 200, i -> peer.routeMs(units.get(i), scenes.get(i), Way.LM)),
                        Design.peer(
                                "GraphHopper flexible",
                                100,
                                i -> peer.routeMs(units.get(i), scenes.get(i), Way.FLEXIBLE))));
    }

    /** As the core asks: futures, sentences, whatever goes to a worker and back. */
    private void atThePort() throws Exception {
        Vertx vertx = Vertx.vertx();
        try {
            RoadNetwork port = RoutingModule.open(
                            vertx,
                            Files.isDirectory(map) ? null : map,
                            ROAD_BOOK,
                            KEPT.resolve("graphs"),
                            Path.of("maps/models"))
                    .roads();
            List<RoadNetwork.Origin> fleet = units.subList(0, 200).stream()
                    .map(at -> new RoadNetwork.Origin(at, VEHICLE))
                    .toList();
            await(port.timesAround(scenes.get(0), fleet, hospitals));
            run(
                    "at the port: times around a new scene, 200 units and 30 hospitals",
                    List.of(Design.of(
                            "timesAround",
                            i -> await(port.timesAround(moved(scenes.get(i)), fleet, hospitals))
                                    .toScene()
                                    .size())));
            List<RoadNetwork.Ready> ready = fleet.stream()
                    .map(unit -> new RoadNetwork.Ready(unit.at(), unit.vehicle(), Duration.ofMinutes(2)))
                    .toList();
            run(
                    "at the port: coverage of 400 places by 200 units",
                    List.of(Design.of(
                            "coverage",
                            i -> await(port.coverage(ready, scenes)).first().size())));
            run(
                    "at the port: a route to a new scene",
                    List.of(Design.of(
                            "route",
                            i -> await(port.route(Journey.toPatient(units.get(i), moved(scenes.get(i)), VEHICLE)))
                                    .best()
                                    .line()
                                    .size())));
        } finally {
            await(vertx.close());
        }
    }

    private static <T> T await(Future<T> answer) throws Exception {
        return answer.toCompletionStage().toCompletableFuture().get(60, TimeUnit.SECONDS);
    }

    private InForce closed(List<Integer> edges) {
        return new InForce(
                new UUID(1, random.nextLong()),
                new RoadEffect.Closed(Set.of()),
                0,
                edges.stream().map(edge -> new Stretch(edge, 0.4, 0.6)).toList());
    }
}
