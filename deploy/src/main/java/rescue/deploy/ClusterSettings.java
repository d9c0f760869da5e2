package rescue.deploy;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import rescue.deploy.Configuration.InvalidSetting;
import rescue.dispatch.shell.cluster.ClusterPlan;

/** Reads who the nodes of a cluster are from what somebody typed. */
final class ClusterSettings {

    /** More than one would keep for a province; a list with more is a mistake. */
    static final int MOST_NODES = 9;

    private static final int HIGHEST_PORT = 65_535;

    private ClusterSettings() {}

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
        members.forEach(ClusterSettings::port);
        return new ClusterPlan(
                name, node, version(), members, Optional.empty(), members.size(), port(node, own), busPort);
    }

    /** As Kubernetes lists them. */
    static ClusterPlan inKubernetes(String name, String node, String dnsName, int size, int port, int busPort) {
        return new ClusterPlan(name, node, version(), Map.of(), Optional.of(dnsName), size, port, busPort);
    }

    /** The program's, from its jar. */
    static String version() {
        String version = ClusterSettings.class.getPackage().getImplementationVersion();
        return version == null ? "dev" : version;
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
