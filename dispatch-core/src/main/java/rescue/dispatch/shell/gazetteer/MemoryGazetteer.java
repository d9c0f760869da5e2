package rescue.dispatch.shell.gazetteer;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingDouble;
import static java.util.Comparator.comparingInt;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import rescue.dispatch.geo.LatLon;
import rescue.dispatch.port.Gazetteer;
import rescue.dispatch.port.RoadRegister;
import rescue.dispatch.port.RoadRegister.Located;
import rescue.dispatch.shell.gazetteer.NameMatch.Query;

/** All names of a province in memory: a thousand are looked through in less time than a key press takes. */
public final class MemoryGazetteer implements Gazetteer {

    /** Farther from every seat and village than this, the commune is anyone's guess; the largest are about 40 km across. */
    private static final double NEAR_M = 15_000;

    /** Nobody types more; and what has no end is not looked at. */
    private static final int LONGEST_QUERY = 200;

    /** What one step of {@link PlaceKind} costs: all of them together less than the step to the next worse match. */
    private static final double KIND_STEP = 0.01;

    private static final Comparator<Found> BEST_FIRST = comparingDouble(Found::score)
            .reversed()
            .thenComparing(
                    comparingInt((Found found) -> found.entry.place.name().length()))
            .thenComparing(found -> found.entry.place.name())
            .thenComparing(
                    comparingDouble((Found found) -> found.entry.place.at().lat())
                            .reversed())
            .thenComparing(comparing(found -> found.entry.place.at().lon()));

    private final List<Entry> entries;
    private final List<NamedPlace> withCommune;
    private final RoadRegister register;

    /**
     * A gazetteer that never changes.
     *
     * @param places every name there is, communes among them
     * @param register for roads and their posts
     */
    public MemoryGazetteer(List<NamedPlace> places, RoadRegister register) {
        this.entries = places.stream().map(Entry::of).toList();
        this.withCommune =
                places.stream().filter(place -> place.commune() != null).toList();
        this.register = register;
    }

    @Override
    public List<Place> search(String query, int limit) {
        if (query.length() > LONGEST_QUERY || limit < 1) {
            return List.of();
        }
        Optional<Located.At> post = PostQuery.find(query, register);
        return post.isPresent() ? List.of(asPlace(post.get())) : searchNames(Query.of(query), limit);
    }

    @Override
    public List<Place> listInhabited() {
        return entries.stream()
                .filter(entry -> entry.place.kind() != PlaceKind.FACILITY && entry.place.kind() != PlaceKind.OTHER)
                .map(entry -> new Found(entry, 1).asPlace())
                .toList();
    }

    private List<Place> searchNames(Query query, int limit) {
        if (query.words().isEmpty()) {
            return List.of();
        }
        return entries.stream()
                .map(entry -> new Found(entry, entry.score(query)))
                .filter(found -> found.score > NameMatch.NONE)
                .sorted(BEST_FIRST)
                .limit(limit)
                .map(Found::asPlace)
                .toList();
    }

    private Place asPlace(Located.At post) {
        Optional<NamedPlace> near = nearest(post.at());
        String commune = near.map(NamedPlace::commune).orElse(null);
        String label = post.roadKm().label() + (commune == null ? "" : ", " + commune);
        return new Place(
                label,
                "ROAD_KM",
                post.at(),
                post.roadKm().road(),
                post.roadKm().km(),
                commune,
                near.map(NamedPlace::formerDistrict).orElse(null),
                NameMatch.EXACT);
    }

    @Override
    public Optional<String> findCommune(LatLon point) {
        return nearest(point).map(NamedPlace::commune);
    }

    private Optional<NamedPlace> nearest(LatLon point) {
        NamedPlace nearest = null;
        double nearestM = NEAR_M;
        for (NamedPlace place : withCommune) {
            double distanceM = place.at().distanceM(point);
            if (distanceM <= nearestM) {
                nearest = place;
                nearestM = distanceM;
            }
        }
        return Optional.ofNullable(nearest);
    }

    /** A place with all its names cut up. */
    private record Entry(NamedPlace place, List<NameMatch> names) {

        static Entry of(NamedPlace place) {
            Set<String> context = new LinkedHashSet<>();
            Stream.of(Optional.ofNullable(place.commune()), Optional.ofNullable(place.formerDistrict()))
                    .flatMap(Optional::stream)
                    .forEach(around -> context.addAll(Spelling.words(Spelling.plain(around))));
            List<NameMatch> names = new ArrayList<>();
            names.add(NameMatch.of(place.name(), List.copyOf(context)));
            place.otherNames().forEach(name -> names.add(NameMatch.of(name, List.copyOf(context))));
            return new Entry(place, List.copyOf(names));
        }

        @SuppressWarnings("EnumOrdinal") // the order of the kinds is their rank
        double score(Query query) {
            double best = NameMatch.NONE;
            for (NameMatch name : names) {
                best = Math.max(best, name.match(query));
            }
            return best == NameMatch.NONE ? best : best - place.kind().ordinal() * KIND_STEP;
        }
    }

    private record Found(Entry entry, double score) {

        Place asPlace() {
            NamedPlace place = entry.place;
            return new Place(
                    place.label(),
                    place.kind().name(),
                    place.at(),
                    null,
                    null,
                    place.commune(),
                    place.formerDistrict(),
                    score);
        }
    }
}
