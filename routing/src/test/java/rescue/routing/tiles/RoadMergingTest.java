package rescue.routing.tiles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import rescue.dispatch.geo.LatLon;

/** QL4D from west to east, cut by the graph into a thousand edges; a street leaves it at every tenth. */
class RoadMergingTest {

    private static final int EDGES = 1_000;

    @Test
    void the_edges_of_a_road_become_one_line() {
        List<WorldLine> lines = RoadMerging.below(12, new Comb());
        assertEquals(1, lines.size(), "streets are not seen below 12");
        assertEquals(EDGES + 1, lines.get(0).points().length);
        assertEquals("QL4D", lines.get(0).tags().get("ref"));
    }

    @Test
    void another_number_is_another_line() {
        List<WorldLine> lines = RoadMerging.below(13, new Comb());
        assertEquals(
                Set.of("trunk", "residential"),
                lines.stream().map(line -> line.tags().get("class")).collect(Collectors.toSet()));
        assertEquals(1 + EDGES / 10, lines.size());
    }

    @Test
    void from_afar_a_long_road_has_few_points() {
        SimplifiedLines far = new SimplifiedLines(RoadMerging.below(12, new Comb()), 11);
        LatLon west = new Comb().southWest();
        int zoom = 7;
        var at = Mercator.project(west);
        TileDrawing tile = new TileDrawing(zoom, (int) (at.x * 128), (int) (at.y * 128));
        var drawn = far.draw(tile);
        assertEquals(1, drawn.size());
        assertTrue(drawn.get(0).getNumPoints() < 10, drawn.get(0).getNumPoints() + " points");
    }

    private static final class Comb implements DrawnRoads {

        @Override
        public int count() {
            return EDGES + EDGES / 10;
        }

        @Override
        public List<LatLon> line(int road) {
            if (road < EDGES) {
                List<LatLon> edge = new ArrayList<>(List.of(onRoad(road), onRoad(road + 1)));
                if (road % 3 == 0) { // the graph keeps an edge the way round that the mapper drew it
                    java.util.Collections.reverse(edge);
                }
                return edge;
            }
            LatLon corner = onRoad(10 * (road - EDGES));
            return List.of(corner, new LatLon(corner.lat() + 0.01, corner.lon()));
        }

        private static LatLon onRoad(int place) {
            return new LatLon(22 + place % 2 * 0.000_05, 103 + place * 0.000_3);
        }

        @Override
        public String roadClass(int road) {
            return road < EDGES ? "trunk" : "residential";
        }

        @Override
        public Optional<String> ref(int road) {
            return road < EDGES ? Optional.of("QL4D") : Optional.empty();
        }

        @Override
        public Optional<String> name(int road) {
            return Optional.empty();
        }

        @Override
        public Flow flow(int road) {
            return Flow.BOTH;
        }

        @Override
        public Structure structure(int road) {
            return Structure.NONE;
        }

        @Override
        public LatLon southWest() {
            return onRoad(0);
        }

        @Override
        public LatLon northEast() {
            return onRoad(EDGES);
        }
    }
}
