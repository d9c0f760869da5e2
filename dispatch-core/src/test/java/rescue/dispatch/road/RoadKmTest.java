package rescue.dispatch.road;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RoadKmTest {

    @ParameterizedTest(name = "{0} {1} reads {2}")
    @CsvSource({
        "QL4D,  76.65,     QL4D Km76+650",
        "QL4D,  0,         QL4D Km0+000",
        "ĐT130, 5.005,     ĐT130 Km5+005",
        "QL12,  76.9996,   QL12 Km77+000",
        "QL12,  0.0004,    QL12 Km0+000",
        "QL1,   2301.34,   QL1 Km2301+340"
    })
    void reads_as_the_post_does(String road, double km, String label) {
        assertEquals(label, new RoadKm(road, km).label());
    }

    @ParameterizedTest(name = "\"{0}\" {1}")
    @CsvSource({"QL4D, -0.001", "QL4D, NaN", "QL4D, 10000", "QL4D, Infinity", "'', 3", "' ', 3"})
    void refuses_what_no_post_says(String road, double km) {
        assertThrows(IllegalArgumentException.class, () -> new RoadKm(road, km));
    }
}
