package rescue.story.fault;

import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.util.List;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import rescue.story.Scenes;
import rescue.story.fault.Requests.Answer;

/**
 * People who report: one at each tick, whether or not those before have their answer, at any node; each tries again, with
 * the same key and at another node, until he is told that it is taken.
 */
final class Callers implements AutoCloseable {

    private static final long FIRST_PAUSE_MS = 300;
    private static final long LONGEST_PAUSE_MS = 6_000;

    /** Of so many tries one goes over a line on which the answer is lost. */
    private static final int ONE_UNHEARD_IN = 15;

    /** Of so many who were told that it is taken, one sends the same once more; whoever was put off does so always. */
    private static final int ONE_REPEATS_IN = 8;

    private static final long REPEATS_AFTER_MS = 4_000;

    /** Operators look at the newest; what they do not come to is closed by nobody. */
    private static final int OPEN_MAX = 400;

    /**
     * All lines are busy then, and nobody new gets through. Without this those who wait ask again until neither the nodes nor we
     * can do anything else: a night of 16 minutes ended with twenty thousand open sockets of ours.
     */
    private static final int WAITING_MAX = 1_000;

    private final Requests requests;
    private final Journal journal;
    private final List<URI> doors;
    private final List<URI> deafDoors;
    private final Scenes scenes;
    private final SplittableRandom chance;
    private final ScheduledExecutorService clock = Executors.newScheduledThreadPool(2);
    private final AtomicInteger waiting = new AtomicInteger();
    private final AtomicInteger repeating = new AtomicInteger();
    private final AtomicInteger sent = new AtomicInteger();
    private final Queue<String> taken = new ConcurrentLinkedQueue<>();
    private volatile boolean quiet;

    /**
     * People outside.
     *
     * @param doors where alerts are taken, one a node
     * @param deafDoors the same, over lines that lose every answer
     */
    Callers(
            Requests requests,
            Journal journal,
            List<URI> doors,
            List<URI> deafDoors,
            Scenes scenes,
            SplittableRandom chance) {
        this.requests = requests;
        this.journal = journal;
        this.doors = doors;
        this.deafDoors = deafDoors;
        this.scenes = scenes;
        this.chance = chance;
    }

    void start(int perSecond) {
        clock.scheduleAtFixedRate(this::next, 0, 1_000_000L / perSecond, TimeUnit.MICROSECONDS);
    }

    private synchronized void next() {
        if (quiet || waiting.get() >= WAITING_MAX) {
            return;
        }
        String key = new UUID(chance.nextLong(), chance.nextLong()).toString();
        JsonObject alert = scenes.next();
        journal.add("SENT", key);
        sent.incrementAndGet();
        waiting.incrementAndGet();
        tryOnce(key, alert, FIRST_PAUSE_MS);
    }

    private void tryOnce(String key, JsonObject alert, long pauseMs) {
        var any = ThreadLocalRandom.current();
        List<URI> where = any.nextInt(ONE_UNHEARD_IN) == 0 ? deafDoors : doors;
        requests.post(where.get(any.nextInt(where.size())), alert, "Idempotency-Key", key)
                .whenComplete((answer, unheard) -> {
                    if (unheard != null || !isTaken(key, alert, answer)) {
                        later(
                                () -> tryOnce(key, alert, Math.min(LONGEST_PAUSE_MS, pauseMs * 2)),
                                pauseMs / 2 + ThreadLocalRandom.current().nextLong(pauseMs));
                    }
                });
    }

    private boolean isTaken(String key, JsonObject alert, Answer answer) {
        switch (answer.status()) {
            case 200, 201 -> {
                String incident = answer.json().getString("incidentId");
                journal.add("ACKNOWLEDGED", key, incident, answer.json().getString("alertId"));
                taken.add(incident);
                if (taken.size() > OPEN_MAX) {
                    taken.poll();
                }
                if (ThreadLocalRandom.current().nextInt(ONE_REPEATS_IN) == 0) {
                    later(() -> repeat(key, alert, false), REPEATS_AFTER_MS);
                }
            }
            case 202 -> {
                journal.add("SPOOLED", key);
                repeating.incrementAndGet();
                later(() -> repeat(key, alert, true), REPEATS_AFTER_MS);
            }
            case 503, 429 -> {
                return false;
            }
            default -> journal.add("BROKEN", "I1", "an alert was answered", answer.status(), answer.body());
        }
        waiting.decrementAndGet();
        return true;
    }

    /** The same again, anywhere: whoever was put off until it is entered, the others once. */
    private void repeat(String key, JsonObject alert, boolean untilEntered) {
        URI door = doors.get(ThreadLocalRandom.current().nextInt(doors.size()));
        requests.post(door, alert, "Idempotency-Key", key).whenComplete((answer, unheard) -> {
            int status = unheard == null ? answer.status() : 0;
            if (status == 200 || status == 201) {
                journal.add(
                        "ACKNOWLEDGED",
                        key,
                        answer.json().getString("incidentId"),
                        answer.json().getString("alertId"));
                if (status == 201 && !untilEntered) {
                    journal.add("BROKEN", "I4", key, "was taken for new after it had been acknowledged");
                }
                if (untilEntered) {
                    repeating.decrementAndGet();
                }
            } else if (untilEntered) {
                later(() -> repeat(key, alert, true), REPEATS_AFTER_MS);
            }
        });
    }

    private void later(Runnable what, long ms) {
        try {
            clock.schedule(what, ms, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException over) {
            // the night has ended
        }
    }

    /** Ids of incidents that somebody should look at, the newest last. */
    Queue<String> taken() {
        return taken;
    }

    int countSent() {
        return sent.get();
    }

    /** How many have not been told anything yet. */
    int countWaiting() {
        return waiting.get();
    }

    /** Nobody new; those who wait go on trying for so long. How many were never told anything. */
    int hangUp(long withinMs) throws InterruptedException {
        quiet = true;
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(withinMs);
        while (waiting.get() + repeating.get() > 0 && System.nanoTime() < deadline) {
            TimeUnit.MILLISECONDS.sleep(50);
        }
        return waiting.get();
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
