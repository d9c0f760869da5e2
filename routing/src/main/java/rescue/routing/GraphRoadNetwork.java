package rescue.routing;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import rescue.dispatch.geo.LatLon;
import rescue.dispatch.port.RoadNetwork;
import rescue.dispatch.port.RoadRegister;
import rescue.dispatch.port.RoadsAsOf;
import rescue.dispatch.road.Coverage;
import rescue.dispatch.road.ExtentMatch;
import rescue.dispatch.road.Journey;
import rescue.dispatch.road.RoadClosure;
import rescue.dispatch.road.RoadExtent;
import rescue.dispatch.road.RoadsInForce;
import rescue.dispatch.road.SceneTimes;
import rescue.dispatch.road.Snap;
import rescue.dispatch.road.VehicleClass;
import rescue.dispatch.road.WayThere;
import rescue.routing.closures.ClosureOverlaps;
import rescue.routing.closures.ExtentMatching;
import rescue.routing.edge.RoadGraphReader;
import rescue.routing.edge.RoadShapes;
import rescue.routing.engine.InForce;
import rescue.routing.engine.RoadConditions;
import rescue.routing.engine.RoadEngine;
import rescue.routing.engine.RoadHierarchy;
import rescue.routing.engine.Roads;
import rescue.routing.engine.TravelMode;
import rescue.routing.estimate.EstimateRoadNetwork;
import rescue.routing.estimate.Estimates;
import rescue.routing.map.RoadMap;
import rescue.routing.places.Access;
import rescue.routing.places.Accesses;
import rescue.routing.places.Snapping;
import rescue.routing.route.RouteDrawing;

/**
 * The road network as the core knows it, answered by the searches over a road map.
 *
 * <p>Every question takes one state of the roads and asks nothing else. What is known already is answered at once, on the
 * caller's thread; whatever has to search runs on workers of its own.
 */
