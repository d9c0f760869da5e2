package rescue.dispatch.shell.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class UploadRoomTest {

    private final UploadRoom room = new UploadRoom();

    @Test
    void three_of_the_largest_and_then_only_what_leaves_makes_room() {
        for (int i = 0; i < 3; i++) {
            assertTrue(room.enter(BodySize.PHOTO_MAX_BYTES));
        }
        assertFalse(room.enter(1));
        room.leave(BodySize.PHOTO_MAX_BYTES);
        assertTrue(room.enter(BodySize.PHOTO_MAX_BYTES));
    }

    @Test
    void the_last_place_is_given_once_however_many_come_at_once() {
        assertTrue(room.enter(UploadRoom.BYTES - 10));
        assertEquals(
                10,
                IntStream.range(0, 1_000).parallel().filter(i -> room.enter(1)).count());
    }
}
