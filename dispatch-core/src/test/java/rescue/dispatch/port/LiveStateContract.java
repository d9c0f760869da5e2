package rescue.dispatch.port;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import rescue.dispatch.port.LiveState.Board;
import rescue.dispatch.port.LiveState.Entry;
import rescue.dispatch.story.Samples;

/** What the boards in memory must keep, on one node or shared by several. */
public abstract class LiveStateContract {

    /** Empty boards. */
    protected abstract LiveState open();

    private static Entry entry(long version) {
        return new Entry(version, "{\"v\":" + version + "}", Samples.minute(version));
    }

    @Test
    void an_older_word_never_replaces_a_newer_one_and_is_told_to_nobody() {
        LiveState state = open();
        List<String> heard = listen(state, Board.UNITS);

        assertTrue(state.put(Board.UNITS, "A1", entry(5)));
        assertFalse(state.put(Board.UNITS, "A1", entry(4)));
        assertFalse(state.put(Board.UNITS, "A1", entry(5)), "the same once more is nothing new");
        assertTrue(state.put(Board.UNITS, "A1", entry(6)));

        assertEquals(Map.of("A1", entry(6)), state.list(Board.UNITS));
        assertEquals(List.of("A1@5", "A1@6"), heard);
    }

    @Test
    void what_is_gone_stays_gone_when_an_older_word_of_it_comes_late() {
        LiveState state = open();
        List<String> heard = listen(state, Board.WAITING_ALERTS);
        state.put(Board.WAITING_ALERTS, "key", entry(1));

        assertTrue(state.remove(Board.WAITING_ALERTS, "key", 2));
        assertFalse(state.put(Board.WAITING_ALERTS, "key", entry(1)));
        assertEquals(Map.of(), state.list(Board.WAITING_ALERTS));
        assertTrue(state.put(Board.WAITING_ALERTS, "key", entry(3)));

        assertEquals(Optional.of(entry(3)), state.find(Board.WAITING_ALERTS, "key"));
        assertEquals(List.of("key@1", "key gone", "key@3"), heard);
    }

    @Test
    void boards_know_nothing_of_each_other() {
        LiveState state = open();
        List<String> heard = listen(state, Board.HOSPITALS);
        state.put(Board.INCIDENTS, "x", entry(1));

        assertEquals(Map.of(), state.list(Board.HOSPITALS));
        assertEquals(Optional.empty(), state.find(Board.HOSPITALS, "x"));
        assertEquals(List.of(), heard);
    }

    @Test
    void a_listener_that_fails_keeps_nobody_else_from_hearing() {
        LiveState state = open();
        state.listen(Board.NODES, (key, entry) -> {
            throw new IllegalStateException("as a broken screen does");
        });
        List<String> heard = listen(state, Board.NODES);

        assertTrue(state.put(Board.NODES, "A", entry(1)));
        assertEquals(List.of("A@1"), heard);
    }

    private static List<String> listen(LiveState state, Board board) {
        List<String> heard = new ArrayList<>();
        state.listen(
                board,
                (key, entry) ->
                        heard.add(key + entry.map(now -> "@" + now.version()).orElse(" gone")));
        return heard;
    }
}
