package rescue.routing.route;

import java.util.List;
import rescue.routing.engine.Label;
import rescue.routing.engine.RoadGraph;
import rescue.routing.engine.RoadWeights;

/** What is to be said where several roads lead on: nothing, as long as the driver just follows his road. */
final class Junctions {

    /** Another road misleads when it goes straighter than ours, or less than this many degrees off it. */
    private static final double STRAIGHTER_BY = 15;

    /** Two roads that both bend less than this, in degrees, are the branches of a fork. */
    private static final double FORK_BELOW = 60;

    /** A manoeuvre is remembered by its place here; within one process only. */
    private static final List<Manoeuvre> BY_NUMBER = List.of(Manoeuvre.values());

    private final RoadGraph graph;
    private final RoadFacts facts;
    private final RoadWeights weights;
    private final PairMemory known = new PairMemory();

    /** The junctions as those find them that drive with these weights; what is closed today changes nothing in them. */
    Junctions(RoadGraph graph, RoadFacts facts, RoadWeights weights) {
        this.graph = graph;
        this.facts = facts;
        this.weights = weights;
    }

    /** What whoever comes by the one key does to drive on by the other; looked at once and remembered. */
    @SuppressWarnings("EnumOrdinal") // remembered by this process only
    Manoeuvre between(int keyBefore, int key) {
        int remembered = known.find(keyBefore, key);
        if (remembered != PairMemory.UNKNOWN) {
            return BY_NUMBER.get(remembered);
        }
        Manoeuvre found = look(keyBefore, key);
        known.put(keyBefore, key, BY_NUMBER.indexOf(found));
        return found;
    }

    boolean isDrivable(int key) {
        return Label.isReached(weights.label(key));
    }

    private Manoeuvre look(int keyBefore, int key) {
        RoadFacts.Fact road = facts.of(key >> 1);
        RoadFacts.Fact roadBefore = facts.of(keyBefore >> 1);
        if (road.roundabout() || roadBefore.roundabout()) {
            return roadBefore.roundabout() ? Manoeuvre.FOLLOW : Manoeuvre.ROUNDABOUT;
        }
        if (key == (keyBefore ^ 1)) {
            return Manoeuvre.UTURN;
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
                    || !isDrivable(other)
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
        Manoeuvre goOn = renamed ? Manoeuvre.CONTINUE : Manoeuvre.FOLLOW;
        if ((alone && (sameRoad || Math.abs(turn) < FORK_BELOW)) || (sameRoad && !straighter)) {
            return alone ? goOn : Manoeuvre.FOLLOW;
        }
        if (Math.abs(turn) < FORK_BELOW && fork) {
            return forkLeft ? Manoeuvre.KEEP_LEFT : Manoeuvre.KEEP_RIGHT;
        }
        Turn kind = Turn.of(turn);
        return kind == Turn.STRAIGHT ? goOn : Manoeuvre.of(kind);
    }

    /** Where a restriction over several ways made the importer draw an edge twice. */
    private boolean isTwin(int other, int key) {
        return graph.head(other) == graph.head(key) && facts.headingOut(other) == facts.headingOut(key);
    }

    /** A road keeps its number through every village, whatever its name is there. */
    private static boolean isSameRoad(RoadFacts.Fact before, RoadFacts.Fact after) {
        boolean numbered = before.ref() != null || after.ref() != null;
        return numbered
                ? before.ref() != null && before.ref().equals(after.ref())
                : before.name() == null ? after.name() == null : before.name().equals(after.name());
    }
}
