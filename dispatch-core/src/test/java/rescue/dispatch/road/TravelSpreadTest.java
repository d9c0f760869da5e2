package rescue.dispatch.road;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rescue.dispatch.road.Travel.Basis;

class TravelSpreadTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            # drive                                     | minutes | km/h | basis    | nine of ten
            nowhere                                     | 0       | 40   | ROAD     | 0
            across a town                               | 5       | 30   | ROAD     | 10
            a commune road                              | 20      | 30   | ROAD     | 31
            a national road                             | 20      | 50   | ROAD     | 30
            an hour of mountain road                    | 60      | 40   | ROAD     | 83
            an hour of track                            | 60      | 12   | ROAD     | 94
            an hour on foot                             | 60      | 4    | ROAD     | 99
            an hour of motorway: no road is certain     | 60      | 90   | ROAD     | 80
            three hours: little things even out         | 180     | 40   | ROAD     | 237
            a straight line on the map                  | 20      | 30   | ESTIMATE | 42
            a long straight line                        | 120     | 30   | ESTIMATE | 242
            """)
    void takes_nine_of_ten(String drive, long minutes, double kmh, Basis basis, long p90) {
        Travel travel = new Travel(Duration.ofMinutes(minutes), minutes * kmh * 1_000 / 60, basis);

        assertEquals(p90, Math.round(travel.p90().toSeconds() / 60.0));
        assertEquals(travel.time(), travel.spread().p50());
    }

    /** Drawn at random; the seed is in the message. */
    @Test
    void more_time_on_the_same_road_is_never_less_uncertain_and_never_by_more_than_its_share() {
        for (long seed = 0; seed < 2_000; seed++) {
            Random chance = new Random(seed);
            Basis basis = chance.nextInt(5) == 0 ? Basis.ESTIMATE : Basis.ROAD;
            double mps = 0.5 + 25 * chance.nextDouble();
            long seconds = chance.nextInt(20_000);
            long more = seconds + 1 + chance.nextInt(20_000);
            TravelSpread near = TravelSpread.of(Duration.ofSeconds(seconds), mps * seconds, basis);
            TravelSpread far = TravelSpread.of(Duration.ofSeconds(more), mps * more, basis);

            assertTrue(near.p90().compareTo(near.p50()) >= 0, "seed " + seed);
            assertTrue(lateS(far) >= lateS(near), "seed " + seed);
            assertTrue(lateS(far) * (seconds + 1.0) <= (lateS(near) + 3) * more, "seed " + seed);
        }
    }

    @Test
    void a_slower_road_of_the_same_time_is_more_uncertain() {
        Duration hour = Duration.ofHours(1);
        long before = 0;
        for (double kmh = 120; kmh >= 2; kmh /= 1.2) {
            long late = lateS(TravelSpread.of(hour, kmh * 1_000, Basis.ROAD));
            assertTrue(late >= before, kmh + " km/h");
            before = late;
        }
    }

    @Test
    void two_drives_together_are_as_one_drive_of_both() {
        for (long seed = 0; seed < 500; seed++) {
            Random chance = new Random(seed);
            long first = 60 + chance.nextInt(10_000);
            long second = 60 + chance.nextInt(10_000);
            TravelSpread together = spread(first).and(spread(second));

            assertEquals(spread(first + second).p50(), together.p50(), "seed " + seed);
            assertEquals(
                    spread(first + second).p90().toSeconds(), together.p90().toSeconds(), 2, "seed " + seed);
            assertTrue(lateS(together) <= lateS(spread(first)) + lateS(spread(second)) + 1, "seed " + seed);
            assertTrue(lateS(together) >= Math.max(lateS(spread(first)), lateS(spread(second))), "seed " + seed);
        }
    }

    @Test
    void nothing_added_changes_nothing_and_what_is_certain_only_moves_it() {
        TravelSpread drive = spread(1_800);

        assertEquals(drive, drive.and(TravelSpread.NONE));
        assertEquals(drive, TravelSpread.NONE.and(drive));
        assertEquals(
                lateS(drive), lateS(drive.plus(Duration.ofMinutes(4))), "a planned turnout is as certain as the plan");
    }

    @Test
    void nine_of_ten_never_arrive_before_half_of_them() {
        assertThrows(
                IllegalArgumentException.class, () -> new TravelSpread(Duration.ofSeconds(60), Duration.ofSeconds(59)));
    }

    /** At the usual speed. */
    private static TravelSpread spread(long seconds) {
        return TravelSpread.ofUnknownLength(Duration.ofSeconds(seconds), Basis.ROAD);
    }

    private static long lateS(TravelSpread spread) {
        return spread.p90().minus(spread.p50()).toSeconds();
    }
}
