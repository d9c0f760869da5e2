package rescue.dispatch.shell.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import rescue.dispatch.port.LiveState;
import rescue.dispatch.shell.live.MemoryLiveState;
import rescue.dispatch.story.Samples;

/** Nodes of one cluster work with one database and one map. */
final class RosterTest {

    private final LiveState shared = new MemoryLiveState(() -> Samples.minute(0));

    private Roster of(String node, String... present) {
        var state = new ClusterState(node, 3, List.of(present), List.of(), false);
        return new Roster(
                shared,
                new ClusterWatch() {
                    @Override
                    public Optional<ClusterState> now() {
                        return Optional.of(state);
                    }

                    @Override
                    public void listen(Consumer<ClusterState> listener) {
                        // nobody comes or goes in these tests
                    }
                },
                () -> Samples.minute(1));
    }

    @Test
    void a_node_with_another_database_or_another_map_is_told_which_and_what_to_do() {
        of("A", "A").enter("7/rescue", "map-1");

        assertEquals(Optional.empty(), of("B", "A", "B").objection("7/rescue", "map-1"));
        String database = of("B", "A", "B").objection("8/rescue", "map-1").orElseThrow();
        assertTrue(database.contains("node A works with database 7/rescue, this one with 8/rescue"), database);
        String map = of("B", "A", "B").objection("7/rescue", "map-2").orElseThrow();
        assertTrue(map.contains("node A has the map map-1, this one map-2: put the same map"), map);
    }

    @Test
    void a_node_without_a_map_works_on_estimates_and_one_that_is_gone_is_no_measure() {
        of("A", "A").enter("7/rescue", "map-1");

        assertEquals(Optional.empty(), of("B", "A", "B").objection("7/rescue", null));
        assertEquals(Optional.empty(), of("B", "B").objection("8/rescue", "map-2"), "A is not there");
        assertEquals(Optional.empty(), of("A", "A", "B").objection("8/rescue", "map-2"), "it was this node itself");
    }

    @Test
    void while_a_map_is_changed_on_one_node_after_the_other_it_is_told_who_has_another() {
        of("A", "A", "B").enter("7/rescue", "map-1");

        assertEquals(Optional.of("A"), of("B", "A", "B").findOtherMap("map-2"));
        assertEquals(Optional.empty(), of("B", "A", "B").findOtherMap("map-1"));
    }
}
