package rescue.dispatch.shell.live;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import rescue.dispatch.geo.LatLon;
import rescue.dispatch.port.LiveState;
import rescue.dispatch.port.LiveStateContract;
import rescue.dispatch.story.Samples;
import rescue.dispatch.unit.AvlFix;

/** The boards of one node. */
final class MemoryLiveStateTest extends LiveStateContract {

    @Override
    protected LiveState open() {
        return new MemoryLiveState(() -> Samples.minute(0));
    }

    @Test
    void a_fix_rings_as_it_came_and_an_older_one_does_not() {
        var board = new PositionBoard(open());
        List<String> rung = new ArrayList<>();
        var full = new AvlFix(new LatLon(22.1, 103.2), Samples.minute(2), 11.5, 270.0, 8.0);
        var bare = new AvlFix(new LatLon(22.2, 103.3), Samples.minute(3), null, null, null);
        board.ring((unit, fix) -> rung.add(unit + " " + fix));

        board.moved("A1", full);
        board.moved("A1", new AvlFix(new LatLon(22, 103), Samples.minute(1), null, null, null));
        board.moved("A1", bare);

        assertEquals(List.of("A1 " + full, "A1 " + bare), rung);
    }
}
