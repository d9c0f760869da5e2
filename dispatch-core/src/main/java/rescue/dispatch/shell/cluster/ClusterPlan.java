package rescue.dispatch.shell.cluster;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Who the nodes of a cluster are, and which of them this one is.
 *
 * @param name nodes of another name are another cluster, even at the same addresses
 * @param node this one's name
 * @param version the program's
 * @param members host and port of every node that there should be, this one too, by name; empty with Kubernetes
 * @param kubernetes the DNS name under which Kubernetes lists the nodes
 * @param size how many nodes there should be
 * @param port TCP port on which the nodes find each other
 * @param busPort TCP port on which they tell each other what is new
 */
public record ClusterPlan(
        String name,
        String node,
        String version,
        Map<String, String> members,
        Optional<String> kubernetes,
        int size,
        int port,
        int busPort) {

    public ClusterPlan {
        members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
    }

    /** This node's own host, as the others know it; empty when Kubernetes gives it. */
    public Optional<String> host() {
        return Optional.ofNullable(members.get(node)).map(own -> own.substring(0, own.lastIndexOf(':')));
    }

    /**
     * How many nodes are no minority. Of three, two; of two, one: halves are equal, and a single survivor must not be turned
     * away, for what it does is decided by the database.
     */
    public int enough() {
        return (size + 1) / 2;
    }

    /** What must be the same on every node, as one text. */
    String agreement() {
        return kubernetes.map(name -> size + " nodes of " + name).orElseGet(members::toString);
    }
}
