package rescue.routing.tiles;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rescue.dispatch.geo.LatLon;

class KmPostTest {

    @ParameterizedTest
    @CsvSource({
        "0, left",
        "22, left",
        "23, top-left",
        "90, top",
        "180, right",
        "-90, bottom",
        "270, bottom",
        "-45, bottom-left",
        "225, bottom-right",
        "135, top-right",
        "359, left",
    })
    void the_label_lies_on_the_right_of_the_road(double heading, String anchor) {
        assertEquals(anchor, new KmPost("QL4D", 76, new LatLon(22.4, 103.4), heading).anchor());
    }

    @ParameterizedTest
    @CsvSource({"0, 9", "70, 9", "75, 11", "76, 13"})
    void the_tenth_is_seen_from_afar(int km, int zoom) {
        assertEquals(zoom, new KmPost("QL4D", km, new LatLon(22.4, 103.4), 0).fromZoom());
    }
}
