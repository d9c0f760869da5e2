package rescue.dispatch.shell.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Promise;
import io.vertx.core.json.JsonObject;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A line of which the test decides when something leaves it, and when ten seconds are over. */
class LiveLineTest {

    private final Deque<Promise<Void>> wire = new ArrayDeque<>();
    private final List<String> written = new ArrayList<>();
    private final Deque<Runnable> pauses = new ArrayDeque<>();
    private int givenUp;

    private final LiveLine line = new LiveLine(
            message -> {
                written.add(name(message));
                Promise<Void> out = Promise.promise();
                wire.add(out);
                return out.future();
            },
            pauses::add,
            () -> givenUp++);

    @Test
    void a_line_that_keeps_up_is_told_everything() {
        for (int seq = 1; seq <= 10_000; seq++) {
            line.send(change(seq));
            oneLeaves();
        }
        assertEquals(10_000, written.size());
        assertEquals("unit 10000", written.get(9_999));
        assertTrue(pauses.isEmpty());
    }

    @Test
    void a_line_that_does_not_is_told_once_to_read_everything_again_and_then_what_follows() {
        int seq = fill();
        int before = written.size();
        for (int more = 0; more < 50_000; more++) {
            line.send(change(++seq));
        }
        assertEquals(before, written.size(), "nothing more is put on it");
        assertTrue(line.waitingBytes() <= LiveLine.WAITING_MAX_BYTES);

        allLeave();
        assertEquals(before + 1, written.size());
        assertEquals("resync " + seq, written.get(before), "up to the last that was left out");

        oneLeaves();
        line.send(change(++seq));
        assertEquals("unit " + seq, written.get(before + 1));
    }

    @Test
    void what_comes_while_it_empties_is_left_out_too_so_that_nothing_is_told_before_the_resync() {
        int seq = fill();
        line.send(change(++seq));
        oneLeaves();
        line.send(change(++seq)); // there would be room
        allLeave();
        assertEquals("resync " + seq, written.get(written.size() - 1));
        assertFalse(written.contains("unit " + seq));
    }

    @Test
    void a_position_that_was_left_out_is_made_up_for_as_well() {
        int seq = fill();
        line.send(LiveMessage.of(new JsonObject().put("type", "position").put("data", "x".repeat(200))));
        allLeave();
        assertEquals("resync " + seq, written.get(written.size() - 1));
    }

    @Test
    void a_message_longer_than_all_that_may_wait_goes_alone() {
        var large = LiveMessage.of(
                new JsonObject().put("type", "position").put("data", "x".repeat(LiveLine.WAITING_MAX_BYTES)));
        line.send(large);
        assertEquals(List.of("position null"), written);
        line.send(change(1));
        assertEquals(1, written.size(), "and nothing beside it");
        oneLeaves();
        assertEquals("resync 1", written.get(1));
    }

    @Test
    void a_line_on_which_nothing_moves_is_given_up_after_one_pause() {
        line.send(change(fill() + 1));
        pauses.remove().run();
        assertEquals(1, givenUp);
    }

    @Test
    void a_slow_one_is_not() {
        line.send(change(fill() + 1));
        for (int i = 0; i < 20; i++) {
            oneLeaves();
            pauses.remove().run();
        }
        assertEquals(0, givenUp);
        allLeave();
        pauses.remove().run();
        assertEquals(0, givenUp);
        assertTrue(pauses.isEmpty(), "nobody looks at a line that is empty again");
    }

    /** Until nothing more fits; the last number. */
    private int fill() {
        int seq = 0;
        while (line.waitingBytes() + 400 < LiveLine.WAITING_MAX_BYTES) {
            line.send(change(++seq));
        }
        while (pauses.isEmpty() && seq < 100_000) {
            line.send(change(++seq));
        }
        return seq;
    }

    private void oneLeaves() {
        wire.remove().complete();
    }

    /** Also what is put on the line meanwhile, but for the last of it. */
    private void allLeave() {
        for (int waiting = wire.size(); waiting > 0; waiting--) {
            oneLeaves();
        }
    }

    private static LiveMessage change(long seq) {
        return LiveMessage.of(
                new JsonObject().put("seq", seq).put("type", "unit").put("data", new JsonObject().put("id", "LC-01")));
    }

    private static String name(LiveMessage message) {
        return new JsonObject(message.text()).getString("type") + " " + message.seq();
    }
}
