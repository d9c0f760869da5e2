package rescue.routing.route;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rescue.dispatch.geo.LatLon;

class PhrasesTest {

    @Test
    void both_languages_say_the_same_things() {
        assertEquals(Phrases.VI.keys(), Phrases.EN.keys());
    }

    @Test
    void a_sentence_names_the_road_and_the_post_when_they_are_known() {
        assertEquals(
                "Rẽ ngoặt trái vào QL4D tại QL4D Km76+650",
                Phrases.VI.sentence("sharp_left", "", "QL4D", Optional.of("QL4D Km76+650")));
        assertEquals("Turn sharp left", Phrases.EN.sentence("sharp_left", "", null, Optional.empty()));
        assertEquals(
                "Vào vòng xuyến, đi theo lối ra thứ 2 vào ĐT130",
                Phrases.VI.sentence("roundabout", "2", "ĐT130", Optional.empty()));
    }

    @ParameterizedTest
    @CsvSource({
        "0, bắc, north",
        "50, đông bắc, north-east",
        "179, nam, south",
        "270, tây, west",
        "350, bắc, north",
    })
    void a_departure_names_the_direction(double bearing, String vi, String en) {
        assertEquals("Đi về hướng " + vi, Phrases.VI.departure(bearing, null, Optional.empty()));
        assertEquals("Head " + en, Phrases.EN.departure(bearing, null, Optional.empty()));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 10, STRAIGHT",
        "350, 20, SLIGHT_RIGHT",
        "20, 350, SLIGHT_LEFT",
        "0, 90, RIGHT",
        "0, 270, LEFT",
        "90, 230, SHARP_RIGHT",
        "10, 220, SHARP_LEFT",
    })
    void a_turn_is_named_by_its_angle(double bearing, double next, Turn turn) {
        assertEquals(turn, Turn.of(Turn.between(bearing, next)));
    }

    @Test
    void bearings_count_clockwise_from_north() {
        LatLon here = new LatLon(22, 103);
        assertEquals(0, Turn.bearing(here, new LatLon(22.1, 103)), 0.1);
        assertEquals(90, Turn.bearing(here, new LatLon(22, 103.1)), 0.1);
        assertEquals(180, Turn.bearing(here, new LatLon(21.9, 103)), 0.1);
    }
}
