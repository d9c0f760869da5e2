package rescue.dispatch.geo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LatLonTest {

    /** On the IUGG mean sphere a degree is 111,195.08 m, and Nashville to Los Angeles the textbook's 2,887 km. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            one degree of a meridian           | 0     | 0      | 1     | 0       | 111195   | 1
            one degree of the equator          | 0     | 0      | 0     | 1       | 111195   | 1
            a degree of longitude at 60 N      | 60    | 10     | 60    | 11      | 55597    | 10
            Nashville to Los Angeles           | 36.12 | -86.67 | 33.94 | -118.40 | 2886448  | 100
            across the date line               | 0     | 179.5  | 0     | -179.5  | 111195   | 1
            pole to pole                       | 90    | 0      | -90   | 0       | 20015115 | 1
            the same point                     | 22.4  | 103.5  | 22.4  | 103.5   | 0        | 0
            """)
    void is_as_far_as_the_great_circle(
            String story, double lat, double lon, double lat2, double lon2, double metres, double tolerance) {
        var here = new LatLon(lat, lon);
        var there = new LatLon(lat2, lon2);
        assertEquals(metres, here.distanceM(there), tolerance);
        assertEquals(here.distanceM(there), there.distanceM(here), "the way back is as long");
    }

    @ParameterizedTest(name = "{0}, {1}")
    @CsvSource({
        "90.0001, 0",
        "-90.0001, 0",
        "0, 180.0001",
        "0, -180.0001",
        "NaN, 0",
        "0, NaN",
        "Infinity, 0",
        "103.5, 222.4"
    })
    void refuses_what_is_no_point_on_earth(double lat, double lon) {
        assertFalse(LatLon.isValid(lat, lon));
        assertThrows(IllegalArgumentException.class, () -> new LatLon(lat, lon));
    }

    @ParameterizedTest(name = "{0}, {1}")
    @CsvSource({"90, 180", "-90, -180", "0, 0"})
    void takes_the_bounds_themselves(double lat, double lon) {
        assertEquals(lat, new LatLon(lat, lon).lat());
    }

    @ParameterizedTest(name = "{0}, {1} is null island: {2}")
    @CsvSource({"0, 0, true", "0.009, -0.009, true", "0.01, 0, false", "0, 0.01, false", "0, 103.5, false"})
    void knows_a_receiver_without_a_fix(double lat, double lon, boolean nullIsland) {
        assertEquals(nullIsland, new LatLon(lat, lon).isNullIsland());
    }

    @Test
    void antipodes_are_half_the_circumference_and_not_a_number_that_is_none() {
        assertEquals(20_015_115, new LatLon(22.4, 103.5).distanceM(new LatLon(-22.4, -76.5)), 1);
    }
}
