package rescue.dispatch.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Nobody gets a state older than his question, and nobody looks twice at once. */
final class LatestTest {

    private final Latest<Integer> latest = new Latest<>();
    private final List<Promise<Integer>> begun = new ArrayList<>();

    private Future<Integer> ask() {
        return latest.run(() -> {
            begun.add(Promise.promise());
            return begun.get(begun.size() - 1).future();
        });
    }

    @Test
    void who_asks_alone_is_answered_by_his_own_look() {
        Future<Integer> one = ask();
        begun.get(0).complete(7);
        assertEquals(7, one.result());
        ask();
        assertEquals(2, begun.size(), "nothing is kept for the next one");
    }

    @Test
    void who_asks_during_a_look_shares_the_next_one_and_not_this_one() {
        Future<Integer> one = ask();
        Future<Integer> second = ask();
        Future<Integer> third = ask();
        assertEquals(1, begun.size(), "one at a time");
        begun.get(0).complete(1);
        assertEquals(1, one.result());
        assertFalse(second.isComplete(), "the first may have looked too early");
        assertEquals(2, begun.size());
        Future<Integer> fourth = ask();
        begun.get(1).complete(2);
        assertEquals(2, second.result());
        assertEquals(2, third.result());
        assertSame(second, third);
        assertFalse(fourth.isComplete());
        begun.get(2).complete(3);
        assertEquals(3, fourth.result());
    }

    @Test
    void a_look_that_fails_fails_for_those_who_shared_it_and_the_next_one_begins() {
        Future<Integer> one = ask();
        Future<Integer> second = ask();
        begun.get(0).fail("away");
        assertTrue(one.failed());
        begun.get(1).complete(2);
        assertEquals(2, second.result());
    }

    /** A thousand who ask while the state moves on, from many threads: each result is at least what he knew when he asked. */
    @Test
    void nobody_gets_a_state_older_than_his_question() throws Exception {
        AtomicLong state = new AtomicLong();
        AtomicInteger looks = new AtomicInteger();
        AtomicInteger tooOld = new AtomicInteger();
        Latest<Long> shared = new Latest<>();
        ExecutorService lookers = Executors.newFixedThreadPool(2);
        ExecutorService askers = Executors.newFixedThreadPool(8);
        int questions = 20_000;
        CountDownLatch answered = new CountDownLatch(questions);
        for (int i = 0; i < questions; i++) {
            askers.execute(() -> {
                long known = state.incrementAndGet();
                shared.run(() -> {
                            Promise<Long> look = Promise.promise();
                            looks.incrementAndGet();
                            lookers.execute(() -> look.complete(state.get()));
                            return look.future();
                        })
                        .onSuccess(seen -> {
                            if (seen < known) {
                                tooOld.incrementAndGet();
                            }
                            answered.countDown();
                        });
            });
        }
        assertTrue(answered.await(60, TimeUnit.SECONDS), answered.getCount() + " are still waiting");
        askers.shutdownNow();
        lookers.shutdownNow();
        assertEquals(0, tooOld.get());
        assertTrue(looks.get() < questions, looks + " looks for " + questions + " questions");
    }

    /** The same, step by step and in every order that a seed can draw. */
    @Test
    void whatever_the_order_of_questions_and_answers_the_look_began_after_the_question() {
        for (long seed = 0; seed < 2_000; seed++) {
            Random chance = new Random(seed);
            Latest<Integer> shared = new Latest<>();
            List<Promise<Integer>> running = new ArrayList<>();
            List<Integer> beganAt = new ArrayList<>();
            int[] clock = {0};
            List<Future<Integer>> asked = new ArrayList<>();
            List<Integer> askedAt = new ArrayList<>();
            for (int step = 0; step < 40; step++) {
                clock[0]++;
                if (chance.nextBoolean()) {
                    askedAt.add(clock[0]);
                    asked.add(shared.run(() -> {
                        beganAt.add(clock[0]);
                        Promise<Integer> look = Promise.promise();
                        running.add(look);
                        return look.future();
                    }));
                } else if (!running.isEmpty()) {
                    assertEquals(1, running.size(), "one at a time, seed " + seed);
                    running.remove(0).complete(beganAt.get(beganAt.size() - 1));
                }
            }
            while (!running.isEmpty()) {
                running.remove(0).complete(beganAt.get(beganAt.size() - 1));
            }
            for (int i = 0; i < asked.size(); i++) {
                assertTrue(asked.get(i).result() >= askedAt.get(i), "seed " + seed + ", question " + i);
            }
        }
    }
}
