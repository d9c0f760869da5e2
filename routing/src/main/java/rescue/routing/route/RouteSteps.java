package rescue.routing.route;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import rescue.dispatch.geo.LatLon;
import rescue.dispatch.road.Passage;
import rescue.dispatch.road.RouteStep;
import rescue.dispatch.road.Walk;
import rescue.routing.edge.RoadShapes;
import rescue.routing.engine.InForce;
import rescue.routing.engine.Label;
import rescue.routing.engine.Piece;
import rescue.routing.engine.RoadConditions;
import rescue.routing.engine.RoadGraph;
import rescue.routing.engine.RoadState;
import rescue.routing.engine.RoadWeights;
import rescue.routing.engine.Stretch;
import rescue.routing.engine.TravelMode;
import rescue.routing.places.Accesses;

/**
 * From the pieces of a way to what the crew is told: only where a driver could go wrong, and of what he must take care.
 *
 * <p>The post named at a turn is that of the road one leaves: its stones are what the driver has been reading until there.
 * Where that road has none, it is the post of the road one joins.
 */
final class RouteSteps {

    /** A place this near to the road, in metres, is simply there: no side is told. */
    private static final double AT_THE_KERB_M = 12;

    /** Slow stretches longer than this are weather; they are in the time, and no crew wants to be told at every bend. */
    private static final double LONGEST_WARNING_M = 10_000;

    private final RoadGraph graph;
    private final RoadShapes shapes;
    private final RoadFacts facts;
    private final Map<RoadWeights, Junctions> junctions = new ConcurrentHashMap<>();

    RouteSteps(RoadGraph graph, RoadShapes shapes, RoadFacts facts) {
        this.graph = graph;
        this.shapes = shapes;
        this.facts = facts;
    }

    /**
     * Something to be said.
     *
     * @param piece on which piece of the way
     * @param part how far along the edge, in driving direction
     * @param value what stands in the sentence's own gap
     */
    private record Cue(
            int piece,
            double part,
            String key,
            String value,
            @Nullable String road,
            Optional<String> post) {

        static Cue turn(int piece, String key, @Nullable String road, Optional<String> post) {
            return new Cue(piece, 0, key, "", road, post);
        }
    }

    private static final Comparator<Cue> ALONG_THE_WAY =
            Comparator.comparingInt(Cue::piece).thenComparingDouble(Cue::part);

    /** Instructions in order, the first where the vehicle starts, the last where it arrives. */
    List<RouteStep> of(RoadConditions roads, RoadState state, TravelMode mode, DrawnWay way, RouteEnds ends) {
        List<Piece> pieces = way.pieces();
        List<Cue> cues = turns(state, pieces);
        addFords(pieces, cues);
        addWarnings(roads, mode, pieces, cues);
        cues.sort(ALONG_THE_WAY);
        List<RouteStep> steps = new ArrayList<>(cues.size() + 2);
        carry(ends).ifPresent(steps::add);
        double[] metres = new double[pieces.size() + 1];
        long[] ms = new long[pieces.size() + 1];
        for (int i = 0; i < pieces.size(); i++) {
            long label = state.label(pieces.get(i));
            metres[i + 1] = metres[i] + Label.metres(label);
            ms[i + 1] = ms[i] + Label.ms(label);
        }
        for (int i = 0; i < cues.size(); i++) {
            long from = until(state, pieces, cues.get(i));
            long next = i + 1 < cues.size() ? until(state, pieces, cues.get(i + 1)) : 0;
            int piece = cues.get(i).piece;
            int nextPiece = i + 1 < cues.size() ? cues.get(i + 1).piece : pieces.size();
            double length = metres[nextPiece] + Label.metres(next) - metres[piece] - Label.metres(from);
            long time = ms[nextPiece] + Label.ms(next) - ms[piece] - Label.ms(from);
            steps.add(step(cues.get(i), way, Math.max(0, length), Math.max(0, Math.round(time / 1000.0))));
        }
        steps.add(arrival(way, ends));
        return steps;
    }

