package rescue.dispatch.shell.gazetteer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static rescue.dispatch.shell.gazetteer.PlaceKind.CITY;
import static rescue.dispatch.shell.gazetteer.PlaceKind.COMMUNE;
import static rescue.dispatch.shell.gazetteer.PlaceKind.FACILITY;
import static rescue.dispatch.shell.gazetteer.PlaceKind.HAMLET;
import static rescue.dispatch.shell.gazetteer.PlaceKind.OTHER;
import static rescue.dispatch.shell.gazetteer.PlaceKind.TOWN;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import rescue.dispatch.geo.LatLon;
import rescue.dispatch.port.Gazetteer.Place;
import rescue.dispatch.port.RoadRegister;
import rescue.dispatch.road.RoadKm;
import rescue.dispatch.road.UnlocatableRoad;

/** What people type, and what they should find. */
class MemoryGazetteerTest {

    private static final LatLon BINH_LU = new LatLon(22.318, 103.643);

    private final MemoryGazetteer gazetteer = new MemoryGazetteer(
            List.of(
                    place("Lai Châu", CITY, 22.400, 103.452, "Đoàn Kết", null),
                    commune("Đoàn Kết", 22.3997, 103.4517, "Lai Châu"),
                    commune("Bình Lư", 22.318, 103.643, "Tam Đường", "Thị trấn Tam Đường", "Xã Sơn Bình"),
                    commune("Phong Thổ", 22.537, 103.281, "Phong Thổ"),
                    commune("Mường Tè", 22.470, 102.720, "Mường Tè"),
                    place("Mường Tè", TOWN, 22.383, 102.814, "Bum Tở", "Mường Tè"),
                    place("Bình Lư", HAMLET, 22.330, 103.630, "Bình Lư", "Tam Đường"),
                    place("Bản Bo", HAMLET, 22.250, 103.700, "Bản Bo", "Tam Đường"),
                    place("Nà Tăm", HAMLET, 22.240, 103.560, "Bản Bo", "Tam Đường"),
                    place("Nà Tăm", HAMLET, 22.100, 103.900, null, null),
                    place("Huổi Luông", HAMLET, 22.560, 103.180, "Huổi Luông", "Phong Thổ"),
                    place("Bệnh viện Đa khoa tỉnh Lai Châu", FACILITY, 22.380, 103.483, "Tân Phong", "Lai Châu"),
                    place("Fan Si Pan", OTHER, 22.303, 103.775, null, null)),
            new OneRoad());

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            the commune before the hamlet of that name  | Bình Lư            | COMMUNE Bình Lư, Tam Đường / HAMLET Bình Lư, Tam Đường
            without diacritics and case                 | binh lu            | COMMUNE Bình Lư, Tam Đường / HAMLET Bình Lư, Tam Đường
            đ is d                                      | doan ket           | COMMUNE Đoàn Kết, Lai Châu
            decomposed letters                          | Đoàn Kết | COMMUNE Đoàn Kết, Lai Châu
            with the word for commune                   | xã phong thổ       | COMMUNE Phong Thổ
            the name of before the merger               | thị trấn tam đường | COMMUNE Bình Lư, Tam Đường / HAMLET Nà Tăm, Bản Bo
            the former name without its kind word       | son binh           | COMMUNE Bình Lư, Tam Đường
            half a word                                 | huoi lu            | HAMLET Huổi Luông, Phong Thổ
            one letter wrong                            | huoi loung         | HAMLET Huổi Luông, Phong Thổ
            one letter missing                          | phog tho           | COMMUNE Phong Thổ
            one letter too many                         | muongg te          | COMMUNE Mường Tè / TOWN Mường Tè, Bum Tở
            words in another order                      | khoa da lai vien   | FACILITY Bệnh viện Đa khoa tỉnh Lai Châu, Tân Phong
            the town of that district                   | muong te bum to    | TOWN Mường Tè, Bum Tở
            two hamlets of one name                     | na tam             | HAMLET Nà Tăm, Bản Bo / HAMLET Nà Tăm
            the one that is meant                       | na tam tam duong   | HAMLET Nà Tăm, Bản Bo
            the whole name before its beginning         | lai chau           | CITY Lai Châu, Đoàn Kết / FACILITY Bệnh viện Đa khoa tỉnh Lai Châu, Tân Phong
            marks between the words                     | 'fan-si, pan'      | OTHER Fan Si Pan
            """)
    void finds(String story, String typed, String expected) {
        assertEquals(expected, found(typed), story);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "?", "-", "qqqq", "tam đường lai châu phong thổ", "QL4D 9999+999", "QL99 10", "ql4d"})
    void finds_nothing_and_does_not_fall_over(String typed) {
        assertEquals("", found(typed), typed);
    }

    @Test
    void a_text_without_end_is_not_looked_at() {
        assertEquals(List.of(), gazetteer.search("a".repeat(1_000_000), 20));
    }

    @Test
    void no_more_than_asked_for() {
        assertEquals(1, gazetteer.search("na tam", 1).size());
        assertEquals(0, gazetteer.search("na tam", 0).size());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            QL4D 76+650             | ROAD_KM QL4D Km76+650, Bình Lư
            ql4d km 76.65           | ROAD_KM QL4D Km76+650, Bình Lư
            QL4D, Km76+650          | ROAD_KM QL4D Km76+650, Bình Lư
            ql4dkm76+650            | ROAD_KM QL4D Km76+650, Bình Lư
            Quốc lộ 4D Km 76 + 650  | ROAD_KM QL4D Km76+650, Bình Lư
            QL 4D km76,65           | ROAD_KM QL4D Km76+650, Bình Lư
            QL4D 76+65              | ROAD_KM QL4D Km76+065, Bình Lư
            QL4D 76                 | ROAD_KM QL4D Km76+000, Bình Lư
            tl130 22+400            | ROAD_KM ĐT130 Km22+400, Bình Lư
            tỉnh lộ 130 km22+400    | ROAD_KM ĐT130 Km22+400, Bình Lư
            đt130 22.4              | ROAD_KM ĐT130 Km22+400, Bình Lư
            """)
    void finds_a_post(String typed, String expected) {
        assertEquals(expected, found(typed));
    }

    @Test
    void a_post_carries_its_road_and_km() {
        Place post = gazetteer.search("ql4d 76+650", 8).get(0);
        assertEquals("QL4D", post.road());
        assertEquals(76.65, post.km());
        assertEquals(1.0, post.score());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            at the seat                         | 22.318 | 103.643 | Bình Lư
            near a hamlet of the next commune   | 22.245 | 103.690 | Bản Bo
            14 km from the nearest that we know | 22.444 | 103.643 | Bình Lư
            more than 15 km from all            | 22.470 | 103.643 | -
            the Gulf of Guinea                  | 0      | 0       | -
            """)
    void finds_the_commune(String story, double lat, double lon, @Nullable String commune) {
        assertEquals(Optional.ofNullable(commune), gazetteer.findCommune(new LatLon(lat, lon)), story);
    }

    @Test
    void scores_are_within_0_and_1_and_never_rise() {
        for (String typed : List.of("binh lu", "b", "na", "muong te", "lai chau", "phog")) {
            double before = 1;
            for (Place place : gazetteer.search(typed, 20)) {
                assertTrue(place.score() > 0 && place.score() <= before, typed + " " + place);
                before = place.score();
            }
        }
    }

    /** The worst is a query of which every word begins nothing: each name is then looked at letter by letter. */
    @Test
    void a_thousand_places_are_searched_in_less_than_a_millisecond() {
        long seed = 20261122;
        var random = new Random(seed);
        List<NamedPlace> thousand = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            thousand.add(place(word(random) + " " + word(random), HAMLET, 22, 103, word(random), word(random)));
        }
        var large = new MemoryGazetteer(thousand, new OneRoad());
        List<String> queries =
                List.of("muong te", "huoi luong tam duong", "benh vien da khoa tinh", "na", "ql4d 76+650");
        List<Long> tookNs = new ArrayList<>();
        for (int round = 0; round < 3000; round++) {
            long begin = System.nanoTime();
            large.search(queries.get(round % queries.size()), 8);
            tookNs.add(System.nanoTime() - begin);
        }
        long median = tookNs.stream().sorted().toList().get(tookNs.size() / 2);
        assertTrue(median < 1_000_000, "median " + median + " ns, seed " + seed);
        System.out.printf(Locale.ROOT, "gazetteer, 1000 places: median %d us%n", median / 1000);
    }

    private static String word(Random random) {
        return random.ints(2 + random.nextInt(5), 'a', 'z' + 1)
                .mapToObj(letter -> String.valueOf((char) letter))
                .collect(Collectors.joining());
    }

    private String found(String typed) {
        return gazetteer.search(typed, 8).stream()
                .map(place -> place.kind() + " " + place.label())
                .collect(Collectors.joining(" / "));
    }

    private static NamedPlace commune(String name, double lat, double lon, String district, String... formerNames) {
        return new NamedPlace(name, List.of(formerNames), COMMUNE, new LatLon(lat, lon), name, district);
    }

    private static NamedPlace place(
            String name, PlaceKind kind, double lat, double lon, @Nullable String commune, @Nullable String district) {
        return new NamedPlace(name, List.of(), kind, new LatLon(lat, lon), commune, district);
    }

    /** Two roads of 100 km, all of whose posts stand in Bình Lư. */
    private static final class OneRoad implements RoadRegister {

        @Override
        public Located locate(RoadKm roadKm) {
            String road = roadKm.road().equals("ĐT130") || roadKm.road().equals("QL4D") ? roadKm.road() : "";
            return !road.isEmpty() && roadKm.km() <= 100
                    ? new Located.At(BINH_LU, roadKm)
                    : new Located.Nowhere(
                            new UnlocatableRoad(UnlocatableRoad.Code.ROAD_UNKNOWN, roadKm.road(), 0, 0, List.of()));
        }

        @Override
        public Optional<NearestPost> nearest(LatLon point, double withinM) {
            return Optional.empty();
        }

        @Override
        public List<RegisteredRoad> listRoads() {
            return List.of();
        }
    }
}
