package rescue.routing.route;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import rescue.dispatch.geo.LatLon;
import rescue.dispatch.port.RoadRegister;
import rescue.dispatch.road.Journey;
import rescue.dispatch.road.Route;
import rescue.dispatch.road.Said;
import rescue.dispatch.road.Travel;
import rescue.dispatch.road.VehicleClass;
import rescue.dispatch.road.Walk;
import rescue.dispatch.road.WalkingPace;
import rescue.dispatch.road.WayThere;
import rescue.routing.edge.RoadShapes;
import rescue.routing.engine.ClosedStretches;
import rescue.routing.engine.InForce;
import rescue.routing.engine.Label;
import rescue.routing.engine.LastReachable;
import rescue.routing.engine.Phantom;
import rescue.routing.engine.Piece;
import rescue.routing.engine.RoadConditions;
import rescue.routing.engine.RoadEngine;
import rescue.routing.engine.RoadState;
import rescue.routing.engine.Stretch;
import rescue.routing.engine.TravelMode;
import rescue.routing.engine.Way;
import rescue.routing.places.Access;

/** From a way over edges to a route for people: line, steps, and which road closures it goes round. */
public final class RouteDrawing {

    private final RoadEngine engine;
    private final RoadShapes shapes;
    private final RoadFacts facts;
    private final RouteSteps steps;

    public RouteDrawing(RoadEngine engine, RoadShapes shapes, RoadRegister register) {
        this.engine = engine;
        this.shapes = shapes;
        facts = new RoadFacts(shapes, register);
        steps = new RouteSteps(engine.graph(), shapes, facts);
    }

    /**
     * The route that takes least time together with its walk; if the roads that are open do not lead there, how far they
     * do. Only one of the two ends has more than one stop.
     */
    public WayThere way(RoadConditions roads, List<Access> starts, List<Access> goals, Journey journey) {
        RoadState state = roads.state(journey.vehicle());
        Found best = null;
        for (Access start : starts) {
            for (Access goal : goals) {
                Optional<Way> way =
                        engine.way(state, start.stop().phantom(), goal.stop().phantom());
                if (way.isPresent()) {
                    Found found = new Found(start, goal, way.get());
                    best = best == null || found.ms() < best.ms() ? found : best;
                }
            }
        }
        return best == null
                ? cutOff(roads, starts.get(0), goals.get(0), journey)
                : new WayThere.Reached(
                        journey.alternatives() == 0
                                ? List.of(route(roads, best, journey))
                                : withOthers(roads, best, journey));
    }

    /** A way between two stops. */
    private record Found(Access start, Access goal, Way way) {

        long ms() {
            return start.walkMs() + Label.ms(way.label()) + goal.walkMs();
        }
    }

    private Route route(RoadConditions roads, Found found, Journey journey) {
        List<UUID> avoids = closuresOnTheOpenWay(
                roads, found.start.stop().phantom(), found.goal.stop().phantom(), journey.vehicle());
        RouteEnds ends = new RouteEnds(found.start.walk(), found.goal.walk(), journey.to(), false);
        return route(roads, journey, found.way, ends, avoids);
    }

    /** The best, and others with what is different about them. */
    private List<Route> withOthers(RoadConditions roads, Found best, Journey journey) {
        List<Way> ways = new ArrayList<>(List.of(best.way));
        ways.addAll(engine.alternatives(
                roads.state(journey.vehicle()),
                best.start.stop().phantom(),
                best.goal.stop().phantom(),
                best.way,
                journey.alternatives()));
        RouteSummary summary = new RouteSummary(facts, shapes);
        Map<String, Double> roadsOfTheBest = summary.roads(best.way.pieces());
        List<Route> routes = new ArrayList<>();
        for (Way way : ways) {
            Route route = route(roads, new Found(best.start, best.goal, way), journey);
            Said said = routes.isEmpty()
                    ? summary.of(roadsOfTheBest, route.travel(), Set.of(), null)
                    : summary.of(
                            summary.roads(way.pieces()),
                            route.travel(),
                            roadsOfTheBest.keySet(),
                            routes.get(0).travel());
            routes.add(route.called(said));
        }
        return routes;
    }

