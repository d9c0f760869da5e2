package rescue.routing.book;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each story breaks one cell of a sound little book: {@code old -> new} in one of its files. */
class BrokenRoadBookTest {

    private static final String ROADS = """
            road,signed,name_vi,name_en,post_factor
            R1,yes,Đường một,Road one,1.00
            R2,no,Đường hai,Road two,1.02
            """;

    private static final String WAYPOINTS = """
            road,km,lat,lon,class,place
            R1,0.000,22.0000,103.0000,trunk,
            R1,1.200,22.0100,103.0000,,
            R2,0.000,22.0100,103.0000,tertiary,
            R2,2.500,22.0300,103.0000,,
            """;

    @TempDir
    private Path folder;

    @Test
    void the_sound_book_is_read() throws IOException {
        write(ROADS, WAYPOINTS);

        assertTrue(RoadBook.find(folder).isPresent());
    }

    @Test
    void a_folder_without_a_book_has_none() {
        assertTrue(RoadBook.find(folder).isEmpty());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            letters for a number          | 2.500,22.0300 | abc,22.0300     | road-waypoints.csv, line 5, column km: "abc" is no number
            kilometres that go back       | 1.200         | 0.000           | line 3, column km: 0.0 does not come after 0.0
            nearer by km than by crow     | 1.200         | 0.700           | the km differ by 0.700 only
            a latitude of no place        | 22.0300       | 122.03          | column lat: "122.03" is not within -90.0..90.0
            a point without a fix         | 22.0300,103.0 | 0.0,0.0         | (0, 0) is where a receiver without a fix is
            a first row without a class   | trunk         |                 | line 2, column class: it is empty
            a cell too many               | trunk,        | trunk,x,        | line 2 has 7 cells, the header has 6
            a road that is not listed     | R2,no         | R3,no           | line 3, column road: R3 has fewer than two waypoints
            a lacking column              | km,lat        | kilometre,lat   | the header line lacks the column km
            a factor of another unit      | 1.02          | 1.5             | column post_factor: "1.5" is not within 0.9..1.1
            the same road twice           | R2,no         | r-1,no          | column road: r-1 is there twice (R1)
            neither yes nor no            | R2,no         | R2,maybe        | column signed: "maybe" is neither yes nor no
            """)
    void refuses(String story, String old, String replacement, String sentence) throws IOException {
        String with = replacement == null ? "" : replacement;
        write(ROADS.replace(old, with), WAYPOINTS.replace(old, with));

        String message =
                assertThrows(BrokenRow.class, () -> RoadBook.find(folder)).getMessage();

        assertTrue(message.contains(sentence), message);
    }

    @Test
    void refuses_a_file_that_is_not_utf8() throws IOException {
        write(ROADS, WAYPOINTS);
        Files.write(folder.resolve("roads.csv"), ROADS.getBytes(StandardCharsets.UTF_16));

        String message =
                assertThrows(BrokenRow.class, () -> RoadBook.find(folder)).getMessage();

        assertTrue(message.contains("not UTF-8"), message);
    }

    private void write(String roads, String waypoints) throws IOException {
        Files.writeString(folder.resolve("roads.csv"), roads);
        Files.writeString(folder.resolve("road-waypoints.csv"), waypoints);
    }
}
