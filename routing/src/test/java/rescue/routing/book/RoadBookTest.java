package rescue.routing.book;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rescue.dispatch.geo.LatLon;
import rescue.dispatch.port.RoadRegister.Located;
import rescue.dispatch.port.RoadRegister.RegisteredRoad;
import rescue.dispatch.road.RoadKm;
import rescue.dispatch.road.UnlocatableRoad;
import rescue.dispatch.road.UnlocatableRoad.Code;
import rescue.routing.Maps;

class RoadBookTest {

    private static final RoadBook BOOK = Maps.roadBook();

    /** Where waypoints are at most 30 m from the road (maps/README.md), a post cannot be asked to be nearer. */
    private static final double NEAR_M = 50;

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            the accident of the story                 | QL4D            | 76.65  | QL4D Km76+650  | 22.3572 | 103.7279
            the first post of a road                  | QL4D            | 0      | QL4D Km0+000   | 22.5434 | 103.2875
            lower case and a hyphen                   | ql-4d           | 76.65  | QL4D Km76+650  | 22.3572 | 103.7279
            the number spelled out                    | Quốc lộ 4D      | 76.65  | QL4D Km76+650  | 22.3572 | 103.7279
            without diacritics                        | quoc lo 4d      | 76.65  | QL4D Km76+650  | 22.3572 | 103.7279
            d for đ, and a space                      | dt 132          | 25.5   | ĐT132 Km25+500 | 22.6725 | 103.3613
            tỉnh lộ, an alias                         | TL132           | 25.5   | ĐT132 Km25+500 | 22.6725 | 103.3613
            a post that runs ahead of the measured km | QL12            | 96     | QL12 Km96+000  | 22.0313 | 103.1600
            another surveyed post of QL12             | QL12            | 120.1  | QL12 Km120+100 | 21.8672 | 103.1305
            a road that does not begin at zero        | QL32            | 391.17 | QL32 Km391+170 | 22.2434 | 103.7191
            a street by its name                      | đường trần phú  | 0      | KS007 Km0+000  | 22.3824 | 103.4814
            """)
    void finds_a_post(String story, String road, double km, String label, double lat, double lon) {
        Located located = BOOK.locate(new RoadKm(road, km));

        Located.At at = assertInstanceOf(Located.At.class, located, () -> "not found: " + located);
        assertEquals(label, at.roadKm().label());
        double tolerance =
                road.equals("QL12") ? 250 : NEAR_M; // the surveyed posts do not agree with each other more closely
        double offM = at.at().distanceM(new LatLon(lat, lon));
        assertTrue(offM < tolerance, () -> at.at() + " is " + Math.round(offM) + " m off");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            no such road, one letter off        | QL4E            | 10     | ROAD_UNKNOWN [QL4D, QL4H]
            only the last part of the number    | 4D              | 10     | ROAD_UNKNOWN [QL4D]
            nothing like it                     | A1 Autobahn     | 10     | ROAD_UNKNOWN []
            a name that two roads bear          | Tôn Đức Thắng   | 0.2    | ROAD_UNKNOWN [KS014, KS017]
            beyond the last post                | QL4D            | 400    | KM_BEYOND_END 0.0..134.2
            the last post itself is counted out | QL12            | 140    | KM_BEYOND_END 0.0..136.0
            before the first post               | QL32            | 12     | KM_BEYOND_END 302.5..402.5
            """)
    void says_why_a_post_is_nowhere(String story, String road, double km, String why) {
        Located located = BOOK.locate(new RoadKm(road, km));

        assertEquals(why, located.fold(at -> "found at " + at.at(), nowhere -> describe(nowhere.why())));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            on the road, at the accident     | 22.3572 | 103.7279 | 100   | QL4D Km76
            beside the surveyed post Km96    | 22.0313 | 103.1600 | 100   | QL12 Km96
            300 m off, asked within 100 m    | 22.3600 | 103.7279 | 100   | nothing
            far from every road, asked wide  | 22.9000 | 102.2000 | 90000 | KS117 Km
            another country                  | 48.1    | 11.5     | 50000 | nothing
            """)
    void names_the_nearest_post(String story, double lat, double lon, double withinM, String expected) {
        String found = BOOK.nearest(new LatLon(lat, lon), withinM)
                .map(post -> post.roadKm().label())
                .orElse("nothing");

        assertTrue(found.startsWith(expected), found);
    }

    @Test
    void a_post_that_is_located_is_the_nearest_post_of_its_place() {
        var random = new Random(42);
        List<RegisteredRoad> roads = BOOK.listRoads();
        for (int i = 0; i < 2_000; i++) {
            RegisteredRoad road = roads.get(random.nextInt(roads.size()));
            var asked =
                    new RoadKm(road.road(), road.firstKm() + random.nextDouble() * (road.lastKm() - road.firstKm()));
            LatLon at = ((Located.At) BOOK.locate(asked)).at();

            var nearest = BOOK.nearest(at, 1_000).orElseThrow();

            assertTrue(nearest.offsetM() < 1, () -> "seed 42: " + asked.label() + " came back " + nearest);
        }
    }

    @Test
    void every_road_is_listed_with_its_posts() {
        RegisteredRoad ql12 = BOOK.listRoads().stream()
                .filter(road -> road.road().equals("QL12"))
                .findFirst()
                .orElseThrow();

        assertEquals(171, BOOK.listRoads().size());
        assertEquals(136.0, ql12.lastKm(), 0.1, "posts, not measured kilometres");
    }

    @Test
    void nothing_can_be_located_in_an_empty_book() {
        RoadBook empty = RoadBook.empty();

        assertInstanceOf(Located.Nowhere.class, empty.locate(new RoadKm("QL4D", 1)));
        assertTrue(empty.nearest(new LatLon(22.36, 103.73), 5_000).isEmpty());
    }

    private static String describe(UnlocatableRoad why) {
        return why.code()
                + (why.code() == Code.ROAD_UNKNOWN
                        ? " " + why.similar()
                        : String.format(Locale.ROOT, " %.1f..%.1f", why.firstKm(), why.lastKm()));
    }
}
