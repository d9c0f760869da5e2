package rescue.dispatch.decision;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class EligibilityRuleTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            free, fit and near                       | ALS             | A1 ALS 10               | may go
            a doctor's car does what a basic one can | BLS             | A1 ALS 10               | may go
            a basic one does not do what a doctor's  | ALS             | A1 BLS 10               | LACKS_CAPABILITY [ALS]
            everything that is missing is named      | ALS+EXTRICATION | A1 BLS+WATER 10         | LACKS_CAPABILITY [ALS, EXTRICATION]
            a boat is no ambulance                   | BLS             | A1 WATER 10             | LACKS_CAPABILITY [BLS]
            on another incident                      | BLS             | A1 BLS 10 busy          | BUSY [ON_SCENE]
            on this incident                         | BLS             | A1 BLS 10 ours          | may go
            off duty                                 | BLS             | A1 BLS 10 off           | OUT_OF_SERVICE []
            no road                                  | BLS             | A1 BLS -                | CUT_OFF []
            off duty is said before unfit            | ALS             | A1 BLS - off            | OUT_OF_SERVICE []
            busy is said before cut off              | ALS             | A1 BLS - busy           | BUSY [ON_SCENE]
            cut off is said before unfit             | ALS             | A1 BLS -                | CUT_OFF []
            """)
    void asks_in_the_order_of_a_dispatcher(String story, String wanted, String unit, String expected) {
        String answer = EligibilityRule.firstRefusal(Drawn.units(unit).get(0), Drawn.need(wanted + " none EMERGENCY"))
                .map(no -> no.code() + " " + no.args())
                .orElse("may go");
        assertEquals(expected, answer);
    }
}
