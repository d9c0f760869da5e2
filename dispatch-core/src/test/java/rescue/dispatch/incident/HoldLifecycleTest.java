package rescue.dispatch.incident;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rescue.dispatch.assignment.AssignmentStatus;
import rescue.dispatch.hospital.HoldState;
import rescue.dispatch.hospital.PreArrivalAnswer;

final class HoldLifecycleTest {

    /** All 7 × 10 pairs; the columns are the assignment's statuses in their order. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            # hold    | NOTIFIED  ACKNOWL.  EN_ROUTE  ON_SCENE  AT_PAT.   LEFT_SC.  AT_DEST. HANDED_O. IN_SERV.  CANCELLED
            FIRM      | FIRM      FIRM      FIRM      FIRM      FIRM      FIRM      ARRIVED  OCCUPIED  RELEASED  RELEASED
            CONFIRMED | CONFIRMED CONFIRMED CONFIRMED CONFIRMED CONFIRMED CONFIRMED ARRIVED  OCCUPIED  RELEASED  RELEASED
            ARRIVED   | ARRIVED   ARRIVED   ARRIVED   ARRIVED   ARRIVED   ARRIVED   ARRIVED  OCCUPIED  RELEASED  RELEASED
            OCCUPIED  | OCCUPIED  OCCUPIED  OCCUPIED  OCCUPIED  OCCUPIED  OCCUPIED  OCCUPIED OCCUPIED  OCCUPIED  OCCUPIED
            RELEASED  | RELEASED  RELEASED  RELEASED  RELEASED  RELEASED  RELEASED  RELEASED RELEASED  RELEASED  RELEASED
            REFUSED   | REFUSED   REFUSED   REFUSED   REFUSED   REFUSED   REFUSED   REFUSED  REFUSED   REFUSED   REFUSED
            EXPIRED   | EXPIRED   EXPIRED   EXPIRED   EXPIRED   EXPIRED   EXPIRED   EXPIRED  EXPIRED   EXPIRED   EXPIRED
            """)
    void follows_the_crew(HoldState before, String expected) {
        String[] after = expected.split(" +");
        AssignmentStatus[] all = AssignmentStatus.values();
        assertEquals(all.length, after.length, "one for each status");
        for (int i = 0; i < all.length; i++) {
            assertEquals(HoldState.valueOf(after[i]), HoldLifecycle.after(before, all[i]), before + " at " + all[i]);
        }
    }

    /** All 7 × 3 pairs. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            # hold    | ACCEPT    | ACCEPT_IF | DECLINE
            FIRM      | CONFIRMED | CONFIRMED | REFUSED
            CONFIRMED | CONFIRMED | CONFIRMED | REFUSED
            ARRIVED   | ARRIVED   | ARRIVED   | REFUSED
            OCCUPIED  | OCCUPIED  | OCCUPIED  | OCCUPIED
            RELEASED  | RELEASED  | RELEASED  | RELEASED
            REFUSED   | REFUSED   | REFUSED   | REFUSED
            EXPIRED   | EXPIRED   | EXPIRED   | EXPIRED
            """)
    void follows_the_hospital(HoldState before, HoldState accept, HoldState acceptIf, HoldState decline) {
        assertEquals(accept, HoldLifecycle.after(before, PreArrivalAnswer.ACCEPT));
        assertEquals(acceptIf, HoldLifecycle.after(before, PreArrivalAnswer.ACCEPT_IF));
        assertEquals(decline, HoldLifecycle.after(before, PreArrivalAnswer.DECLINE));
    }
}
