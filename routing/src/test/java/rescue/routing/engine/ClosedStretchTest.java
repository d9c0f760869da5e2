package rescue.routing.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import rescue.dispatch.road.RoadEffect;
import rescue.dispatch.road.VehicleClass;

/**
 * One long road and a way round it. Driving takes a second a hundred metres everywhere.
 *
 * <pre>
 *   0 ───edge 0, 1000 m─── 1 ───edge 1, 1000 m─── 2 ───edge 2, 1000 m─── 3
 *                          └──────── edge 3, 5000 m, the way round ──────┘
 * </pre>
 */
class ClosedStretchTest {

    private static final Roads ROADS = roads();

    private final RoadEngine engine = new RoadEngine(ROADS, Runnable::run);

    private static Roads roads() {
        long[] label = new long[8];
        Arrays.fill(label, Label.of(10_000, 10_000));
        label[6] = label[7] = Label.of(50_000, 50_000);
        RoadGraph graph = new RoadGraph(
                new int[] {0, 1, 2, 1}, new int[] {1, 2, 3, 3}, new double[4], new double[] {0, 1, 2, 3}, List.of());
        return new Roads(graph, Map.of(TravelMode.AMBULANCE, label));
    }

    private long seconds(ClosedStretches closed, Phantom from, Phantom to) {
        long label =
                engine.labels(engine.closed(TravelMode.AMBULANCE, closed), from, List.of(to), Direction.BACKWARD)[0];
        assertEquals(
                label,
                engine.way(engine.closed(TravelMode.AMBULANCE, closed), from, to)
                        .map(Way::label)
                        .orElse(Label.UNREACHED));
        return Label.isReached(label) ? Label.ms(label) / 1000 : -1;
    }

    @Test
    void open_roads_lead_straight_through() {
        assertEquals(20, seconds(ClosedStretches.NONE, new Phantom(0, 0.5), new Phantom(2, 0.5)));
    }

    @Test
    void a_closed_stretch_sends_traffic_round() {
        assertEquals(60, seconds(closed(1, 0.4, 0.6), new Phantom(0, 0.5), new Phantom(2, 0.5)));
    }

    @Test
    void a_unit_on_the_closed_edge_reaches_the_end_on_its_own_side() {
        assertEquals(7, seconds(closed(1, 0.4, 0.6), new Phantom(1, 0.2), new Phantom(0, 0.5)));
    }

    @Test
    void a_scene_behind_the_slide_is_reached_from_the_other_end() {
        // To node 1, round to node 3, back to node 2, and up to the slide from there.
        assertEquals(5 + 50 + 10 + 2, seconds(closed(1, 0.4, 0.6), new Phantom(0, 0.5), new Phantom(1, 0.8)));
    }

    @Test
    void two_points_on_one_edge_reach_each_other_when_nothing_is_closed_between() {
        assertEquals(2, seconds(closed(1, 0.4, 0.6), new Phantom(1, 0.1), new Phantom(1, 0.3)));
        assertEquals(1 + 50 + 10 + 2, seconds(closed(1, 0.4, 0.6), new Phantom(1, 0.1), new Phantom(1, 0.8)));
    }

    @Test
    void a_road_with_no_way_round_is_cut_off() {
        assertEquals(-1, seconds(closed(0, 0.4, 0.6), new Phantom(0, 0.1), new Phantom(2, 0.5)));
    }

    @Test
    void a_scene_in_the_slide_itself_is_reached_from_both_sides() {
        assertEquals(10, seconds(closed(1, 0.4, 0.6), new Phantom(0, 0.5), new Phantom(1, 0.5)));
        assertEquals(10, seconds(closed(1, 0.4, 0.6), new Phantom(2, 0.5), new Phantom(1, 0.5)));
    }

    @Test
    void a_crew_in_a_slide_over_several_edges_gets_out_along_it() {
        ClosedStretches slide =
                ClosedStretches.of(List.of(new Stretch(0, 0.5, 1), new Stretch(1, 0, 1), new Stretch(2, 0, 0.5)));
        assertEquals(5 + 8, seconds(slide, new Phantom(1, 0.5), new Phantom(0, 0.2)));
        assertEquals(5 + 8, seconds(slide, new Phantom(0, 0.2), new Phantom(1, 0.5)));
        assertEquals(5 + 8, seconds(slide, new Phantom(1, 0.5), new Phantom(2, 0.8)));
    }

    @Test
    void stretches_that_touch_are_one() {
        ClosedStretches two = ClosedStretches.of(
                List.of(new Stretch(1, 0.4, 0.6), new Stretch(1, 0.1, 0.4), new Stretch(1, 0.8, 0.9)));
        assertEquals(List.of(new Stretch(1, 0.1, 0.6), new Stretch(1, 0.8, 0.9)), two.on(1));
    }

    @Test
    void a_closure_binds_only_the_vehicles_that_cannot_pass() {
        RoadConditions open = RoadConditions.open(engine);
        RoadConditions next = open.with(
                7,
                List.of(new InForce(
                        new UUID(0, 1),
                        new RoadEffect.Closed(Set.of(VehicleClass.MOTORBIKE)),
                        20,
                        List.of(new Stretch(1, 0.4, 0.6)))),
                engine);
        assertEquals(7, next.version());
        assertTrue(next.state(VehicleClass.AMBULANCE).closed().isClosed(1));
        assertFalse(next.state(VehicleClass.MOTORBIKE).closed().isClosed(1));
        assertEquals(
                Map.of(true, 2L, false, 2L),
                VehicleClassCount.of(open, next),
                "motorbikes and walkers keep their state and all that is known of it");
    }

    /** How many vehicle classes kept their state. */
    private static final class VehicleClassCount {
        static Map<Boolean, Long> of(RoadConditions before, RoadConditions after) {
            return before.states().keySet().stream()
                    .collect(java.util.stream.Collectors.partitioningBy(
                            vehicle -> before.state(vehicle) == after.state(vehicle),
                            java.util.stream.Collectors.counting()));
        }
    }

    private static ClosedStretches closed(int edge, double from, double to) {
        return ClosedStretches.of(List.of(new Stretch(edge, from, to)));
    }
}