    /** What lies between the beginning of a cue's piece and the cue. */
    private static long until(RoadState state, List<Piece> pieces, Cue cue) {
        Piece piece = pieces.get(cue.piece);
        return cue.part <= piece.from() ? 0 : state.label(new Piece(piece.edgeKey(), piece.from(), cue.part));
    }

    private RouteStep step(Cue cue, DrawnWay way, double metres, long seconds) {
        Piece piece = way.pieces().get(cue.piece);
        if (cue.key.equals("depart")) {
            List<LatLon> line = way.firstLine();
            double bearing = Turn.bearing(line.get(0), RoadFacts.ahead(line));
            Optional<String> post =
                    facts.post(line.get(0), facts.of(piece.edgeKey() >> 1).ref());
            return new RouteStep(
                    line.get(0),
                    metres,
                    seconds,
                    Phrases.VI.departure(bearing, cue.road, post),
                    Phrases.EN.departure(bearing, cue.road, post));
        }
        return new RouteStep(
                at(piece, Math.max(piece.from(), cue.part)),
                metres,
                seconds,
                Phrases.VI.sentence(cue.key, cue.value, cue.road, cue.post),
                Phrases.EN.sentence(cue.key, cue.value, cue.road, cue.post));
    }

    private LatLon at(Piece piece, double part) {
        DrawnLine line = facts.of(piece.edgeKey() >> 1).line();
        boolean drawn = (piece.edgeKey() & 1) == 0;
        if (part == 0 && line != null) {
            return drawn ? line.first() : line.last();
        }
        return shapes.line(new Piece(piece.edgeKey(), part, part)).get(0);
    }

    private static Optional<RouteStep> carry(RouteEnds ends) {
        Walk carry = ends.carry();
        return carry == null
                ? Optional.empty()
                : Optional.of(new RouteStep(
                        carry.patientAt(),
                        carry.distanceM(),
                        carry.carry().toSeconds(),
                        walk(Phrases.VI, "carry", carry, carry.carry().toMinutes()),
                        walk(Phrases.EN, "carry", carry, carry.carry().toMinutes())));
    }

    private static String walk(Phrases phrases, String key, Walk walk, long minutes) {
        String river = walk.basis() == Walk.Basis.ACROSS_RIVER ? phrases.get("across_river") : "";
        return phrases.get(key)
                        .replace("{metres}", Long.toString(Math.round(walk.distanceM())))
                        .replace("{minutes}", Long.toString(Math.max(1, minutes)))
                + river;
    }

    private RouteStep arrival(DrawnWay way, RouteEnds ends) {
        Piece last = way.pieces().get(way.pieces().size() - 1);
        List<LatLon> line = way.lastLine();
        LatLon at = line.get(line.size() - 1);
        RoadFacts.Fact road = facts.of(last.edgeKey() >> 1);
        Optional<String> post = facts.post(at, road.ref());
        Walk walk = ends.walk();
        String key = ends.cutOff() ? "arrive_cut_off" : "arrive";
        String vi = Phrases.VI.sentence(key, "", road.label(), post);
        String en = Phrases.EN.sentence(key, "", road.label(), post);
        if (walk != null) {
            long minutes = walk.out().toMinutes();
            return new RouteStep(
                    at,
                    0,
                    0,
                    vi + walk(Phrases.VI, "walk", walk, minutes),
                    en + walk(Phrases.EN, "walk", walk, minutes));
        }
        double offM = at.distanceM(ends.place());
        if (offM < AT_THE_KERB_M || offM > Accesses.BESIDE_ROAD_M) {
            return new RouteStep(at, 0, 0, vi, en);
        }
        double heading =
                line.size() > 1 ? Turn.bearing(line.get(line.size() - 2), at) : facts.headingIn(last.edgeKey());
        String side = Turn.between(heading, Turn.bearing(at, ends.place())) < 0 ? "side_left" : "side_right";
        return new RouteStep(at, 0, 0, vi + Phrases.VI.get(side), en + Phrases.EN.get(side));
    }

