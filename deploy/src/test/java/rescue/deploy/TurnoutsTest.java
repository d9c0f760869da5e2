package rescue.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rescue.deploy.province.StationRow;
import rescue.deploy.province.TurnoutRow;
import rescue.dispatch.geo.LatLon;
import rescue.dispatch.unit.Turnout;

class TurnoutsTest {

    private static final ZoneId LAI_CHAU = ZoneId.of("Asia/Ho_Chi_Minh");

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            story                            | rows                                | 00:30 | 07:00 | 23:59
            no figures at all                | -                                   | 240   | 240   | 240
            every station's                  | * 0-6 200, * 6-22 100, * 22-24 210  | 200   | 100   | 210
            its own, not the others'         | * 0-24 200, S1 0-24 80              | 80    | 80    | 80
            another's own is not its own     | * 0-24 200, S2 0-24 80              | 200   | 200   | 200
            its own for a part of the day    | * 0-24 200, S1 6-22 80              | 240   | 80    | 240
            twice: the longer holds          | S1 0-24 80, S1 6-8 90               | 80    | 90    | 80
            """, useHeadersInDisplayName = true)
    void takes(String story, @Nullable String rows, int night, int morning, int late) {
        List<TurnoutRow> turnouts = new ArrayList<>();
        for (String row : rows == null ? new String[0] : rows.split(", ")) {
            String[] parts = row.split("[ -]");
            turnouts.add(new TurnoutRow(
                    parts[0],
                    Integer.parseInt(parts[1]),
                    Integer.parseInt(parts[2]),
                    Duration.ofSeconds(Integer.parseInt(parts[3])),
                    "assumed"));
        }

        Turnout turnout = Turnouts.station(
                        new StationRow("S1", "Trạm", new LatLon(22.39, 103.46), "assumed", "assumed"),
                        turnouts,
                        LAI_CHAU)
                .turnout();

        assertEquals(Duration.ofSeconds(night), turnout.at(Instant.parse("2026-07-01T17:30:00Z")));
        assertEquals(Duration.ofSeconds(morning), turnout.at(Instant.parse("2026-07-02T00:00:00Z")));
        assertEquals(Duration.ofSeconds(late), turnout.at(Instant.parse("2026-07-02T16:59:00Z")));
    }
}
