package rescue.routing.map;

import com.graphhopper.reader.ReaderElement;
import com.graphhopper.reader.ReaderNode;
import com.graphhopper.reader.ReaderRelation;
import com.graphhopper.reader.ReaderWay;
import com.graphhopper.reader.osm.OSMInputFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javax.xml.stream.XMLStreamException;
import rescue.dispatch.geo.LatLon;
import rescue.routing.tiles.MapPlace;
import rescue.routing.tiles.Scenery;
import rescue.routing.tiles.Scenery.Border;
import rescue.routing.tiles.Scenery.Lake;
import rescue.routing.tiles.Scenery.River;

/**
 * Reads what an OSM extract shows beside its roads. The file is read three times, for a way knows its points only by number
 * and a lake its shores: relations and named points, then ways, then where the points are.
 */
final class SceneryReader {

    /** A border below the province is of no use to a driver. */
    private static final int PROVINCE_LEVEL = 4;

    private record Shape(List<long[]> outer, List<long[]> inner, String name) {}

    private record Stretch(String kind, String name, List<Long> nodes) {}

    private final List<MapPlace> places = new ArrayList<>();
    private final List<ReaderRelation> lakeRelations = new ArrayList<>();
    private final Map<Long, Integer> borderWays = new HashMap<>();
    private final Map<Long, long[]> memberWays = new HashMap<>();
    private final Set<Long> wantedWays = new HashSet<>();
    private final List<Stretch> rivers = new ArrayList<>();
    private final List<Shape> lakes = new ArrayList<>();
    private final List<Stretch> houses = new ArrayList<>();
    private final Map<Long, LatLon> points = new HashMap<>();

    private SceneryReader() {}

    static Scenery read(Path extract) throws IOException {
        SceneryReader reader = new SceneryReader();
        each(extract, reader::relationOrPlace);
        each(extract, reader::way);
        reader.joinRelations();
        Set<Long> wanted = reader.wantedPoints();
        if (!wanted.isEmpty()) {
            each(extract, element -> {
                if (element instanceof ReaderNode node && wanted.contains(node.getId())) {
                    reader.points.put(node.getId(), new LatLon(node.getLat(), node.getLon()));
                }
            });
        }
        return reader.scenery();
    }

    private void relationOrPlace(ReaderElement element) {
        if (element instanceof ReaderNode node) {
            SceneryTags.place(node)
                    .ifPresent(kind -> place(SceneryTags.name(node), kind, new LatLon(node.getLat(), node.getLon())));
        } else if (element instanceof ReaderRelation relation) {
            if (SceneryTags.isLake(relation)) {
                lakeRelations.add(relation);
                relation.getMembers().forEach(member -> wantedWays.add(member.getRef()));
            }
            SceneryTags.borderLevel(relation)
                    .filter(level -> level <= PROVINCE_LEVEL)
                    .ifPresent(level -> relation.getMembers()
                            .forEach(member -> borderWays.merge(member.getRef(), level, Math::min)));
        }
    }

    private void place(String name, String kind, LatLon at) {
        if (!name.isEmpty()) {
            places.add(new MapPlace(name, kind, at));
        }
    }

    private void way(ReaderElement element) {
        if (!(element instanceof ReaderWay way)) {
            return;
        }
        long[] nodes = way.getNodes().toArray();
        if (wantedWays.contains(way.getId()) || borderWays.containsKey(way.getId())) {
            memberWays.put(way.getId(), nodes);
        }
        String name = SceneryTags.name(way);
        SceneryTags.river(way).ifPresent(kind -> rivers.add(new Stretch(kind, name, boxed(nodes))));
        boolean isRing = nodes.length > 3 && nodes[0] == nodes[nodes.length - 1];
        if (isRing && SceneryTags.isLake(way)) {
            lakes.add(new Shape(List.of(nodes), List.of(), name));
        }
        if (isRing && !name.isEmpty()) {
            SceneryTags.place(way).ifPresent(kind -> houses.add(new Stretch(kind, name, boxed(nodes))));
        }
    }

