package rescue.routing.route;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    /** Another road misleads when it goes straighter than ours, or less than this many degrees off it. */
    private static final double STRAIGHTER_BY = 15;

    /** Two roads that both bend less than this, in degrees, are the branches of a fork. */
    private static final double FORK_BELOW = 60;

    /** A place this near to the road, in metres, is simply there: no side is told. */
    private static final double AT_THE_KERB_M = 12;

    /** Slow stretches longer than this are weather; they are in the time, and no crew wants to be told at every bend. */
    private static final double LONGEST_WARNING_M = 10_000;

    private final RoadGraph graph;
    private final RoadShapes shapes;
    private final RoadFacts facts;

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
    List<RouteStep> of(RoadConditions roads, RoadState state, TravelMode mode, List<Piece> pieces, RouteEnds ends) {
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
            steps.add(step(cues.get(i), pieces, Math.max(0, length), Math.max(0, Math.round(time / 1000.0))));
        }
        steps.add(arrival(pieces, ends));
        return steps;
    }

    /** What lies between the beginning of a cue's piece and the cue. */
    private static long until(RoadState state, List<Piece> pieces, Cue cue) {
        Piece piece = pieces.get(cue.piece);
        return cue.part <= piece.from() ? 0 : state.label(new Piece(piece.edgeKey(), piece.from(), cue.part));
    }

    private RouteStep step(Cue cue, List<Piece> pieces, double metres, long seconds) {
        Piece piece = pieces.get(cue.piece);
        if (cue.key.equals("depart")) {
            List<LatLon> line = shapes.line(piece);
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
        List<LatLon> line = facts.of(piece.edgeKey() >> 1).line();
        boolean drawn = (piece.edgeKey() & 1) == 0;
        if (part == 0 && line != null) {
            return line.get(drawn ? 0 : line.size() - 1);
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

    private RouteStep arrival(List<Piece> pieces, RouteEnds ends) {
        Piece last = pieces.get(pieces.size() - 1);
        List<LatLon> line = shapes.line(last);
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
        for (int i = 1; i < pieces.size(); i++) {
            boolean inRoundabout = facts.of(pieces.get(i).edgeKey() >> 1).roundabout();
            boolean before = facts.of(pieces.get(i - 1).edgeKey() >> 1).roundabout();
            if (inRoundabout && !before) {
                cues.add(roundabout(state, pieces, i));
            } else if (!inRoundabout && !before) {
                Cue cue = junction(state, pieces, i);
                if (cue != null) {
                    cues.add(cue);
                }
            }
        }
        return cues;
    }

    private Cue roundabout(RoadState state, List<Piece> pieces, int entry) {
        int exit = 0;
        for (int i = entry; i < pieces.size(); i++) {
            int key = pieces.get(i).edgeKey();
            RoadFacts.Fact road = facts.of(key >> 1);
            if (!road.roundabout()) {
                return new Cue(entry, 0, "roundabout", Integer.toString(exit), road.label(), post(pieces, entry));
            }
            for (int other : graph.keysFrom(graph.head(key))) {
                if (isDrivable(state, other) && !facts.of(other >> 1).roundabout()) {
                    exit++;
                    break;
                }
            }
        }
        return Cue.turn(entry, "roundabout_in", null, post(pieces, entry));
    }

    /** What is to be said where several roads lead on: nothing, as long as the driver just follows his road. */
    private @Nullable Cue junction(RoadState state, List<Piece> pieces, int i) {
        int key = pieces.get(i).edgeKey();
        int keyBefore = pieces.get(i - 1).edgeKey();
        RoadFacts.Fact road = facts.of(key >> 1);
        RoadFacts.Fact roadBefore = facts.of(keyBefore >> 1);
        if (key == (keyBefore ^ 1)) {
            return Cue.turn(i, "uturn", road.label(), post(pieces, i));
        }
        double heading = facts.headingIn(keyBefore);
        double turn = Turn.between(heading, facts.headingOut(key));
        boolean sameRoad = isSameRoad(roadBefore, road);
        boolean alone = true;
        boolean straighter = false;
        boolean forkLeft = false;
        boolean fork = false;
        for (int other : graph.keysFrom(graph.tail(key))) {
            if (other >> 1 == key >> 1
                    || other >> 1 == keyBefore >> 1
                    || !isDrivable(state, other)
                    || isTwin(other, key)
                    || (sameRoad && facts.of(other >> 1).rank() > road.rank())) {
                continue;
            }
            double otherTurn = Turn.between(heading, facts.headingOut(other));
            alone = false;
            straighter |= Math.abs(otherTurn) < Math.abs(turn) + STRAIGHTER_BY;
            fork |= Math.abs(otherTurn) < FORK_BELOW;
            forkLeft |= Math.abs(otherTurn) < FORK_BELOW && otherTurn > turn;
        }
        boolean renamed = !sameRoad && road.label() != null;
        if ((alone && (sameRoad || Math.abs(turn) < FORK_BELOW)) || (sameRoad && !straighter)) {
            return alone && renamed ? Cue.turn(i, "continue", road.label(), post(pieces, i)) : null;
        }
        if (Math.abs(turn) < FORK_BELOW && fork) {
            return Cue.turn(i, forkLeft ? "keep_left" : "keep_right", road.label(), post(pieces, i));
        }
        Turn kind = Turn.of(turn);
        if (kind == Turn.STRAIGHT) {
            return renamed ? Cue.turn(i, "continue", road.label(), post(pieces, i)) : null;
        }
        return Cue.turn(i, kind.key(), road.label(), post(pieces, i));
    }

    /** Where a restriction over several ways made the importer draw an edge twice. */
    private boolean isTwin(int other, int key) {
        return graph.head(other) == graph.head(key) && facts.headingOut(other) == facts.headingOut(key);
    }

    private static boolean isDrivable(RoadState state, int key) {
        return Label.isReached(state.weights().label(key));
    }

    /** A road keeps its number through every village, whatever its name is there. */
    private static boolean isSameRoad(RoadFacts.Fact before, RoadFacts.Fact after) {
        boolean numbered = before.ref() != null || after.ref() != null;
        return numbered
                ? before.ref() != null && before.ref().equals(after.ref())
                : before.name() == null ? after.name() == null : before.name().equals(after.name());
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
