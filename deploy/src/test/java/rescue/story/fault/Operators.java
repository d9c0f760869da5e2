package rescue.story.fault;

import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import rescue.story.fault.Requests.Answer;

/**
 * Desks at different nodes that reach for the same unit at the same moment, with different incidents; the winner's unit goes
 * out and comes home, step by step or by being stood down. What nobody knows the end of is looked up and ended.
 */
final class Operators implements AutoCloseable {

    private static final int DESKS = 2;
    private static final int MOST_TRIES = 40;
    private static final long TRIES_AGAIN_MS = 500;

    /** All that a crew presses until it is free again. */
    private static final List<String> WHOLE_WAY = List.of(
            "ACKNOWLEDGED",
            "EN_ROUTE",
            "ON_SCENE",
            "AT_PATIENT",
            "LEFT_SCENE",
            "AT_DESTINATION",
            "HANDED_OVER",
            "IN_SERVICE");

    private final Requests requests;
    private final Journal journal;
    private final List<NodeHost> nodes;
    private final Queue<String> incidents;
    private final List<String> units;
    private final List<String> hospitals;
    private final List<Thread> desks = new ArrayList<>();
    private final Map<String, AtomicInteger> presses = new ConcurrentHashMap<>();
    private final AtomicInteger assigned = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private volatile boolean atWork = true;

    Operators(
            Requests requests,
            Journal journal,
            List<NodeHost> nodes,
            Queue<String> incidents,
            List<String> units,
            List<String> hospitals) {
        this.requests = requests;
        this.journal = journal;
        this.nodes = nodes;
        this.incidents = incidents;
        this.units = units;
        this.hospitals = hospitals;
    }

    void start(SplittableRandom chance) {
        for (int i = 0; i < DESKS; i++) {
            SplittableRandom own = chance.split();
            Thread desk = new Thread(() -> work(own), "desk-" + i);
            desk.setDaemon(true);
            desk.start();
            desks.add(desk);
        }
    }

    private void work(SplittableRandom chance) {
        while (atWork) {
            try {
                reachForOneUnit(chance);
                if (chance.nextInt(5) == 0) {
                    endWhatNobodyKnows(chance);
                }
                Thread.sleep(100 + chance.nextInt(300));
            } catch (InterruptedException interrupted) {
                return;
            }
        }
    }

    /** Two incidents, two nodes, one unit, one moment. */
    private void reachForOneUnit(SplittableRandom chance) throws InterruptedException {
        String one = incidents.poll();
        String other = incidents.poll();
        if (one == null || other == null) {
            return;
        }
        String unit = units.get(chance.nextInt(units.size()));
        String hospital = hospitals.get(chance.nextInt(hospitals.size()));
        int node = chance.nextInt(nodes.size());
        var first = assign(nodes.get(node), one, unit, hospital);
        var second = assign(nodes.get((node + 1) % nodes.size()), other, unit, hospital);
        boolean wholeWay = chance.nextInt(3) == 0;
        for (var attempt : List.of(first, second)) {
            String assignment = won(attempt, unit);
            if (assignment != null) {
                Thread.sleep(chance.nextInt(800));
                end(chance, assignment, unit, wholeWay);
            }
        }
        for (String incident : List.of(one, other)) {
            ask(chance, "/incidents/" + incident + "/close", new JsonObject().put("disposition", "CANCELLED"), 3);
        }
    }

    private CompletableFuture<Answer> assign(NodeHost node, String incident, String unit, String hospital) {
        return requests.post(
                node.api("/incidents/" + incident + "/assignments"),
                new JsonObject().put("unitId", unit).put("hospitalId", hospital));
    }

    /** The assignment, when this one was told that the unit is his; null when not, or when he was told nothing. */
    private @Nullable String won(CompletableFuture<Answer> attempt, String unit) {
        try {
            Answer answer = attempt.join();
            if (answer.status() == 201) {
                String assignment = answer.json().getString("id");
                journal.add("ASSIGNED", unit, assignment);
                assigned.incrementAndGet();
                return assignment;
            }
            refused.incrementAndGet();
            return null;
        } catch (CompletionException unheard) {
            return null;
        }
    }

    private void end(SplittableRandom chance, String assignment, String unit, boolean wholeWay)
            throws InterruptedException {
        if (wholeWay) {
            for (String status : WHOLE_WAY) {
                if (status.equals("IN_SERVICE")) {
                    journal.add("ENDING", unit, assignment);
                }
                if (!press(chance, assignment, status)) {
                    break;
                }
            }
        }
        journal.add("ENDING", unit, assignment);
        press(chance, assignment, "CANCELLED"); // refused when it is over already
    }

    /** One press of one device, sent until it is heard, at any node: it counts once. */
    private boolean press(SplittableRandom chance, String assignment, String status) throws InterruptedException {
        int seq = presses.computeIfAbsent(assignment, first -> new AtomicInteger())
                .incrementAndGet();
        var body = new JsonObject()
                .put("status", status)
                .put("deviceId", "desk-" + assignment)
                .put("seq", seq)
                .put("at", Instant.now().toString());
        Answer answer = ask(chance, "/assignments/" + assignment + "/status", body, MOST_TRIES);
        return answer != null && answer.status() == 200;
    }

    private @Nullable Answer ask(SplittableRandom chance, String path, JsonObject body, int tries)
            throws InterruptedException {
        for (int i = 0; i < tries; i++) {
            try {
                URI uri = nodes.get(chance.nextInt(nodes.size())).api(path);
                Answer answer = requests.post(uri, body).join();
                if (answer.status() != 503 && answer.status() != 429) {
                    return answer;
                }
            } catch (CompletionException unheard) {
                // asked again, elsewhere
            }
            Thread.sleep(TRIES_AGAIN_MS);
        }
        return null;
    }

    /** An order whose answer was lost keeps its unit: whoever looks at the board sees it and stands it down. */
    private void endWhatNobodyKnows(SplittableRandom chance) throws InterruptedException {
        for (JsonObject unit : board(chance)) {
            String assignment = unit.getString("assignmentId");
            if (assignment != null && !presses.containsKey(assignment)) {
                journal.add("ENDING", unit.getString("id"), assignment);
                press(chance, assignment, "CANCELLED");
            }
        }
    }

    private List<JsonObject> board(SplittableRandom chance) {
        try {
            Answer answer = requests.get(nodes.get(chance.nextInt(nodes.size())).api("/units"))
                    .join();
            return answer.status() == 200
                    ? answer.json().getJsonArray("units").stream()
                            .map(JsonObject.class::cast)
                            .toList()
                    : List.of();
        } catch (CompletionException unheard) {
            return List.of();
        }
    }

    int countAssigned() {
        return assigned.get();
    }

    int countRefused() {
        return refused.get();
    }

    /** They finish what they have in their hands. */
    void goHome() throws InterruptedException {
        atWork = false;
        for (Thread desk : desks) {
            desk.join(30_000);
        }
    }

    /** Nobody is out any more afterwards. */
    void standEverybodyDown(SplittableRandom chance) throws InterruptedException {
        for (JsonObject unit : board(chance)) {
            String assignment = unit.getString("assignmentId");
            if (assignment != null) {
                journal.add("ENDING", unit.getString("id"), assignment);
                if (!press(chance, assignment, "CANCELLED")) { // with a patient on board: it goes on to the end
                    for (String status : WHOLE_WAY) {
                        press(chance, assignment, status);
                    }
                }
            }
        }
    }

    @Override
    public void close() {
        atWork = false;
        desks.forEach(Thread::interrupt);
    }
}
