package rescue.routing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import rescue.dispatch.geo.LatLon;
import rescue.dispatch.port.RoadRegister;
import rescue.dispatch.road.RoadKm;
import rescue.dispatch.road.RouteStep;
import rescue.routing.engine.Label;
import rescue.routing.engine.Piece;
import rescue.routing.engine.RoadEngine;
import rescue.routing.engine.RoadGraph;
import rescue.routing.engine.RoadState;
import rescue.routing.engine.RoadWeights;
import rescue.routing.engine.TravelMode;

/** From the pieces of a way to what the crew is told: only where a driver could go wrong. */
final class RouteSteps {

    /** A kilometre post is named when it stands this near, in metres: the driver can see it. */
    private static final double POST_IN_SIGHT_M = 60;

    /** How much of a road shows where it is heading, in metres: the mouth of a junction and a little more. */
    private static final double HEADING_M = 25;

    /** Another road misleads when it goes straighter than ours, or less than this many degrees off it. */
    private static final double STRAIGHTER_BY = 15;

    /** Two roads that both bend less than this, in degrees, are the branches of a fork. */
    private static final double FORK_BELOW = 60;

    private final RoadWeights roads;
    private final RoadGraph graph;
    private final RoadShapes shapes;
    private final RoadRegister register;

    RouteSteps(RoadEngine engine, RoadShapes shapes, RoadRegister register) {
        roads = engine.roads().weights(TravelMode.AMBULANCE);
        graph = engine.graph();
        this.shapes = shapes;
        this.register = register;
    }

    /** A place where something is to be said: the piece that begins there, and the phrase. */
    private record Cue(int piece, String key, int exit, Optional<String> road) {}

    /** Instructions in order, the first where the vehicle starts, the last where it arrives. */
    List<RouteStep> of(RoadState state, List<Piece> pieces) {
        List<List<LatLon>> lines = pieces.stream().map(shapes::line).toList();
        List<Cue> cues = cues(pieces, lines);
        List<RouteStep> steps = new ArrayList<>();
        for (int i = 0; i < cues.size(); i++) {
            int end = i + 1 < cues.size() ? cues.get(i + 1).piece : pieces.size();
            int start = cues.get(i).piece;
            steps.add(step(state, cues.get(i), pieces.get(Math.max(0, start - 1)), pieces.subList(start, end), lines));
        }
        steps.add(arrival(pieces, lines));
        return steps;
    }

    private RouteStep step(RoadState state, Cue cue, Piece before, List<Piece> until, List<List<LatLon>> lines) {
        double metres = until.stream()
                .mapToDouble(piece -> Label.metres(state.label(piece)))
                .sum();
        long ms =
                until.stream().mapToLong(piece -> Label.ms(state.label(piece))).sum();
        List<LatLon> line = lines.get(cue.piece);
        LatLon at = line.get(0);
        Optional<String> post = post(at, until.get(0), before);
        if (cue.key.equals("depart")) {
            double bearing = Turn.bearing(at, ahead(line));
            return new RouteStep(
                    at,
                    metres,
                    Math.round(ms / 1000.0),
                    Phrases.VI.departure(bearing, cue.road, post),
                    Phrases.EN.departure(bearing, cue.road, post));
        }
        return new RouteStep(
                at,
                metres,
                Math.round(ms / 1000.0),
                Phrases.VI.sentence(cue.key, cue.exit, cue.road, post),
                Phrases.EN.sentence(cue.key, cue.exit, cue.road, post));
    }

    private RouteStep arrival(List<Piece> pieces, List<List<LatLon>> lines) {
        int last = pieces.size() - 1;
        List<LatLon> line = lines.get(last);
        LatLon at = line.get(line.size() - 1);
        Optional<String> road = shapes.label(edge(pieces, last));
        Optional<String> post = post(at, pieces.get(last), pieces.get(last));
        return new RouteStep(
                at, 0, 0, Phrases.VI.sentence("arrive", 0, road, post), Phrases.EN.sentence("arrive", 0, road, post));
    }

    /** The post in sight, unless it is another road's: roads of the book run side by side in places. */
    private Optional<String> post(LatLon at, Piece here, Piece before) {
        List<String> refs = Stream.of(here, before)
                .flatMap(piece -> shapes.ref(piece.edgeKey() >> 1).stream())
                .toList();
        return register.nearest(at, POST_IN_SIGHT_M)
                .map(RoadRegister.NearestPost::roadKm)
                .filter(post -> refs.isEmpty() || refs.stream().anyMatch(ref -> RoadShapes.isNumber(ref, post.road())))
                .map(RoadKm::label);
    }