    private List<Cue> turns(RoadState state, List<Piece> pieces) {
        List<Cue> cues = new ArrayList<>();
        cues.add(Cue.turn(0, "depart", facts.of(pieces.get(0).edgeKey() >> 1).label(), Optional.empty()));
        Junctions onTheWay =
                junctions.computeIfAbsent(state.weights(), weights -> new Junctions(graph, facts, weights));
        for (int i = 1; i < pieces.size(); i++) {
            int key = pieces.get(i).edgeKey();
            Manoeuvre manoeuvre = onTheWay.between(pieces.get(i - 1).edgeKey(), key);
            if (manoeuvre == Manoeuvre.ROUNDABOUT) {
                cues.add(roundabout(onTheWay, pieces, i));
            } else if (manoeuvre != Manoeuvre.FOLLOW) {
                cues.add(Cue.turn(i, manoeuvre.key(), facts.of(key >> 1).label(), post(pieces, i)));
            }
        }
        return cues;
    }

    private Cue roundabout(Junctions onTheWay, List<Piece> pieces, int entry) {
        int exit = 0;
        for (int i = entry; i < pieces.size(); i++) {
            int key = pieces.get(i).edgeKey();
            RoadFacts.Fact road = facts.of(key >> 1);
            if (!road.roundabout()) {
                return new Cue(entry, 0, "roundabout", Integer.toString(exit), road.label(), post(pieces, entry));
            }
            for (int other : graph.keysFrom(graph.head(key))) {
                if (onTheWay.isDrivable(other) && !facts.of(other >> 1).roundabout()) {
                    exit++;
                    break;
                }
            }
        }
        return Cue.turn(entry, "roundabout_in", null, post(pieces, entry));
    }

    private Optional<String> post(List<Piece> pieces, int i) {
        Optional<String> left = facts.postAtEnd(pieces.get(i - 1).edgeKey());
        return left.isPresent() ? left : facts.postAtEnd(pieces.get(i).edgeKey() ^ 1);
    }

    private void addFords(List<Piece> pieces, List<Cue> cues) {
        boolean inFord = false;
        for (int i = 0; i < pieces.size(); i++) {
            boolean ford = facts.of(pieces.get(i).edgeKey() >> 1).ford();
            if (ford && !inFord) {
                cues.add(new Cue(i, 0, "ford", "", null, Optional.empty()));
            }
            inFord = ford;
        }
    }

    /** One warning for each condition, where the vehicle first meets it. */
    private static void addWarnings(RoadConditions roads, TravelMode mode, List<Piece> pieces, List<Cue> cues) {
        Map<Integer, Integer> pieceOfEdge = new HashMap<>();
        for (InForce condition : roads.closures()) {
            Passage passage = condition.on(mode);
            if (passage.closed() || passage.equals(Passage.FREE) || condition.lengthM() > LONGEST_WARNING_M) {
                continue;
            }
            if (pieceOfEdge.isEmpty()) {
                for (int i = 0; i < pieces.size(); i++) {
                    pieceOfEdge.put(pieces.get(i).edgeKey() >> 1, i);
                }
            }
            condition.stretches().stream()
                    .flatMap(stretch -> warning(passage, stretch, pieces, pieceOfEdge.get(stretch.edge())).stream())
                    .min(ALONG_THE_WAY)
                    .ifPresent(cues::add);
        }
    }

    private static Optional<Cue> warning(Passage passage, Stretch stretch, List<Piece> pieces, @Nullable Integer on) {
        if (on == null) {
            return Optional.empty();
        }
        Piece piece = pieces.get(on);
        Stretch driven = piece.stretch();
        if (!stretch.meets(driven.from(), driven.to())) {
            return Optional.empty();
        }
        double begins = (piece.edgeKey() & 1) == 0 ? stretch.from() : 1 - stretch.to();
        double part = Math.max(piece.from(), begins);
        boolean oneLane = !passage.delay().isZero();
        String value = oneLane
                ? Long.toString(Math.max(1, Math.round(passage.delay().toSeconds() / 60.0)))
                : Long.toString(Math.round(100 / passage.factor()));
        return Optional.of(new Cue(on, part, oneLane ? "one_lane" : "slow", value, null, Optional.empty()));
    }
}
