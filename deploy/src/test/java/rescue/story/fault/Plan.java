package rescue.story.fault;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;

/**
 * What goes wrong, and when: drawn from a seed, so that a bad night can be had again. Faults of different kinds overlap, as
 * they do.
 *
 * @param steps in the order in which they begin
 * @param lengthMs until the last has passed
 */
record Plan(List<Step> steps, long lengthMs) {

    /** Everything that can go wrong. */
    enum Fault {
        KILL_NODE,
        KILL_DATABASE,
        PAUSE_NODE,
        /** The node and the other nodes do not hear each other. */
        CUT_NODES,
        /** What the node sends does not reach the others; it hears them. */
        CUT_NODES_ONE_WAY,
        CUT_DATABASE,
        /** What the database answers does not reach the node. */
        CUT_DATABASE_ONE_WAY,
        SLOW_DATABASE,
        /** The database does what it is told, and the node does not learn of it. */
        LOST_ANSWERS,
        FULL_DATABASE_DISK,
        FULL_SPOOL,
        DATABASE_DOWN
    }

    /**
     * One fault.
     *
     * @param node which node it meets, where it meets one
     */
    record Step(long atMs, long forMs, Fault fault, int node) {}

    /** How much of each. */
    record Amount(int kills, int partitions, int pauses, int databaseDownS) {

        int all() {
            return kills + partitions + pauses;
        }
    }

    private static final List<Fault> PARTITIONS =
            List.of(Fault.CUT_NODES, Fault.CUT_NODES_ONE_WAY, Fault.CUT_DATABASE, Fault.CUT_DATABASE_ONE_WAY);

    /** One kill in so many meets PostgreSQL. */
    private static final int DATABASE_KILL_IN = 6;

    /** About what a node needs to come back on two cores: now and then two are away, and in between there is work. */
    private static final long KILL_EVERY_MS = 9_000;

    /** Longer than members of the cluster wait for one another's heartbeat. */
    private static final long PARTITION_MS = 14_000;

    private static final long PAUSE_MS = 14_000;
    private static final long SLOW_MS = 6_000;
    private static final long LOST_ANSWERS_MS = 3_000;
    private static final long DISK_FULL_MS = 5_000;

    /** How long callers are left alone before the first fault, and after the last. */
    private static final long QUIET_MS = 4_000;

    static Plan draw(SplittableRandom chance, Amount amount, int nodes) {
        List<Step> steps = new ArrayList<>();
        long span = amount.kills() * KILL_EVERY_MS;
        for (int i = 0; i < amount.kills(); i++) {
            Fault kill = i % DATABASE_KILL_IN == DATABASE_KILL_IN - 1 ? Fault.KILL_DATABASE : Fault.KILL_NODE;
            long at = QUIET_MS + i * KILL_EVERY_MS + chance.nextLong(KILL_EVERY_MS);
            steps.add(new Step(at, chance.nextInt(1_000), kill, chance.nextInt(nodes)));
        }
        int first = chance.nextInt(PARTITIONS.size());
        for (int i = 0; i < amount.partitions(); i++) {
            Fault cut = PARTITIONS.get((first + i) % PARTITIONS.size());
            steps.add(somewhere(chance, span, i, amount.partitions(), PARTITION_MS, cut, nodes));
        }
        for (int i = 0; i < amount.pauses(); i++) {
            steps.add(somewhere(chance, span, i, amount.pauses(), PAUSE_MS, Fault.PAUSE_NODE, nodes));
        }
        int others = Math.max(1, amount.kills() / 10);
        for (int i = 0; i < others; i++) {
            steps.add(somewhere(chance, span, i, others, SLOW_MS, Fault.SLOW_DATABASE, nodes));
            steps.add(somewhere(chance, span, i, others, LOST_ANSWERS_MS, Fault.LOST_ANSWERS, nodes));
        }
        steps.add(somewhere(chance, span, 0, 1, DISK_FULL_MS, Fault.FULL_DATABASE_DISK, nodes));
        if (amount.databaseDownS() > 0) {
            long at = QUIET_MS + span + QUIET_MS;
            long downMs = amount.databaseDownS() * 1_000L;
            steps.add(new Step(at, downMs, Fault.DATABASE_DOWN, 0));
            steps.add(new Step(at + downMs / 4, downMs / 4, Fault.FULL_SPOOL, nodes - 1));
            steps.add(new Step(at + downMs / 2, 0, Fault.KILL_NODE, chance.nextInt(nodes)));
        }
        steps.sort(Comparator.comparingLong(Step::atMs).thenComparing(Step::fault));
        long end = steps.stream()
                .mapToLong(step -> step.atMs() + step.forMs())
                .max()
                .orElse(0);
        return new Plan(List.copyOf(steps), end + QUIET_MS);
    }

    /** The i-th of so many, each in its own part of the time, so that two of a kind do not meet. */
    private static Step somewhere(
            SplittableRandom chance, long span, int i, int of, long forMs, Fault fault, int nodes) {
        long part = span / of;
        long at = QUIET_MS + i * part + chance.nextLong(Math.max(1, part - forMs));
        return new Step(at, forMs, fault, chance.nextInt(nodes));
    }
}