public final class GraphRoadNetwork implements RoadNetwork, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(GraphRoadNetwork.class);

    /** Searches at once: as many as the smallest machine has cores. */
    private static final int SEARCH_THREADS = 2;

    /** Searches waiting for a worker: two seconds' work. Beyond that driving times are estimates, for they may not wait. */
    private static final int MAX_WAITING = 500;

    /** Points put on the map on the caller's thread: the scene and a few units that moved; 5 to 50 microseconds each. */
    private static final int MAX_SNAPS_AT_ONCE = 4;

    /** Ten thousand stretches take this long on the slowest machine; only then does the watchdog speak. */
    private static final Duration LONGEST_MATCHING = Duration.ofMinutes(5);

    private final SelfChecks checks;
    private final Executor background;
    private final WorkerExecutor searchers;
    private final WorkerExecutor gardener;
    private final WorkerExecutor followers;
    private final RoadEngine engine;
    private final Snapping snapping;
    private final Accesses accesses;
    private final RoadShapes shapes;
    private final ExtentMatching matching;
    private final RouteDrawing drawing;
    private final CoverageQuestion coverage;
    private final EstimateRoadNetwork estimates;
    private final String mapVersion;
    private final AtomicInteger waiting = new AtomicInteger();
    private final AtomicLong closureOrders = new AtomicLong();
    private long newestOrder;
    private volatile RoadConditions roads;
    private volatile Set<UUID> unmatched = Set.of();
    private List<RoadClosure> asEntered = List.of();

    /** Answers over an opened map; the register is asked where kilometre posts stand. */
    GraphRoadNetwork(Vertx vertx, RoadMap map, RoadShapes shapes, RoadRegister register, SelfChecks checks) {
        this.checks = checks;
        this.shapes = shapes;
        estimates = new EstimateRoadNetwork(register);
        mapVersion = map.version();
        searchers = vertx.createSharedWorkerExecutor("roads", SEARCH_THREADS);
        gardener = vertx.createSharedWorkerExecutor("roads-labels", 1);
        followers = vertx.createSharedWorkerExecutor("roads-closures", 1, LONGEST_MATCHING.toNanos());
        background = task -> gardener.executeBlocking(
                () -> {
                    task.run();
                    return null;
                },
                false);
        Roads read = RoadGraphReader.read(map.hopper(), map.profile());
        engine = new RoadEngine(read, RoadHierarchy.of(read.graph(), map.orderFile()), background);
        snapping = new Snapping(
                map.hopper().getLocationIndex(),
                shapes,
                engine.roads(),
                map.hopper().getBaseGraph().getBounds());
        accesses = new Accesses(snapping, engine, shapes, map.drawsLocalRoads(), map.rivers());
        matching = new ExtentMatching(engine.roads(), shapes, snapping, register);
        drawing = new RouteDrawing(engine, shapes, register);
        coverage = new CoverageQuestion(engine, snapping);
        roads = RoadConditions.open(engine);
        LOG.info(
                "{} of {} edges are one connected network",
                engine.roads().weights(TravelMode.AMBULANCE).mainEdges(),
                engine.graph().edges());
    }

    @Override
    public Future<SceneTimes> timesAround(LatLon scene, List<Origin> origins, List<LatLon> destinations) {
        RoadConditions now = roads;
        boolean isChecked = checks.isDue();
        SceneQuestion question =
                new SceneQuestion(engine, now, snapping, accesses, scene, origins, destinations, isChecked);
        if (unknownPoints(scene, origins, destinations) <= MAX_SNAPS_AT_ONCE && question.isQuick()) {
            return Future.succeededFuture(answer(question, now, isChecked));
        }
        if (waiting.get() >= MAX_WAITING) {
            LOG.warn("{} searches are waiting: a decision gets estimated driving times", waiting.get());
            return estimates.timesAround(scene, origins, destinations);
        }
        return onWorker(() -> answer(question, now, isChecked));
    }

    private SceneTimes answer(SceneQuestion question, RoadConditions now, boolean isChecked) {
        SceneTimes times = question.answer();
        if (isChecked) {
            background.execute(() -> checks.check(mapVersion, now, question.asked()));
        }
        return times;
    }

    private long unknownPoints(LatLon scene, List<Origin> origins, List<LatLon> destinations) {
        Set<TravelMode> modes = EnumSet.noneOf(TravelMode.class);
        long unknown = 0;
        for (Origin origin : origins) {
            TravelMode mode = TravelMode.of(origin.vehicle());
            modes.add(mode);
            unknown += snapping.remembers(origin.at(), mode) ? 0 : 1;
        }
        for (TravelMode mode : modes) {
            unknown += accesses.isQuick(scene, mode) ? 0 : MAX_SNAPS_AT_ONCE + 1;
            unknown += destinations.stream()
                    .filter(to -> !snapping.remembers(to, mode))
                    .count();
        }
        return unknown;
    }

    @Override
    public Future<WayThere> route(Journey journey) {
        RoadConditions now = roads;
        return onWorker(() -> {
            List<Access> starts = ends(journey, journey.from(), Journey.Patient.AT_START);
            List<Access> goals = ends(journey, journey.to(), Journey.Patient.AT_END);
            return starts.isEmpty() || goals.isEmpty()
                    ? Estimates.way(journey, List.of(), now.version())
                    : drawing.way(now, starts, goals, journey);
        });
    }

    /** One end of a journey: where people walk there may be several stops. */
    private List<Access> ends(Journey journey, LatLon at, Journey.Patient here) {
        TravelMode mode = TravelMode.of(journey.vehicle());
        return journey.patient() == here
                ? accesses.find(at, mode)
                : snapping.find(at, mode).map(stop -> new Access(stop, null)).stream()
                        .toList();
    }

    @Override
    public Future<Coverage> coverage(List<Ready> units, List<LatLon> places) {
        RoadConditions now = roads;
        return onWorker(() -> coverage.ask(now, units, places));
    }

    @Override
    public Optional<Snap> snap(LatLon point) {
        return snapping.find(point)
                .map(snapped -> new Snap(
                        snapped.onRoad(),
                        snapped.distanceM(),
                        road(snapped.phantom().edge())));
    }

    private @org.jspecify.annotations.Nullable String road(int edge) {
        return shapes.ref(edge).or(() -> shapes.name(edge)).orElse(null);
    }

    @Override
    public Future<ExtentMatch> match(RoadExtent extent) {
        return onWorker(() -> matching.match(extent, new ClosureOverlaps(roads.closures())));
    }

    @Override
    public Future<List<ExtentMatch>> matchAll(List<RoadExtent> extents) {
        return followers.executeBlocking(
                () -> {
                    var inForce = new ClosureOverlaps(roads.closures());
                    return extents.stream()
                            .map(extent -> matching.match(extent, inForce))
                            .toList();
                },
                false);
    }

    @Override
    public Future<Void> putInForce(RoadsInForce wanted) {
        long order = closureOrders.incrementAndGet();
        return onWorker(() -> {
            List<InForce> found = inForce(wanted.closures());
            swap(order, wanted, found, missing(wanted.closures(), found));
            return null;
        });
    }

    @Override
    public String mapVersion() {
        return mapVersion;
    }

    private List<InForce> inForce(List<RoadClosure> closures) {
        List<InForce> found = new ArrayList<>();
        for (RoadClosure closure : closures) {
            matching.find(closure.extent())
                    .fold(
                            stretches -> found.add(new InForce(
                                    closure.id(), closure.effect(), stretches.lengthM(), stretches.stretches())),
                            none -> {
                                LOG.warn("road closure {} is left out: {}", closure.id(), none.why());
                                return false;
                            });
        }
        return found;
    }

    private static Set<UUID> missing(List<RoadClosure> wanted, List<InForce> found) {
        Set<UUID> missing = wanted.stream().map(RoadClosure::id).collect(Collectors.toSet());
        found.forEach(one -> missing.remove(one.id()));
        return Set.copyOf(missing);
    }

    /** The last order wins, in whichever order the workers finish. */
    private synchronized void swap(long order, RoadsInForce wanted, List<InForce> closures, Set<UUID> missing) {
        if (order > newestOrder) {
            newestOrder = order;
            roads = roads.with(wanted.version(), closures, engine);
            asEntered = wanted.closures();
            unmatched = missing;
        }
    }

    @Override
    public Set<UUID> unmatched() {
        return unmatched;
    }

    @Override
    public synchronized RoadsAsOf asOfNow() {
        return new RoadsMoment(roads, asEntered, engine, snapping, this::ends, new RoadsMoment.Worker() {
            @Override
            public <T> Future<T> run(java.util.concurrent.Callable<T> work) {
                return onWorker(work);
            }
        });
    }

    @Override
    public boolean isReady() {
        return true;
    }

    /** All of them, over one profile: they drive at the ambulance's speeds and differ in the closures that they pass. */
    @Override
    public Set<VehicleClass> vehicleClasses() {
        return EnumSet.allOf(VehicleClass.class);
    }

    private <T> Future<T> onWorker(java.util.concurrent.Callable<T> work) {
        waiting.incrementAndGet();
        return searchers.executeBlocking(work, false).onComplete(done -> waiting.decrementAndGet());
    }

    @Override
    public void close() {
        searchers.close();
        gardener.close();
        followers.close();
    }
}
