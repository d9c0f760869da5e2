package rescue.dispatch.assignment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class AssignmentLifecycleTest {

    /** All 10 × 10 pairs: a mark for each status in its order, {@code x} where it may come next. */
    @ParameterizedTest(name = "after {0}")
    @CsvSource(delimiter = '|', textBlock = """
            # from         | NOT ACK ENR ONS ATP LEF ATD HAN INS CAN
            NOTIFIED       | .   x   x   .   .   .   .   .   .   x
            ACKNOWLEDGED   | .   .   x   .   .   .   .   .   .   x
            EN_ROUTE       | .   .   .   x   .   .   .   .   .   x
            ON_SCENE       | .   .   .   .   x   x   .   .   x   x
            AT_PATIENT     | .   .   .   .   .   x   .   .   x   .
            LEFT_SCENE     | .   .   .   .   .   .   x   .   .   .
            AT_DESTINATION | .   .   .   .   .   .   .   x   .   .
            HANDED_OVER    | .   .   .   .   .   .   .   .   x   .
            IN_SERVICE     | .   .   .   .   .   .   .   .   .   .
            CANCELLED      | .   .   .   .   .   .   .   .   .   .
            """)
    void follows_the_table(AssignmentStatus from, String marks) {
        String[] mark = marks.split(" +");
        AssignmentStatus[] all = AssignmentStatus.values();
        assertEquals(all.length, mark.length, "a mark for each status");
        for (int i = 0; i < all.length; i++) {
            assertEquals(mark[i].equals("x"), AssignmentLifecycle.allows(from, all[i]), from + " to " + all[i]);
        }
    }

    @ParameterizedTest(name = "the one button after {0} is {1}")
    @CsvSource({
        "NOTIFIED, ACKNOWLEDGED",
        "ACKNOWLEDGED, EN_ROUTE",
        "EN_ROUTE, ON_SCENE",
        "ON_SCENE, AT_PATIENT",
        "AT_PATIENT, LEFT_SCENE",
        "LEFT_SCENE, AT_DESTINATION",
        "AT_DESTINATION, HANDED_OVER",
        "HANDED_OVER, IN_SERVICE"
    })
    void the_first_is_the_button_the_crew_sees(AssignmentStatus from, AssignmentStatus next) {
        assertEquals(next, AssignmentLifecycle.allowedAfter(from).get(0));
    }

    @ParameterizedTest
    @EnumSource(AssignmentStatus.class)
    void whatever_has_no_next_is_over_and_frees_the_unit(AssignmentStatus status) {
        assertEquals(AssignmentLifecycle.allowedAfter(status).isEmpty(), status.isOver());
        assertEquals(status.isOver(), status.unitStatus() == rescue.dispatch.unit.UnitStatus.AVAILABLE);
    }

    @Test
    void every_status_but_the_first_can_be_reached() {
        List<AssignmentStatus> reached = Arrays.stream(AssignmentStatus.values())
                .flatMap(from -> AssignmentLifecycle.allowedAfter(from).stream())
                .distinct()
                .sorted()
                .toList();
        assertEquals(
                Arrays.stream(AssignmentStatus.values())
                        .filter(status -> status != AssignmentStatus.NOTIFIED)
                        .toList(),
                reached);
    }
}
