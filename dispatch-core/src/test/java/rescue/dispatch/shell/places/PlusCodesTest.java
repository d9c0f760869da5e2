package rescue.dispatch.shell.places;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.openlocationcode.OpenLocationCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rescue.dispatch.geo.LatLon;

/** Codes as they are read out on the telephone or pasted from a map. */
class PlusCodesTest {

    private static final LatLon LAI_CHAU = new LatLon(22.39, 103.46);
    private static final LatLon MUONG_TE = new LatLon(22.383, 102.814);

    /** Test vectors of the code's authors; they may lie beside the project, which builds without them. */
    private static final Path VECTORS = Path.of("../../shared/standards/plus-codes");

    private final PlusCodes codes = new PlusCodes(
            () -> LAI_CHAU,
            town -> Optional.ofNullable(Map.of("Mường Tè", MUONG_TE).get(town)));

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            a full code                                 | 7PJ59FJM+54             | 22.3804 103.4828
            small letters                               | 7pj59fjm+54             | 22.3804 103.4828
            spaces around it                            | '  7PJ59FJM+54 '        | 22.3804 103.4828
            a short code is near the middle             | 9FJM+54                 | 22.3804 103.4828
            a short code with its town is near the town | 9RM7+5J Mường Tè        | 22.3829 102.8141
            without the town it is a degree elsewhere   | 9RM7+5J                 | 22.3829 103.8141
            an unknown town changes nothing             | 9FJM+54, Nowhere        | 22.3804 103.4828
            a code of 275 m is good enough              | 7PJ59FJM+               | 22.3813 103.4838
            a code of 5 km sends nobody                 | 7PJ59F00+               | -
            a letter that no code has                   | 7PJ59FJM+WA             | -
            one digit after the plus                    | 7PJ59FJM+W              | -
            an odd number before the plus               | M5FXW8+WG9W8+WG         | -
            a post without its road                     | 76+65                   | -
            a name                                      | Tam Đường               | -
            a road and a post is no code                | 76+650                  | -
            only a plus                                 | +                       | -
            nothing                                     | ''                      | -
            """)
    void reads(String story, String text, String expected) {
        assertEquals(Optional.ofNullable(expected), codes.decode(text).map(PlusCodesTest::rounded), story);
    }

    @Test
    void a_very_long_text_is_no_code() {
        assertEquals(Optional.empty(), codes.decode("7PJ59FJM+54 " + "a".repeat(1_000_000)));
    }

    @Test
    void short_codes_are_recovered_as_their_authors_say() throws IOException {
        for (String line : vectors("shortCodeTests.csv")) {
            String[] cells = line.split(",", -1);
            var near = new LatLon(Double.parseDouble(cells[1]), Double.parseDouble(cells[2]));
            if (!cells[4].equals("S")) {
                assertEquals(
                        Optional.of(cells[0]), PlusCodes.recover(cells[3], near).map(OpenLocationCode::getCode), line);
            }
        }
    }

    @Test
    void what_is_no_code_is_refused_as_their_authors_say() throws IOException {
        for (String line : vectors("validityTests.csv")) {
            String[] cells = line.split(",", -1);
            boolean valid = Boolean.parseBoolean(cells[1]);
            assertEquals(valid, PlusCodes.recover(cells[0], LAI_CHAU).isPresent(), line);
        }
    }

    @Test
    void encoded_points_are_within_the_cell_they_are_decoded_to() throws IOException {
        for (String line : vectors("encoding.csv")) {
            String[] cells = line.split(",", -1);
            double lat = Double.parseDouble(cells[0]);
            double lon = Double.parseDouble(cells[1]);
            if (cells[5].isEmpty() || cells[5].contains("0") || !LatLon.isValid(lat, lon) || lat > 89 || lon > 179) {
                continue; // no code, a coarse one, or a place that the encoder moved into the range first
            }
            Optional<LatLon> decoded = codes.decode(cells[5]);
            assertTrue(decoded.isPresent(), line);
            double most = new LatLon(0, 0).distanceM(new LatLon(0.00125, 0.00125));
            assertTrue(decoded.get().distanceM(new LatLon(lat, lon)) <= most, line);
        }
    }

    private static List<String> vectors(String file) throws IOException {
        Path path = VECTORS.resolve(file);
        assumeTrue(Files.exists(path), "skipped: the plus code vectors are not beside the project");
        return Files.readAllLines(path).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
    }

    private static String rounded(LatLon at) {
        return String.format(Locale.ROOT, "%.4f %.4f", at.lat(), at.lon());
    }
}
