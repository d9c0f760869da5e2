package rescue.deploy.supervisor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Each node is told what it alone needs, after what all were told. */
final class SupervisorPlanTest {

    private static SupervisorPlan plan(int nodes, int httpPort, Map<String, String> urls) {
        return new SupervisorPlan(
                List.of("--nodes", String.valueOf(nodes), "--exercise"),
                nodes,
                "127.0.0.1",
                Map.of("--port", httpPort, "--gateway-port", 8081, "--admin-port", 8090),
                5701,
                5801,
                16,
                Optional.empty(),
                54329,
                Path.of("/srv/rescue"),
                urls,
                Map.of());
    }

    /** The last one said wins, as it does where the arguments are read. */
    private static String said(List<String> arguments, String argument) {
        return arguments.get(arguments.lastIndexOf(argument) + 1);
    }

    @Test
    void no_two_nodes_of_the_usual_ports_meet() {
        SupervisorPlan nine = plan(9, 8080, Map.of());
        Set<String> taken = new HashSet<>();
        for (int node = 0; node < 9; node++) {
            List<String> arguments = nine.argumentsOf(node, "postgresql://x");
            for (String port : List.of("--port", "--gateway-port", "--admin-port", "--bus-port")) {
                assertTrue(taken.add(said(arguments, port)), "taken twice: " + said(arguments, port));
            }
        }
        assertEquals(36, taken.size());
        assertEquals(Optional.empty(), nine.objection());
    }

    @Test
    void a_node_knows_itself_the_others_and_the_database_and_starts_no_further_nodes() {
        List<String> third = plan(3, 8080, Map.of()).argumentsOf(2, "postgresql://postgres@127.0.0.1:54329/rescue");

        assertEquals("1", said(third, "--nodes"));
        assertEquals("C", said(third, "--node"));
        assertEquals("A=127.0.0.1:5701,B=127.0.0.1:5702,C=127.0.0.1:5703", said(third, "--cluster-members"));
        assertEquals(
                "A=http://127.0.0.1:8080,B=http://127.0.0.1:8180,C=http://127.0.0.1:8280", said(third, "--node-urls"));
        assertEquals(
                "A=http://127.0.0.1:8081,B=http://127.0.0.1:8181,C=http://127.0.0.1:8281",
                said(third, "--gateway-urls"));
        assertEquals("postgresql://postgres@127.0.0.1:54329/rescue", said(third, "--pg-uri"));
        assertEquals(Path.of("/srv/rescue/node-C").toString(), said(third, "--data"));
        assertTrue(third.contains("--exercise"), "what all were told");
    }

    @Test
    void all_nodes_together_leave_connections_of_the_database_to_others() {
        assertEquals("16", said(plan(3, 8080, Map.of()).argumentsOf(0, "x"), "--pg-pool"));
        assertEquals("8", said(plan(9, 8080, Map.of()).argumentsOf(0, "x"), "--pg-pool"));
    }

    @Test
    void what_cannot_be_meant_is_refused_with_a_sentence() {
        assertTrue(plan(3, 0, Map.of()).objection().orElseThrow().contains("give a number for the first"));
        assertTrue(plan(3, 65_400, Map.of()).objection().orElseThrow().contains("100 higher"));
        assertTrue(plan(3, 8080, Map.of("A", "https://a.example"))
                .objection()
                .orElseThrow()
                .contains("must name every node: A, B, C"));
    }
}
