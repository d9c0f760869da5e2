package rescue.dispatch.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import rescue.dispatch.incident.Incident;
import rescue.dispatch.incident.TimelineEntry;
import rescue.dispatch.story.Samples;

/** One run: so many acts of people on three nodes in bad weather, then a calm in which everything comes to rest. */
final class World {

    static final int NODES = 3;

    /** A working day: every hold has run out and been swept by then. */
    private static final long CALM_MS = 12L * 3_600_000;

    private static final int LONGEST_PAUSE_MS = 90_000;
    private static final int ONE_CRASH_IN = 12;
    private static final int DOWN_AT_MOST_MS = 20_000;

    /** A world that does not come to rest is a fault too: far more turns than any run takes. */
    private static final int MOST_TURNS = 500_000;

    private final SplittableRandom chance;
    private final Turns turns;
    private final Weather weather;
    private final Stores stores;
    private final Invariants invariants;
    private final People people;
    private final List<Node> nodes = new ArrayList<>();

    World(long seed) {
        chance = new SplittableRandom(seed);
        turns = new Turns(Samples.NOW, chance.split());
        weather = new Weather(chance.split());
        stores = new Stores(turns::now);
        invariants = new Invariants(stores);
        for (int i = 1; i <= NODES; i++) {
            nodes.add(new Node("node " + i, turns, weather, stores));
        }
        people = new People(turns, weather, stores, invariants, nodes::get, chance.split());
    }

    /** A fault that must be found. */
    World withoutClaims() {
        stores.log().forgetClaims();
        return this;
    }

    void run(int acts) {
        long at = 0;
        for (int i = 0; i < acts; i++) {
            at += chance.nextInt(LONGEST_PAUSE_MS);
            turns.in(at, people::act);
            if (chance.nextInt(ONE_CRASH_IN) == 0) {
                Node node = nodes.get(chance.nextInt(NODES));
                turns.in(at + chance.nextInt(50), node::crash);
                turns.in(at + chance.nextInt(DOWN_AT_MOST_MS), node::starts);
            }
        }
        turns.in(at, () -> {
            weather.clears();
            turns.in(DOWN_AT_MOST_MS, () -> nodes.forEach(Node::starts));
        });
        turns.in(at + CALM_MS, () -> stores.isOver(true));
        for (int i = 0; turns.next(); i++) {
            invariants.checkNow();
            if (i > MOST_TURNS) {
                throw new Invariants.Broken("it does not come to rest");
            }
        }
        invariants.checkAtRest();
    }

    /** All that was written, word for word, with its ids and times: two runs of one seed have the same. */
    List<List<TimelineEntry>> history() {
        return stores.log().listAll().stream().map(Incident::timeline).toList();
    }

    /** How much was written, so that a test knows that something happened. */
    int events() {
        return stores.log().listAll().stream()
                .mapToInt(incident -> incident.timeline().size())
                .sum();
    }
}
