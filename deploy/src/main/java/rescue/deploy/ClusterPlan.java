package rescue.deploy;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import rescue.deploy.Configuration.InvalidSetting;

/**
 * Who the nodes of a cluster are, and which of them this one is.
 *
 * @param name nodes of another name are another cluster, even at the same addresses
 * @param node this one's name
 * @param members host and port of every node that there should be, this one too, by name; empty with Kubernetes
 * @param kubernetes the DNS name under which Kubernetes lists the nodes
 * @param size how many nodes there should be: more than half of them are a majority
 * @param port TCP port on which the nodes find each other
 * @param busPort TCP port on which they tell each other what is new
 */
record ClusterPlan(
        String name,
        String node,
        Map<String, String> members,
        Optional<String> kubernetes,
        int size,
        int port,
        int busPort) {

    /** A majority of two is both: then one that is gone stops the other. Of three, one may go. */
    private static final int MOST_NODES = 9;

    private static final int HIGHEST_PORT = 65_535;

    ClusterPlan {
        members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
    }

    /** From a list {@code A=10.0.0.1:5701,B=10.0.0.2:5701}. */
    static ClusterPlan listed(String name, String node, String list, int busPort) {
        Map<String, String> members = named("CLUSTER_MEMBERS", list);
        String own = members.get(node);
        if (own == null) {
            throw new InvalidSetting("CLUSTER_MEMBERS has no " + node + ", which is this node's NODE_NAME: add " + node
                    + "=host:port to the list of every node, or name this one as the list does");
        }
        if (members.size() > MOST_NODES) {
            throw new InvalidSetting("CLUSTER_MEMBERS names " + members.size() + " nodes, at most " + MOST_NODES);
        }
        members.forEach((each, address) -> port(each, address));
        return new ClusterPlan(name, node, members, Optional.empty(), members.size(), port(node, own), busPort);
    }

    /** As Kubernetes lists them. */
    static ClusterPlan inKubernetes(String name, String node, String dnsName, int size, int port, int busPort) {
        return new ClusterPlan(name, node, Map.of(), Optional.of(dnsName), size, port, busPort);
    }

    /** This node's own host, as the others know it; empty when Kubernetes gives it. */
    Optional<String> host() {
        return Optional.ofNullable(members.get(node)).map(own -> own.substring(0, own.lastIndexOf(':')));
    }

    /** {@code A=…,B=…}, in the order of the list. */
    static Map<String, String> named(String setting, String list) {
        Map<String, String> named = new LinkedHashMap<>();
        if (list.isBlank()) {
            return named;
        }
        for (String each : list.split(",", -1)) {
            int equals = each.indexOf('=');
            String name = equals < 0 ? "" : each.substring(0, equals).strip();
            String value = each.substring(equals + 1).strip();
            if (name.isEmpty() || value.isEmpty()) {
                throw new InvalidSetting(setting + " must be a list as A=...,B=..., not " + list);
            }
            if (named.put(name, value) != null) {
                throw new InvalidSetting(setting + " names " + name + " twice");
            }
        }
        return named;
    }

    private static int port(String node, String address) {
        try {
            int port = Integer.parseInt(address.substring(address.lastIndexOf(':') + 1));
            if (address.indexOf(':') > 0 && port > 0 && port <= HIGHEST_PORT) {
                return port;
            }
        } catch (NumberFormatException notAPort) {
            // said below, in the same words as a port out of range
        }
        throw new InvalidSetting("CLUSTER_MEMBERS: " + node + " must be host:port, not " + address);
    }
}