    private List<Cue> cues(List<Piece> pieces, List<List<LatLon>> lines) {
        List<Cue> cues = new ArrayList<>();
        cues.add(new Cue(0, "depart", 0, shapes.label(edge(pieces, 0))));
        for (int i = 1; i < pieces.size(); i++) {
            boolean inRoundabout = shapes.isRoundabout(edge(pieces, i));
            boolean before = shapes.isRoundabout(edge(pieces, i - 1));
            if (inRoundabout && !before) {
                cues.add(roundabout(pieces, i));
            } else if (!inRoundabout && !before) {
                junction(pieces, lines, i).ifPresent(cues::add);
            }
        }
        return cues;
    }

    private Cue roundabout(List<Piece> pieces, int entry) {
        int exit = 0;
        for (int i = entry; i < pieces.size(); i++) {
            int key = pieces.get(i).edgeKey();
            if (!shapes.isRoundabout(key >> 1)) {
                return new Cue(entry, "roundabout", exit, shapes.label(key >> 1));
            }
            boolean hasExit =
                    IntStream.of(roads.keysFrom(graph.head(key))).anyMatch(other -> !shapes.isRoundabout(other >> 1));
            exit += hasExit ? 1 : 0;
        }
        return new Cue(entry, "roundabout_in", 0, Optional.empty());
    }

    /** What is to be said where several roads lead on: nothing, as long as the driver just follows his road. */
    private Optional<Cue> junction(List<Piece> pieces, List<List<LatLon>> lines, int i) {
        int key = pieces.get(i).edgeKey();
        int keyBefore = pieces.get(i - 1).edgeKey();
        List<LatLon> before = lines.get(i - 1);
        double heading = Turn.bearing(behind(before), before.get(before.size() - 1));
        double turn = Turn.between(heading, Turn.bearing(lines.get(i).get(0), ahead(lines.get(i))));
        boolean sameRoad = isSameRoad(keyBefore >> 1, key >> 1);
        double[] others = IntStream.of(roads.keysFrom(graph.tail(key)))
                .filter(other -> other >> 1 != key >> 1 && other >> 1 != keyBefore >> 1)
                .filter(other -> !sameRoad || shapes.rank(other >> 1) <= shapes.rank(key >> 1))
                .mapToDouble(other -> otherTurn(heading, other))
                .toArray();
        Optional<String> road = shapes.label(key >> 1);
        Optional<Cue> renamed =
                sameRoad || road.isEmpty() ? Optional.empty() : Optional.of(new Cue(i, "continue", 0, road));
        if (others.length == 0 && (sameRoad || Math.abs(turn) < FORK_BELOW)) {
            return renamed;
        }
        boolean straighter =
                DoubleStream.of(others).anyMatch(other -> Math.abs(other) < Math.abs(turn) + STRAIGHTER_BY);
        if (sameRoad && !straighter) {
            return Optional.empty();
        }
        double[] forks = DoubleStream.of(others)
                .filter(other -> Math.abs(other) < FORK_BELOW)
                .toArray();
        if (Math.abs(turn) < FORK_BELOW && forks.length > 0) {
            boolean left = DoubleStream.of(forks).anyMatch(other -> other > turn);
            return Optional.of(new Cue(i, left ? "keep_left" : "keep_right", 0, road));
        }
        Turn kind = Turn.of(turn);
        return kind == Turn.STRAIGHT
                ? renamed
                : Optional.of(new Cue(i, kind.name().toLowerCase(Locale.ROOT), 0, road));
    }

    /** A road keeps its number through every village, whatever its name is there. */
    private boolean isSameRoad(int edge, int next) {
        boolean numbered = shapes.ref(edge).isPresent() || shapes.ref(next).isPresent();
        return numbered
                ? shapes.ref(edge).equals(shapes.ref(next))
                : shapes.name(edge).equals(shapes.name(next));
    }

    private double otherTurn(double heading, int key) {
        List<LatLon> line = shapes.line(new Piece(key, 0, 1));
        return Turn.between(heading, Turn.bearing(line.get(0), ahead(line)));
    }

    private static LatLon ahead(List<LatLon> line) {
        LatLon start = line.get(0);
        return line.stream()
                .filter(point -> point.distanceM(start) >= HEADING_M)
                .findFirst()
                .orElse(line.get(line.size() - 1));
    }

    private static LatLon behind(List<LatLon> line) {
        LatLon end = line.get(line.size() - 1);
        for (int i = line.size() - 1; i >= 0; i--) {
            if (line.get(i).distanceM(end) >= HEADING_M) {
                return line.get(i);
            }
        }
        return line.get(0);
    }

    private static int edge(List<Piece> pieces, int i) {
        return pieces.get(i).edgeKey() >> 1;
    }
}
