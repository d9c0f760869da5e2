package rescue.dispatch.hospital;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ReminderRuleTest {

    private static final ZoneId LAI_CHAU = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final DateTimeFormatter DAY_AND_TIME = DateTimeFormatter.ofPattern("dd HH:mm");

    @ParameterizedTest(name = "counted on the {0}: owed since {1}, a text at {2}, a call at {3}")
    @CsvSource({
        "27 08:00, 27 19:00, 27 19:30, 27 20:00",
        "27 18:00, 27 19:00, 27 22:00, 27 22:00", // still fresh at 19:30
        "27 15:20, 27 19:00, 27 19:30, 27 20:00",
        "27 15:40, 27 19:00, 27 19:40, 27 20:00",
        "27 19:00, 28 07:00, 28 07:30, 28 08:00", // at the change itself: the new shift has counted
        "27 23:30, 28 07:00, 28 07:30, 28 08:00",
        "28 03:00, 28 07:00, 28 07:30, 28 08:00",
        "28 06:59, 28 07:00, 28 10:59, 28 10:59"
    })
    void the_page_the_text_the_call(String counted, String owed, String text, String call) {
        Instant at = instant(counted);
        assertEquals(owed, said(ReminderRule.owedSince(at, LAI_CHAU)));
        assertEquals(text, said(ReminderRule.textAt(at, LAI_CHAU)));
        assertEquals(call, said(ReminderRule.callAt(at, LAI_CHAU)));
    }

    private static Instant instant(String dayAndTime) {
        String[] parts = dayAndTime.split(" ");
        return LocalDateTime.parse("2026-11-" + parts[0] + "T" + parts[1])
                .atZone(LAI_CHAU)
                .toInstant();
    }

    private static String said(Instant at) {
        return DAY_AND_TIME.format(at.atZone(LAI_CHAU));
    }
}
