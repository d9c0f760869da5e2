package rescue.routing.book;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import rescue.dispatch.geo.LatLon;
import rescue.dispatch.port.RoadRegister;
import rescue.dispatch.road.RoadKm;
import rescue.dispatch.road.UnlocatableRoad;
import rescue.dispatch.road.UnlocatableRoad.Code;

/** The province's road book: every registered road as a chain of waypoints with kilometres. */
public final class RoadBook implements RoadRegister {

    /** Posts are told to the metre but stand where the grader left them; the end of a road is no sharper than this. */
    private static final double END_TOLERANCE_KM = 0.1;

    /** As many as a dispatcher can read at a glance. */
    private static final int MOST_SIMILAR = 5;

    /** One slip of the tongue in a short number, one more for each six letters of a name. */
    private static final int LETTERS_PER_SLIP = 6;

    private final List<BookedRoad> roads;
    private final Map<String, Set<BookedRoad>> byKey = new LinkedHashMap<>();
    private final SegmentGrid grid;

    public RoadBook(List<BookedRoad> roads) {
        this.roads = List.copyOf(roads);
        for (BookedRoad road : roads) {
            enter(road.number(), road);
            enter(road.nameVi(), road);
            enter(road.nameEn(), road);
            road.aliases().forEach(alias -> enter(alias, road));
        }
        grid = new SegmentGrid(this.roads);
    }

    /**
     * Reads the road book of a data folder; empty if the folder has none.
     *
     * @throws BrokenRow with file, line, column and what to mend
     */
    public static Optional<RoadBook> find(Path folder) {
        return RoadBookReader.isIn(folder) ? Optional.of(new RoadBook(RoadBookReader.read(folder))) : Optional.empty();
    }

    /** A book without roads: nothing can be located by post, and every refusal says so. */
    public static RoadBook empty() {
        return new RoadBook(List.of());
    }

    @Override
    public Located locate(RoadKm roadKm) {
        Set<BookedRoad> named = named(roadKm.road());
        if (named.size() != 1) {
            return new Located.Nowhere(unknown(roadKm.road(), named));
        }
        BookedRoad road = named.iterator().next();
        if (isBeyond(road, roadKm.km())) {
            return new Located.Nowhere(beyond(road));
        }
        return new Located.At(road.at(road.measuredAt(roadKm.km())), new RoadKm(road.number(), roadKm.km()));
    }

    @Override
    public Optional<NearestPost> nearest(LatLon point, double withinM) {
        return grid.nearest(point, withinM)
                .map(hit -> new NearestPost(
                        new RoadKm(hit.road().number(), hit.road().postAt(hit.measuredKm())), hit.offsetM()));
    }

    @Override
    public List<RegisteredRoad> listRoads() {
        return roads.stream().map(BookedRoad::registered).toList();
    }

    public List<BookedRoad> roads() {
        return roads;
    }

    /** A number wins over a name: only then are all roads of that name meant. */
    private Set<BookedRoad> named(String road) {
        String key = RoadName.key(road);
        Set<BookedRoad> named = byKey.getOrDefault(key, Set.of());
        return named.stream()
                .filter(candidate -> RoadName.key(candidate.number()).equals(key))
                .findFirst()
                .<Set<BookedRoad>>map(Set::of)
                .orElse(named);
    }

    private void enter(String name, BookedRoad road) {
        byKey.computeIfAbsent(RoadName.key(name), key -> new LinkedHashSet<>()).add(road);
    }

    private static boolean isBeyond(BookedRoad road, double post) {
        return !(post >= road.firstKm() - END_TOLERANCE_KM && post <= road.lastPost() + END_TOLERANCE_KM);
    }

    private static UnlocatableRoad beyond(BookedRoad road) {
        return new UnlocatableRoad(Code.KM_BEYOND_END, road.number(), road.firstKm(), road.lastPost(), List.of());
    }

    /** Several roads of that name: they are the similar ones. */
    private UnlocatableRoad unknown(String road, Set<BookedRoad> named) {
        List<String> similar = named.isEmpty()
                ? similarTo(RoadName.key(road))
                : named.stream().map(BookedRoad::number).limit(MOST_SIMILAR).toList();
        return new UnlocatableRoad(Code.ROAD_UNKNOWN, road, 0, 0, similar);
    }

    private List<String> similarTo(String key) {
        record Similar(String number, int distance) {}
        int most = 1 + key.length() / LETTERS_PER_SLIP;
        List<Similar> found = new ArrayList<>();
        byKey.forEach((name, named) -> {
            int distance = key.length() > 1 && name.endsWith(key) ? 1 : RoadName.distance(key, name);
            if (distance <= most) {
                named.forEach(road -> found.add(new Similar(road.number(), distance)));
            }
        });
        return found.stream()
                .sorted(Comparator.comparingInt(Similar::distance)) // stable: equally similar ones as in the book
                .map(Similar::number)
                .distinct()
                .limit(MOST_SIMILAR)
                .toList();
    }
}
