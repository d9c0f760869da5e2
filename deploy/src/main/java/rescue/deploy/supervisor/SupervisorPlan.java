package rescue.deploy.supervisor;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a supervisor keeps running, and at which ports: those of the second node are a hundred higher than those of the first,
 * so that none meets the others' (8080, 8081, 8090; 8180, 8181, 8190).
 *
 * @param arguments as they were given for all; what differs is said after them, and so wins
 * @param nodes how many
 * @param host address on which pages and API listen
 * @param firstPorts HTTP_PORT, GATEWAY_PORT, ADMIN_PORT of the first node, by their arguments
 * @param clusterPort the first node's, on loopback; the next node's is one higher
 * @param busPort the first node's, on loopback; the next node's is one higher
 * @param pgPool connections to PostgreSQL of each node
 * @param pgUri an external PostgreSQL; empty: the supervisor starts one
 * @param pgPort TCP port of the embedded PostgreSQL
 * @param dataDir everything that is written goes below this folder
 * @param urls where browsers reach each node, by its name; empty: at {@code host}
 * @param doors where hospitals reach each node's door, by its name; empty: at {@code host}
 */
public record SupervisorPlan(
        List<String> arguments,
        int nodes,
        String host,
        Map<String, Integer> firstPorts,
        int clusterPort,
        int busPort,
        int pgPool,
        Optional<String> pgUri,
        int pgPort,
        Path dataDir,
        Map<String, String> urls,
        Map<String, String> doors) {

    private static final int PORTS_APART = 100;

    private static final int HIGHEST_PORT = 65_535;

    /** The embedded PostgreSQL has this many connections for the work of all nodes. */
    private static final int CONNECTIONS = 72;

    public SupervisorPlan {
        arguments = List.copyOf(arguments);
        firstPorts = Map.copyOf(firstPorts);
        urls = Map.copyOf(urls);
        doors = Map.copyOf(doors);
    }

    /** What is wrong with it, for the person who said it. */
    public Optional<String> objection() {
        for (Map.Entry<String, Integer> port : firstPorts.entrySet()) {
            if (port.getValue() == 0 || port.getValue() + PORTS_APART * (nodes - 1) > HIGHEST_PORT) {
                return Optional.of(
                        port.getKey() + " " + port.getValue() + ": each of the " + nodes + " nodes takes ports "
                                + PORTS_APART + " higher than the one before, so give a number for the first");
            }
        }
        return isForAll(urls) && isForAll(doors)
                ? Optional.empty()
                : Optional.of("NODE_URLS and GATEWAY_URLS must name every node: " + String.join(", ", names()));
    }

    private boolean isForAll(Map<String, String> named) {
        return named.isEmpty() || named.keySet().containsAll(names());
    }

    /** A, B, C. */
    public List<String> names() {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < nodes; i++) {
            names.add(name(i));
        }
        return names;
    }

    public String name(int index) {
        return String.valueOf((char) ('A' + index));
    }

    /** The port of one node that the first has as {@code argument}. */
    public int port(String argument, int index) {
        Integer first = firstPorts.get(argument);
        if (first == null) {
            throw new IllegalArgumentException("no port is said by " + argument);
        }
        return first + PORTS_APART * index;
    }

    /** The arguments of one node. */
    public List<String> argumentsOf(int index, String database) {
        List<String> all = new ArrayList<>(arguments);
        Map<String, String> own = new TreeMap<>();
        firstPorts.keySet().forEach(argument -> own.put(argument, String.valueOf(port(argument, index))));
        own.put("--nodes", "1");
        own.put("--node", name(index));
        own.put("--node-urls", list(urls.isEmpty() ? atHost("--port") : urls));
        own.put("--gateway-urls", list(doors.isEmpty() ? atHost("--gateway-port") : doors));
        own.put("--cluster-members", members());
        own.put("--bus-port", String.valueOf(busPort + index));
        own.put("--pg-uri", database);
        own.put("--pg-pool", String.valueOf(pgUri.isPresent() ? pgPool : Math.min(pgPool, CONNECTIONS / nodes)));
        own.put("--data", dataDir.resolve("node-" + name(index)).toString());
        own.forEach((argument, value) -> {
            all.add(argument);
            all.add(value);
        });
        return all;
    }

    private String members() {
        Map<String, String> members = new TreeMap<>();
        for (int i = 0; i < nodes; i++) {
            members.put(name(i), "127.0.0.1:" + (clusterPort + i));
        }
        return list(members);
    }

    /** The same as people type it; on every address, they must say where they mean. */
    private Map<String, String> atHost(String argument) {
        Map<String, String> at = new TreeMap<>();
        if (!host.equals("0.0.0.0") && !host.equals("::")) {
            for (int i = 0; i < nodes; i++) {
                at.put(name(i), "http://" + host + ":" + port(argument, i));
            }
        }
        return at;
    }

    private static String list(Map<String, String> named) {
        return String.join(
                ",",
                new TreeMap<>(named)
                        .entrySet().stream()
                                .map(each -> each.getKey() + "=" + each.getValue())
                                .toList());
    }
}
