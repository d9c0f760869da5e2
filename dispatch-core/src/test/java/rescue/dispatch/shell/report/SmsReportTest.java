package rescue.dispatch.shell.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.MultiMap;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import rescue.dispatch.alert.AlertKind;

class SmsReportTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            lat=22.38039&lon=103.48277&kind=FIRE      | CUU 7PJ59FJM+54 CHAY
            road=QL4D&km=25+300&kind=LANDSLIDE        | CUU QL4D 25+300 SAT LO
            village=bản Nà Đông&kind=TRAFFIC_COLLISION| CUU ban Na Dong TAI NAN
            kind=OBSTETRIC&unknown=yes                | CUU SINH
            lat=91&lon=0&words=dưới cầu&kind=DROWNING | CUU duoi cau DUOI NUOC
            kind=&words=🚑                            | CUU KHAC
            """)
    void says_what_the_form_says_in_one_plain_message(String fields, String text) {
        assertEquals(text, sent(fields));
    }

    @Test
    void is_never_longer_than_a_message() {
        assertEquals(160, sent("kind=FIRE&words=" + "xa ".repeat(200)).length());
    }

    @ParameterizedTest
    @EnumSource(AlertKind.class)
    void has_a_word_for_every_kind(AlertKind kind) {
        assertTrue(SmsReport.word(kind.name()).matches("[A-Z ]+"), kind.name());
        assertFalse(kind != AlertKind.OTHER && SmsReport.word(kind.name()).equals("KHAC"));
    }

    private static String sent(String fields) {
        MultiMap form = MultiMap.caseInsensitiveMultiMap();
        for (String field : fields.split("&")) {
            String[] parts = field.split("=", 2);
            form.add(parts[0], parts[1]);
        }
        String address = ReportForm.read(form).smsAddress("8115");
        assertTrue(address.startsWith("sms:8115?body="), address);
        return URLDecoder.decode(address.substring("sms:8115?body=".length()), StandardCharsets.UTF_8);
    }
}
