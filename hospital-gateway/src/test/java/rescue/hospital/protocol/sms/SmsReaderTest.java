package rescue.hospital.protocol.sms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import rescue.dispatch.shell.phrases.Phrases;
import rescue.dispatch.shell.web.ApiFailure;
import rescue.dispatch.shell.web.ProblemCode;
import rescue.hospital.protocol.MachineReport;

class SmsReaderTest {

    // spotless:off
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', nullValues = "-", textBlock = """
            GIUONG ICU 2                              | {ICU=2}                                | {}                              | -
            giường icu 2                              | {ICU=2}                                | {}                              | -
            Giuong ICU2, CC5.                         | {EMERGENCY=5, ICU=2}                   | {}                              | -
            GIUONG HOI SUC: 0; CAP CUU = 12           | {EMERGENCY=12, ICU=0}                  | {}                              | -
            GIƯỜNG CT 2 NHI 3 SẢN 4 NGOẠI KHOA 7      | {TRAUMA=2, SURGERY=7, PAEDIATRIC=3, MATERNITY=4} | {}                    | -
            HET GIUONG ICU NHI                        | {ICU=0, PAEDIATRIC=0}                  | {}                              | -
            GIUONG ICU 2 HET CT MAU CO MAY THO        | {ICU=2}                                | {CT=false, BLOOD=false, VENTILATOR=true} | -
            KHONG CO MO SO NAO. CO LOC MAU            | {}                                     | {NEUROSURGERY=false, DIALYSIS=true} | -
            NGUNG NHAN                                | {}                                     | {}                              | CLOSED
            HAN CHE GIUONG CC 1                       | {EMERGENCY=1}                          | {}                              | ADVISORY
            NHAN                                      | {}                                     | {}                              | NORMAL
            GIUONG ICU 2 ICU 2                        | {ICU=2}                                | {}                              | -
            """)
    // spotless:on
    void a_message_is_understood(String text, String beds, String services, @Nullable String traffic) {
        MachineReport said = SmsReader.read(text, null);
        assertEquals(beds, new TreeMap<>(said.available()).toString());
        assertEquals(services, new TreeMap<>(said.services()).toString());
        assertEquals(
                traffic, said.emsTraffic() == null ? null : said.emsTraffic().name());
    }

    // spotless:off
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ``                            | SMS_NOT_UNDERSTOOD
            hello                         | SMS_NOT_UNDERSTOOD
            GIUONG                        | SMS_NOT_UNDERSTOOD
            GIUONG ICU                    | SMS_NUMBER_MISSING
            GIUONG ICU HAI                | COUNT_NOT_WHOLE
            GIUONG ICU -2                 | COUNT_NEGATIVE
            GIUONG ICU 1.5                | COUNT_NOT_WHOLE
            GIUONG ICU 32,323             | COUNT_NOT_WHOLE
            GIUONG ICU 2001               | COUNT_TOO_MANY
            GIUONG ICU 99999999999        | COUNT_NOT_WHOLE
            GIUONG ICU 2 ICU 3            | COUNTS_CONTRADICT
            GIUONG SOFA 2                 | SMS_NOT_UNDERSTOOD
            ICU 2                         | SMS_NOT_UNDERSTOOD
            CO CT HET CT                  | SMS_NOT_UNDERSTOOD
            NHAN DONG                     | SMS_NOT_UNDERSTOOD
            GIUONG ICU 2 cam on           | SMS_NOT_UNDERSTOOD
            GIUONG ICU ٣                  | COUNT_NOT_WHOLE
            """)
    // spotless:on
    void one_word_that_is_not_understood_and_nothing_is_kept(String text, ProblemCode code) {
        assertEquals(
                code,
                assertThrows(ApiFailure.class, () -> SmsReader.read(text, null)).code());
    }

    @Test
    void nobody_types_so_much() {
        assertThrows(ApiFailure.class, () -> SmsReader.read("GIUONG ICU 2 ".repeat(50), null));
    }

    @Test
    void nothing_changed_is_said_in_these_words_alone() {
        assertTrue(SmsReader.saysUnchanged("Không đổi"));
        assertTrue(SmsReader.saysUnchanged("nhu cu."));
        assertFalse(SmsReader.saysUnchanged("GIUONG ICU 2 NHU CU"));
    }

    @ParameterizedTest
    @CsvSource({
        "0912345678,+84912345678",
        "+84 912 345 678,+84912345678",
        "84912345678,+84912345678",
        "0084912345678,+84912345678",
        "(091) 234-5678,+84912345678"
    })
    void a_number_is_the_same_however_it_is_written(String written, String number) {
        assertEquals(Optional.of(number), PhoneNumber.international(written, "84"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "115", "VIETTEL", "+", "09123456789012345", "+84'; DROP TABLE", "0"})
    void what_is_no_number_is_nobodys(String written) {
        assertEquals(Optional.empty(), PhoneNumber.international(written, "84"));
    }

    @Test
    void the_answer_says_what_was_understood_in_letters_that_every_telephone_has() {
        var answers = new SmsAnswers(new Phrases("problems", "dispatch", "sms"), ZoneId.of("Asia/Ho_Chi_Minh"));
        MachineReport said = SmsReader.read("GIUONG CT 2 HET CT NGUNG NHAN", null);
        assertEquals(
                "Da ghi Benh vien Da khoa: giuong trong: chan thuong 2; het chup CT; ngung nhan. Luc 09:30. Neu sai, hay nhan lai.",
                answers.understood("Bệnh viện Đa khoa", said, Instant.parse("2026-07-02T02:30:00Z")));
    }
}
