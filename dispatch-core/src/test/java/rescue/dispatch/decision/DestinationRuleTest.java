package rescue.dispatch.decision;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DestinationRuleTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            it has it all                       | TRAUMA_SURGERY TRAUMA | Tinh TRAUMA_SURGERY+CT 40 TRAUMA=1/0      | may receive
            silence is no refusal               | TRAUMA_SURGERY TRAUMA | Tinh TRAUMA_SURGERY 40 never              | may receive
            beds never counted are no refusal   | none ICU              | Tinh none 40 TRAUMA=0/0                   | may receive
            it has declined                     | none EMERGENCY        | Tinh none 40 EMERGENCY=3/0 declined       | DECLINED []
            closed to ambulances                | none EMERGENCY        | Tinh none 40 EMERGENCY=3/0 closed         | EMS_CLOSED []
            an advisory is no refusal           | none EMERGENCY        | Tinh none 40 EMERGENCY=3/0 advisory       | may receive
            no surgeon, no blood                | TRAUMA_SURGERY+BLOOD TRAUMA | Huyen CT 20 TRAUMA=1/0              | LACKS_SERVICE [TRAUMA_SURGERY, BLOOD]
            every bed promised                  | none TRAUMA           | Tinh none 40 TRAUMA=2/2                   | NO_BED [TRAUMA, 2, 2]
            more promised than there are        | none TRAUMA           | Tinh none 40 TRAUMA=1/2                   | NO_BED [TRAUMA, 1, 2]
            beds of another kind do not help    | none TRAUMA           | Tinh none 40 TRAUMA=0/0 ICU=9/0           | NO_BED [TRAUMA, 0, 0]
            no road                             | none EMERGENCY        | Tinh none - EMERGENCY=3/0                 | CUT_OFF []
            a road for one class of vehicle     | none EMERGENCY        | Tinh none 40 EMERGENCY=3/0 4x4only        | may receive
            """)
    void says(String story, String need, String hospital, String expected) {
        String answer = DestinationRule.firstRefusal(Drawn.hospitals(hospital).get(0), Drawn.need("BLS " + need))
                .map(no -> no.code() + " " + no.args())
                .orElse("may receive");
        assertEquals(expected, answer);
    }
}
