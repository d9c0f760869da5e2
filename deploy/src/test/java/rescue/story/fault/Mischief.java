package rescue.story.fault;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import rescue.story.fault.Plan.Fault;
import rescue.story.fault.Plan.Step;

/** Does what the plan says, and undoes it. */
final class Mischief implements AutoCloseable {

    /** Each piece that passes; a question and its answer wait twice that. */
    private static final long SLOW_MS = 400;

    private static final long KEEP_UP_EVERY_MS = 1_000;

    /** More than overlap at any time. */
    private static final int HANDS = 12;

    /** What stands ready to be broken. */
    record Stage(Net net, DatabaseHost database, List<NodeHost> nodes, List<FaultProxy> lines, SmallDisk spool) {}

    private final Stage stage;
    private final Journal journal;
    private final ScheduledExecutorService hands = Executors.newScheduledThreadPool(HANDS);
    private final Map<Integer, Integer> troubledLines = new ConcurrentHashMap<>();
    private final Map<Fault, Integer> done = new TreeMap<>();
    private final Map<Integer, Long> slowestStartMs = new ConcurrentHashMap<>();

    Mischief(Stage stage, Journal journal) {
        this.stage = stage;
        this.journal = journal;
    }

    /** Everything of the plan, and the undoing of it. */
    void run(Plan plan) throws Exception {
        hands.scheduleWithFixedDelay(this::keepNodesUp, KEEP_UP_EVERY_MS, KEEP_UP_EVERY_MS, TimeUnit.MILLISECONDS);
        List<Future<?>> steps = new ArrayList<>();
        for (Step step : plan.steps()) {
            steps.add(hands.schedule(() -> take(step), step.atMs(), TimeUnit.MILLISECONDS));
        }
        for (Future<?> step : steps) {
            step.get();
        }
    }

    private void keepNodesUp() {
        for (NodeHost node : stage.nodes) {
            synchronized (node) {
                try {
                    node.keepUp();
                } catch (java.io.IOException failure) {
                    throw new java.io.UncheckedIOException(failure);
                }
            }
        }
    }

    private Void take(Step step) throws Exception {
        int target = target(step);
        journal.add("FAULT", step.fault(), target, step.forMs());
        synchronized (done) {
            done.merge(step.fault(), 1, Integer::sum);
        }
        begin(step.fault(), target);
        TimeUnit.MILLISECONDS.sleep(step.forMs());
        end(step.fault(), target);
        journal.add("HEALED", step.fault(), target);
        return null;
    }

    /** The node that was drawn, or the next that is at work: killing what is dead proves nothing. */
    private int target(Step step) {
        int count = stage.nodes.size();
        for (int i = 0; i < count; i++) {
            int candidate = (step.node() + i) % count;
            NodeHost node = stage.nodes.get(candidate);
            if (node.isAlive() && !node.isPaused()) {
                return candidate;
            }
        }
        return step.node();
    }

    private void begin(Fault fault, int target) throws Exception {
        NodeHost node = stage.nodes.get(target);
        switch (fault) {
            case KILL_NODE -> {
                synchronized (node) {
                    node.killNine();
                }
            }
            case KILL_DATABASE, DATABASE_DOWN -> stage.database.killNine();
            case PAUSE_NODE -> node.pause();
            case CUT_NODES ->
                others(node).forEach(other -> {
                    stage.net.cut(node.name(), other);
                    stage.net.cut(other, node.name());
                });
            case CUT_NODES_ONE_WAY -> others(node).forEach(other -> stage.net.cut(node.name(), other));
            case CUT_DATABASE -> {
                troubled(target, 1);
                stage.net.cut(node.name(), Net.FRONT);
                stage.net.cut(Net.FRONT, node.name());
            }
            case CUT_DATABASE_ONE_WAY -> {
                troubled(target, 1);
                stage.net.cut(Net.FRONT, node.name());
            }
            case SLOW_DATABASE -> {
                troubled(target, 1);
                stage.lines.get(target).delay(SLOW_MS);
            }
            case LOST_ANSWERS -> {
                troubled(target, 1);
                stage.lines.get(target).loseAnswers(true);
            }
            case FULL_DATABASE_DISK -> stage.database.fillDisk();
            case FULL_SPOOL -> stage.spool.fill();
        }
    }

    private void end(Fault fault, int target) throws Exception {
        NodeHost node = stage.nodes.get(target);
        switch (fault) {
            case KILL_NODE -> {
                synchronized (node) {
                    if (!node.isAlive()) {
                        node.start();
                    }
                }
                hands.execute(() -> watchStart(target, node));
            }
            case KILL_DATABASE, DATABASE_DOWN -> bringDatabaseUp();
            case PAUSE_NODE -> node.resume();
            case CUT_NODES ->
                others(node).forEach(other -> {
                    stage.net.heal(node.name(), other);
                    stage.net.heal(other, node.name());
                });
            case CUT_NODES_ONE_WAY -> others(node).forEach(other -> stage.net.heal(node.name(), other));
            case CUT_DATABASE -> {
                stage.net.heal(node.name(), Net.FRONT);
                stage.net.heal(Net.FRONT, node.name());
                troubled(target, -1);
            }
            case CUT_DATABASE_ONE_WAY -> {
                stage.net.heal(Net.FRONT, node.name());
                troubled(target, -1);
            }
            case SLOW_DATABASE -> {
                stage.lines.get(target).delay(0);
                troubled(target, -1);
            }
            case LOST_ANSWERS -> {
                stage.lines.get(target).loseAnswers(false);
                troubled(target, -1);
            }
            case FULL_DATABASE_DISK -> {
                stage.database.emptyDisk();
                bringDatabaseUp();
            }
            case FULL_SPOOL -> stage.spool.empty();
        }
    }

    /** Two faults may both have ended it; it is started once. */
    private void bringDatabaseUp() throws Exception {
        synchronized (stage.database) {
            if (!stage.database.isAlive()) {
                stage.database.start();
            }
        }
    }

    private void watchStart(int target, NodeHost node) {
        try {
            slowestStartMs.merge(target, node.awaitReady().toMillis(), Math::max);
        } catch (java.io.IOException | IllegalStateException killedAgain) {
            // its next start is watched too
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private List<String> others(NodeHost node) {
        return stage.nodes.stream()
                .filter(other -> other != node)
                .map(NodeHost::name)
                .toList();
    }

    private void troubled(int node, int more) {
        troubledLines.merge(node, more, Integer::sum);
    }

    /** Whether that node's own line to the database is not what it should be. */
    boolean hasTroubledLine(NodeHost node) {
        return troubledLines.getOrDefault(stage.nodes.indexOf(node), 0) > 0;
    }

    /** What was done, how often. */
    Map<Fault, Integer> done() {
        synchronized (done) {
            return new TreeMap<>(done);
        }
    }

    long slowestStartMs() {
        return slowestStartMs.values().stream().mapToLong(ms -> ms).max().orElse(0);
    }

    @Override
    public void close() {
        hands.shutdownNow();
    }
}
