package rescue.dispatch.shell.places;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import rescue.dispatch.geo.LatLon;
import rescue.dispatch.port.Gazetteer;
import rescue.dispatch.port.Gazetteer.Place;
import rescue.dispatch.port.PlusCodeReader;

/** Whatever somebody types or pastes to say where: coordinates, a plus code, a road and its post, a name. */
final class TypedPlaces {

    /** As maps copy them: {@code 22.38039, 103.48277}. */
    private static final Pattern COORDINATES =
            Pattern.compile("\\s*(-?[0-9]{1,2}\\.[0-9]{1,12})[\\s,;]+(-?[0-9]{1,3}\\.[0-9]{1,12})\\s*");

    private static final double CERTAIN = 1.0;

    private final Gazetteer gazetteer;
    private final PlusCodeReader plusCodes;

    TypedPlaces(Gazetteer gazetteer, PlusCodeReader plusCodes) {
        this.gazetteer = gazetteer;
        this.plusCodes = plusCodes;
    }

    /** Best first; at most {@code limit}. */
    List<Place> find(String typed, int limit) {
        return coordinates(typed)
                .map(at -> point(at, "COORDINATES", String.format(Locale.ROOT, "%.5f, %.5f", at.lat(), at.lon())))
                .or(() -> plusCodes.decode(typed).map(at -> point(at, "PLUS_CODE", typed.strip())))
                .map(List::of)
                .orElseGet(() -> gazetteer.search(typed, limit));
    }

    private static Optional<LatLon> coordinates(String typed) {
        Matcher numbers = COORDINATES.matcher(typed);
        if (!numbers.matches()) {
            return Optional.empty();
        }
        double lat = Double.parseDouble(numbers.group(1));
        double lon = Double.parseDouble(numbers.group(2));
        return LatLon.isValid(lat, lon) ? Optional.of(new LatLon(lat, lon)) : Optional.empty();
    }

    private Place point(LatLon at, String kind, String label) {
        String commune = gazetteer.findCommune(at).orElse(null);
        return new Place(
                commune == null ? label : label + ", " + commune, kind, at, null, null, commune, null, CERTAIN);
    }
}
