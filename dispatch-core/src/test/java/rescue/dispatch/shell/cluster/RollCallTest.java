package rescue.dispatch.shell.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rescue.dispatch.shell.cluster.ClusterState.Missing;
import rescue.dispatch.story.Samples;

/** Who is missing, since when, and who is cut off. */
final class RollCallTest {

    @Test
    void whoever_goes_is_missed_since_he_was_last_seen_and_whoever_never_came_since_the_beginning() {
        var call = new RollCall(plan("A", "B", "C"), Samples.minute(0));

        assertEquals(
                List.of(new Missing("B", Samples.minute(0)), new Missing("C", Samples.minute(0))),
                call.call(List.of("A"), Samples.minute(1)).missing());
        assertEquals(
                List.of(new Missing("C", Samples.minute(0))),
                call.call(List.of("A", "B"), Samples.minute(2)).missing());
        assertEquals(
                List.of(new Missing("B", Samples.minute(9)), new Missing("C", Samples.minute(0))),
                call.call(List.of("A"), Samples.minute(9)).missing(),
                "B was there until the ninth minute, when it was found to be gone");
        assertEquals(
                List.of(), call.call(List.of("A", "B", "C"), Samples.minute(10)).missing());
    }

    @Test
    void a_stranger_who_looked_in_is_neither_counted_nor_missed() {
        var call = new RollCall(plan("A", "B", "C"), Samples.minute(0));

        assertEquals(
                new ClusterState("A", 3, List.of("A", "B", "C"), List.of(), false),
                call.call(List.of("A", "B", "C", "D"), Samples.minute(1)));
        assertEquals(
                List.of(), call.call(List.of("A", "B", "C"), Samples.minute(2)).missing());
    }

    @ParameterizedTest(name = "{1} of {0} nodes is cut off: {2}")
    @CsvSource({"1, 1, false", "2, 1, false", "3, 1, true", "3, 2, false", "4, 1, true", "4, 2, false", "5, 2, true"})
    void less_than_half_is_cut_off(int size, int present, boolean cutOff) {
        List<String> all = List.of("A", "B", "C", "D", "E").subList(0, size);
        var call = new RollCall(plan(all.toArray(String[]::new)), Samples.minute(0));

        assertEquals(
                cutOff, call.call(all.subList(0, present), Samples.minute(1)).cutOff());
    }

    @Test
    void in_kubernetes_a_node_that_was_replaced_by_one_of_another_name_is_not_missed() {
        var plan = new ClusterPlan("c", "x1", "1", Map.of(), Optional.of("rescue.svc"), 2, 5701, 5801);
        var call = new RollCall(plan, Samples.minute(0));

        call.call(List.of("x1", "x2"), Samples.minute(1));
        assertEquals(
                List.of(new Missing("x2", Samples.minute(2))),
                call.call(List.of("x1"), Samples.minute(2)).missing());
        assertEquals(
                List.of(), call.call(List.of("x1", "x3"), Samples.minute(3)).missing());
        assertEquals(
                List.of(new Missing("x3", Samples.minute(4))),
                call.call(List.of("x1"), Samples.minute(4)).missing(),
                "one of two is missing, and it is the one that was seen last");
    }

    static ClusterPlan plan(String... names) {
        Map<String, String> members = new LinkedHashMap<>();
        for (String name : names) {
            members.put(name, "127.0.0.1:" + (5701 + members.size()));
        }
        return new ClusterPlan("c", names[0], "1", members, Optional.empty(), names.length, 5701, 5801);
    }
}
