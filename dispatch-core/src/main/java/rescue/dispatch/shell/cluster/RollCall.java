package rescue.dispatch.shell.cluster;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import rescue.dispatch.shell.cluster.ClusterState.Missing;

/** Remembers who was there, and so who is missing since when. */
final class RollCall {

    private final ClusterPlan plan;
    private final Map<String, Instant> lastSeen = new TreeMap<>();
    private List<String> present = List.of();

    RollCall(ClusterPlan plan, Instant began) {
        this.plan = plan;
        plan.members().keySet().forEach(node -> lastSeen.put(node, began.truncatedTo(ChronoUnit.SECONDS)));
    }

    /**
     * Called whenever somebody comes or goes: those who were there until now were last seen now.
     *
     * @param there the names of those who are there, this node's too
     */
    synchronized ClusterState call(Collection<String> there, Instant now) {
        List<String> names = there.stream().filter(this::isExpected).toList();
        Instant second = now.truncatedTo(ChronoUnit.SECONDS);
        present.forEach(node -> lastSeen.put(node, second));
        names.forEach(node -> lastSeen.put(node, second));
        present = List.copyOf(new TreeSet<>(names));
        int gone = Math.max(0, plan.size() - present.size());
        // Kubernetes may have replaced a node by one of another name: the old name is not missed for ever.
        List<Missing> missing = lastSeen.entrySet().stream()
                .filter(each -> !present.contains(each.getKey()))
                .map(each -> new Missing(each.getKey(), each.getValue()))
                .sorted(Comparator.comparing(Missing::since).reversed().thenComparing(Missing::node))
                .limit(plan.members().isEmpty() ? gone : Long.MAX_VALUE)
                .sorted(Comparator.comparing(Missing::node))
                .toList();
        return new ClusterState(plan.node(), plan.size(), present, missing, present.size() < plan.enough());
    }

    /** Whoever is not in the list leaves again at once, and is not missed. Kubernetes gives no list. */
    private boolean isExpected(String node) {
        return plan.members().isEmpty() || plan.members().containsKey(node);
    }
}
