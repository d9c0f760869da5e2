package rescue.dispatch.shell.places;

import com.google.openlocationcode.OpenLocationCode;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import rescue.dispatch.geo.LatLon;
import rescue.dispatch.port.PlusCodeReader;

/** Open Location Codes, full ones and short ones: {@code 7PP395R6+2X}, {@code 95R6+2X Tam Đường}. */
public final class PlusCodes implements PlusCodeReader {

    /** A longer text is no code: the longest useful one has 15 digits, and a town's name may follow it. */
    private static final int LONGEST_TEXT = 100;

    /** A town's name may follow. Shorter than four digits before the plus would be taken for a road's post: 76+65. */
    private static final Pattern CODE = Pattern.compile(
            "^\\s*([2-9CFGHJMPQRVWX]{4,8}\\+[2-9CFGHJMPQRVWX]{0,7})(?:[\\s,]+(\\S.*?))?\\s*$",
            Pattern.CASE_INSENSITIVE);

    /** A cell of 8 digits is 0.0025 degrees, 275 m: a crew finds it. One of 6 digits is 5.5 km. */
    private static final double COARSEST_DEGREES = 0.003;

    private final Supplier<LatLon> middle;
    private final Function<String, Optional<LatLon>> findTown;

    /**
     * A reader for one province.
     *
     * @param middle of the province: what a short code is near to when no town is named with it. A code that lacks its
     *     first four digits is then right only within half a degree of this point
     * @param findTown where a town of that name is; a short code with a town's name is near to that town
     */
    public PlusCodes(Supplier<LatLon> middle, Function<String, Optional<LatLon>> findTown) {
        this.middle = middle;
        this.findTown = findTown;
    }

    @Override
    public Optional<LatLon> decode(String text) {
        Matcher told = CODE.matcher(text.length() > LONGEST_TEXT ? "" : text);
        return told.matches()
                ? recover(told.group(1), near(Optional.ofNullable(told.group(2))))
                        .map(OpenLocationCode::decode)
                        .filter(area -> area.getLatitudeHeight() <= COARSEST_DEGREES)
                        .map(area -> new LatLon(area.getCenterLatitude(), area.getCenterLongitude()))
                : Optional.empty();
    }

    private LatLon near(Optional<String> town) {
        return town.flatMap(findTown).orElseGet(middle);
    }

    /** The full code: itself, or for a short one the nearest to {@code near} that ends so; empty when it is no code. */
    static Optional<OpenLocationCode> recover(String code, LatLon near) {
        String upper = code.toUpperCase(Locale.ROOT);
        return OpenLocationCode.isValidCode(upper)
                ? Optional.of(new OpenLocationCode(upper).recover(near.lat(), near.lon()))
                : Optional.empty();
    }
}
