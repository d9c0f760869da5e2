package rescue.dispatch.shell.paper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import rescue.dispatch.port.LiveState;
import rescue.dispatch.port.LiveState.Entry;
import rescue.dispatch.shell.live.MemoryLiveState;
import rescue.dispatch.shell.paper.PaperBoards.Board;

/** What is on paper of a night without the database, from what the nodes remember. */
class KnownToNodesTest {

    private static final Instant NOW = Instant.parse("2026-11-25T20:05:07Z");

    private final LiveState live = new MemoryLiveState(Clock.fixed(NOW, ZoneOffset.UTC));
    private final KnownToNodes known = new KnownToNodes(live);

    @Test
    void of_several_forms_of_a_board_the_newest_counts_and_of_these_the_one_with_the_most_on_it() {
        live.put(LiveState.Board.INCIDENTS, "limit=1", new Entry(7, "{\"incidents\": [{\"id\": \"i1\"}]}", NOW));
        live.put(
                LiveState.Board.INCIDENTS,
                "limit=500",
                new Entry(7, "{\"incidents\": [{\"id\": \"i1\"}, {\"id\": \"i2\"}]}", NOW));
        live.put(LiveState.Board.INCIDENTS, "en", new Entry(6, "{\"incidents\": [{}, {}, {}]}", NOW.minusSeconds(60)));

        Board board = known.incidents().orElseThrow();
        assertEquals(2, board.rows().size());
        assertEquals(NOW, board.asOf());
        assertTrue(board.isOld());
    }

    @Test
    void a_unit_is_where_its_last_fix_says() {
        live.put(
                LiveState.Board.UNITS,
                "all",
                new Entry(
                        7,
                        "{\"units\": [{\"id\": \"LC-01\", \"position\": {\"lat\": 1, \"lon\": 2, \"at\": \"2026-11-25T20:00:00Z\"}},"
                                + " {\"id\": \"LC-02\", \"position\": null}]}",
                        NOW));
        live.put(
                LiveState.Board.POSITIONS,
                "LC-01",
                new Entry(9, "{\"lat\": 22.5, \"lon\": 103.5, \"at\": \"2026-11-25T20:05:00Z\"}", NOW.minusSeconds(7)));

        Board board = known.units().orElseThrow();
        assertEquals(22.5, board.rows().get(0).getJsonObject("position").getDouble("lat"));
        assertEquals(null, board.rows().get(1).getJsonObject("position"));
    }

    @Test
    void alerts_that_wait_come_in_the_order_in_which_they_were_told() {
        live.put(LiveState.Board.WAITING_ALERTS, "b", new Entry(1, "{\"alertId\": \"later\"}", NOW));
        live.put(LiveState.Board.WAITING_ALERTS, "a", new Entry(1, "{\"alertId\": \"first\"}", NOW.minusSeconds(9)));

        Board board = known.waiting().orElseThrow();
        assertEquals("first", board.rows().get(0).getString("alertId"));
        assertEquals(2, board.rows().size());
    }

    @Test
    void what_nobody_knows_is_not_there() {
        assertTrue(known.incidents().isEmpty());
        assertTrue(known.units().isEmpty());
        assertTrue(known.hospitals().isEmpty());
        assertTrue(known.waiting().isEmpty());
    }
}
