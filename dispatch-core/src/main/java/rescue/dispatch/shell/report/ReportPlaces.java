package rescue.dispatch.shell.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import rescue.dispatch.alert.ToldPlace;
import rescue.dispatch.geo.LatLon;
import rescue.dispatch.port.Gazetteer;
import rescue.dispatch.port.Gazetteer.Place;
import rescue.dispatch.port.RoadRegister;
import rescue.dispatch.port.RoadRegister.RegisteredRoad;
import rescue.dispatch.road.RoadKm;

/** What the form offers to say where, and what was said there as a place in the sender's terms. */
final class ReportPlaces {

    /** More does not fit a small screen, and whoever looks through more has typed too little. */
    private static final int FOUND_MAX = 6;

    /** The province has 38 communes; a list of names in the page costs 20 bytes each. */
    private static final int COMMUNES_MAX = 60;

    /** Names that match about as well as the best one. */
    private static final double AS_GOOD = 0.05;

    /** A commune, its seat and the hamlet that gave it its name: the same place for whoever drives there. */
    private static final double SAME_PLACE_M = 3_000;

    /** Less than the whole name was typed, or a letter is wrong: then we do not choose for the sender. */
    private static final double SURE = 0.9;

    private final Gazetteer gazetteer;
    private final RoadRegister register;

    ReportPlaces(Gazetteer gazetteer, RoadRegister register) {
        this.gazetteer = gazetteer;
        this.register = register;
    }

    List<RegisteredRoad> listRoads() {
        return register.listRoads().stream().filter(RegisteredRoad::signed).toList();
    }

    List<String> listCommunes() {
        return gazetteer.listInhabited().stream()
                .filter(place -> place.kind().equals("COMMUNE"))
                .map(Place::label)
                .distinct()
                .sorted()
                .limit(COMMUNES_MAX)
                .toList();
    }

    /** To choose from. */
    List<FoundPlace> find(String typed) {
        return typed.isBlank()
                ? List.of()
                : gazetteer.search(typed.strip(), FOUND_MAX).stream()
                        .map(FoundPlace::of)
                        .toList();
    }

    /** Word for word; a name becomes a point only when it was chosen, or can mean one place only. */
    ToldPlace told(ReportForm form) {
        List<String> words = new ArrayList<>();
        RoadKm roadKm = roadKm(form, words);
        Optional<FoundPlace> named = FoundPlace.read(form.chosen()).or(() -> surely(form.village()));
        addIfSaid(words, form.village());
        named.map(FoundPlace::label)
                .filter(label -> !label.equals(form.village()))
                .ifPresent(words::add);
        addIfSaid(words, form.words());
        Optional<LatLon> phone = phone(form, words);
        Optional<LatLon> at = phone.or(() -> named.map(FoundPlace::at));
        Double accuracyM = phone.isPresent()
                ? (form.accuracyM().isPresent()
                        ? Double.valueOf(form.accuracyM().getAsDouble())
                        : null)
                : named.map(FoundPlace::accuracyM).orElse(null);
        return new ToldPlace(
                at.map(LatLon::lat).orElse(null),
                at.map(LatLon::lon).orElse(null),
                accuracyM,
                roadKm,
                null,
                words.isEmpty() ? null : String.join(" | ", words));
    }

    /** Where the phone believes to be. What is no point on Earth is kept as words: a broken phone's alert is an alert. */
    private static Optional<LatLon> phone(ReportForm form, List<String> words) {
        Optional<LatLon> at = form.location();
        if (at.isEmpty() && form.hasLocation()) {
            words.add(form.lat() + ", " + form.lon());
        }
        return at;
    }

    /** The one place that this name can mean; the operator asks about any other name. */
    private Optional<FoundPlace> surely(String typed) {
        if (typed.isBlank()) {
            return Optional.empty();
        }
        List<Place> found = gazetteer.search(typed.strip(), FOUND_MAX);
        if (found.isEmpty() || found.get(0).score() < SURE) {
            return labelled(found, typed);
        }
        Place best = found.get(0);
        boolean elsewhereToo = found.stream()
                .filter(place -> place.score() >= best.score() - AS_GOOD)
                .anyMatch(place -> place.at().distanceM(best.at()) > SAME_PLACE_M);
        return elsewhereToo ? labelled(found, typed) : Optional.of(FoundPlace.of(best));
    }

    /** As the list under the field offers it. */
    private static Optional<FoundPlace> labelled(List<Place> found, String typed) {
        return found.stream()
                .filter(place -> place.label().equalsIgnoreCase(typed.strip()))
                .max(Comparator.comparingDouble(Place::score))
                .map(FoundPlace::of);
    }

    /** Half of a post is kept as words. */
    private static @Nullable RoadKm roadKm(ReportForm form, List<String> words) {
        OptionalDouble km = Kilometre.read(form.km());
        if (!form.road().isEmpty() && km.isPresent()) {
            return new RoadKm(form.road(), km.getAsDouble());
        }
        String said =
                (form.road() + (form.km().isBlank() ? "" : " km " + form.km().strip())).strip();
        addIfSaid(words, said);
        return null;
    }

    private static void addIfSaid(List<String> words, String said) {
        if (!said.isBlank()) {
            words.add(said.strip());
        }
    }
}
