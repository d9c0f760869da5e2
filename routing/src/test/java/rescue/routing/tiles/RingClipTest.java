package rescue.routing.tiles;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Coordinate;

/** A square from 0 to 10. */
class RingClipTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            inside, as it is      | 2 2, 8 2, 8 8, 2 8, 2 2          | 2 2, 8 2, 8 8, 2 8, 2 2
            half of it outside    | -5 2, 5 2, 5 8, -5 8, -5 2       | 0 2, 5 2, 5 8, 0 8, 0 2
            all around            | -5 -5, 15 -5, 15 15, -5 15, -5 -5 | 0 10, 0 0, 10 0, 10 10, 0 10
            outside               | 12 2, 18 2, 18 8, 12 8, 12 2     |
            smaller than a unit   | 2.1 2.1, 2.2 2.1, 2.2 2.2, 2.1 2.1 |
            """)
    void keeps_what_is_inside(String story, String ring, String inside) {
        Coordinate[] points = Arrays.stream(ring.split(",", -1))
                .map(point -> point.strip().split(" ", -1))
                .map(xy -> new Coordinate(Double.parseDouble(xy[0]), Double.parseDouble(xy[1])))
                .toArray(Coordinate[]::new);
        assertEquals(
                inside == null ? "" : inside,
                Arrays.stream(new RingClip(0, 10).clip(points))
                        .map(point -> (int) point.x + " " + (int) point.y)
                        .collect(Collectors.joining(", ")));
    }
}