    private WayThere cutOff(RoadConditions roads, Access start, Access goal, Journey journey) {
        Phantom from = start.stop().phantom();
        Phantom to = goal.stop().phantom();
        VehicleClass vehicle = journey.vehicle();
        RoadState state = roads.state(vehicle);
        List<UUID> cutBy = closuresOnTheOpenWay(roads, from, to, vehicle);
        var stop = engine.lastReachable(state, from, to, shapes::lengthM, WalkingPace.msPerMetreOfPath());
        Phantom last = stop.map(LastReachable.Stop::at).orElse(from);
        Walk onFoot = stop.map(found -> WalkingPace.along(
                        twoEnds(facts.draw(withLength(found.walk())).line()), found.walkM()))
                .orElseGet(() -> WalkingPace.over(shapes.at(from), shapes.at(to), Walk.Basis.STRAIGHT));
        Way drive = engine.way(state, from, last)
                .orElseThrow(() -> new IllegalStateException("the last reachable point is not reached"));
        Walk toThePatient = goal.walk() == null ? onFoot : onFoot.then(goal.walk());
        RouteEnds ends = new RouteEnds(start.walk(), toThePatient, journey.to(), true);
        return new WayThere.CutOff(route(roads, journey, drive, ends, List.of()), toThePatient, cutBy);
    }

    private static List<LatLon> twoEnds(List<LatLon> line) {
        return line.size() > 1 ? line : List.of(line.get(0), line.get(0));
    }

    private Route route(RoadConditions roads, Journey journey, Way way, RouteEnds ends, List<UUID> avoids) {
        RoadState state = roads.state(journey.vehicle());
        DrawnWay drawn = facts.draw(withLength(way.pieces()));
        return new Route(
                new Travel(Duration.ofMillis(Label.ms(way.label())), Label.metres(way.label()), Travel.Basis.ROAD),
                drawn.line(),
                steps.of(roads, state, TravelMode.of(journey.vehicle()), drawn, ends),
                ends.carry() == null && !ends.cutOff() ? ends.walk() : ends.carry(),
                null,
                avoids,
                roads.version());
    }

    /** A way may begin or end exactly on a node: such a piece has nothing to drive. One piece always stays. */
    private static List<Piece> withLength(List<Piece> pieces) {
        boolean all = true;
        for (Piece piece : pieces) {
            all &= piece.to() > piece.from();
        }
        if (all) {
            return pieces;
        }
        List<Piece> driven =
                pieces.stream().filter(piece -> piece.to() > piece.from()).toList();
        return driven.isEmpty() ? pieces.subList(0, 1) : driven;
    }

    /** The closures that lie on the way one would take if all roads were open. */
    private List<UUID> closuresOnTheOpenWay(RoadConditions roads, Phantom from, Phantom to, VehicleClass vehicle) {
        ClosedStretches closedNow = roads.state(vehicle).closed();
        if (closedNow.size() == 0) {
            return List.of();
        }
        List<Stretch> openWay = engine.way(engine.open(TravelMode.of(vehicle)), from, to).map(Way::pieces).stream()
                .flatMap(List::stream)
                .filter(piece -> closedNow.isClosed(piece.edgeKey() >> 1)) // hundreds of pieces, of which hardly any is
                .map(Piece::stretch)
                .toList();
        if (openWay.isEmpty()) {
            return List.of();
        }
        return roads.closures().stream()
                .filter(closure -> closure.on(TravelMode.of(vehicle)).closed())
                .filter(closure -> closure.stretches().stream()
                        .anyMatch(closed -> openWay.stream()
                                .anyMatch(driven ->
                                        driven.edge() == closed.edge() && closed.meets(driven.from(), driven.to()))))
                .map(InForce::id)
                .toList();
    }
}