    private void joinRelations() {
        for (ReaderRelation relation : lakeRelations) {
            Map<Boolean, List<long[]>> byRole =
                    new HashMap<>(Map.of(true, new ArrayList<>(), false, new ArrayList<>()));
            relation.getMembers().forEach(member -> {
                long[] nodes = memberWays.get(member.getRef());
                if (nodes != null) {
                    Objects.requireNonNull(byRole.get(!"inner".equals(member.getRole())))
                            .add(nodes);
                }
            });
            List<long[]> outer = Rings.join(Objects.requireNonNull(byRole.get(true)));
            List<long[]> inner = Rings.join(Objects.requireNonNull(byRole.get(false)));
            if (!outer.isEmpty()) {
                lakes.add(new Shape(outer, inner, SceneryTags.name(relation)));
            }
        }
    }

    private Set<Long> wantedPoints() {
        Set<Long> wanted = new HashSet<>();
        Consumer<long[]> want = nodes -> Arrays.stream(nodes).forEach(wanted::add);
        rivers.forEach(river -> wanted.addAll(river.nodes));
        houses.forEach(house -> wanted.addAll(house.nodes));
        lakes.forEach(lake -> {
            lake.outer.forEach(want);
            lake.inner.forEach(want);
        });
        borderWays
                .keySet()
                .forEach(way -> Optional.ofNullable(memberWays.get(way)).ifPresent(want));
        return wanted;
    }

    private Scenery scenery() {
        houses.forEach(house -> middle(house.nodes).ifPresent(at -> place(house.name, house.kind, at)));
        List<Border> borders = new ArrayList<>();
        borderWays.forEach((way, level) -> Optional.ofNullable(memberWays.get(way))
                .map(this::line)
                .filter(line -> line.size() > 1)
                .ifPresent(line -> borders.add(new Border(level, line))));
        return new Scenery(
                places,
                rivers.stream()
                        .map(river -> new River(river.kind, river.name, line(river.nodes)))
                        .filter(river -> river.line().size() > 1)
                        .toList(),
                lakes.stream().flatMap(lake -> drawn(lake).stream()).toList(),
                borders);
    }

    /** Each shore is a lake of its own, with the islands that lie in it. */
    private List<Lake> drawn(Shape shape) {
        List<List<LatLon>> islands = shape.inner.stream()
                .map(this::line)
                .filter(island -> island.size() > 3)
                .toList();
        List<Lake> drawn = new ArrayList<>();
        for (long[] nodes : shape.outer) {
            List<LatLon> shore = line(nodes);
            if (shore.size() > 3) {
                List<List<LatLon>> rings = new ArrayList<>(List.of(shore));
                islands.stream()
                        .filter(island -> Rings.isInside(island.get(0), shore))
                        .forEach(rings::add);
                drawn.add(new Lake(shape.name, rings));
            }
        }
        return drawn;
    }

    private Optional<LatLon> middle(List<Long> ring) {
        List<LatLon> line = line(ring);
        return line.isEmpty()
                ? Optional.empty()
                : Optional.of(new LatLon(
                        line.stream().mapToDouble(LatLon::lat).average().orElseThrow(),
                        line.stream().mapToDouble(LatLon::lon).average().orElseThrow()));
    }

    /** An extract is cut somewhere: points beyond the cut are not in it. */
    private List<LatLon> line(List<Long> nodes) {
        return nodes.stream().map(points::get).filter(Objects::nonNull).toList();
    }

    private List<LatLon> line(long[] nodes) {
        return line(boxed(nodes));
    }

    private static List<Long> boxed(long[] nodes) {
        return Arrays.stream(nodes).boxed().toList();
    }

    private static void each(Path extract, Consumer<ReaderElement> use) throws IOException {
        try (OSMInputFile in =
                new OSMInputFile(extract.toFile()).setWorkerThreads(1).open()) {
            for (ReaderElement next = in.getNext(); next != null; next = in.getNext()) {
                use.accept(next);
            }
        } catch (XMLStreamException broken) {
            throw new IOException(broken);
        }
    }
}
