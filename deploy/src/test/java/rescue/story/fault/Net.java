package rescue.story.fault;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Machines that are none: a network namespace each, joined by one more that routes between them and to this process. The way
 * from one to another can be cut without a word, as a broken line does it: in one direction, or in both. Needs root and
 * iproute2, nothing else; takes everything away again, also what a run that was killed left behind.
 */
final class Net implements AutoCloseable {

    /** This process, for those in the net. */
    static final String OUTSIDE = "outside";

    /** This process again, under another address: where the lines to the database begin. */
    static final String FRONT = "front";

    /** 198.18.0.0/15 is set aside for tests of networks (RFC 2544); sixteen runs fit beside one another. */
    private static final String NETS = "198.18.";

    private static final int BLOCKS = 16;
    private static final int HOSTS_MAX = 14;

    private final FileChannel lockFile;
    private final int block;
    private final List<String> hosts;
    private final Map<String, Integer> cuts = new HashMap<>();

    private Net(FileChannel lockFile, int block, List<String> hosts) {
        this.lockFile = lockFile;
        this.block = block;
        this.hosts = hosts;
    }

    /** Why there can be no such net on this machine; empty when there can. */
    static Optional<String> whyNot() {
        String trial = "hoanglien-try-" + ProcessHandle.current().pid();
        try {
            Command.run("ip", "netns", "add", trial);
            Command.run("ip", "netns", "del", trial);
            return Optional.empty();
        } catch (IllegalStateException no) {
            return Optional.of(
                    "network namespaces cannot be made here; that needs root and iproute2 (" + no.getMessage() + ")");
        }
    }

    static Net open(List<String> hosts) throws IOException {
        if (hosts.size() > HOSTS_MAX) {
            throw new IllegalArgumentException("at most " + HOSTS_MAX + " hosts: " + hosts);
        }
        for (int block = 0; block < BLOCKS; block++) {
            FileChannel file = FileChannel.open(
                    Path.of(System.getProperty("java.io.tmpdir"), "hoanglien-net-" + block + ".lock"),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE);
            FileLock lock = file.tryLock();
            if (lock != null) {
                Net net = new Net(file, block, List.copyOf(hosts));
                net.takeAway();
                net.build();
                return net;
            }
            file.close();
        }
        throw new IllegalStateException("all " + BLOCKS + " nets are in use");
    }

    private void build() {
        String hub = namespace("hub");
        Command.run("ip", "netns", "add", hub);
        inside(hub, "ip", "link", "set", "lo", "up");
        inside(hub, "sh", "-c", "echo 1 > /proc/sys/net/ipv4/ip_forward");
        Command.run("ip", "link", "add", outsideLink(), "type", "veth", "peer", "name", "out", "netns", hub);
        Command.run("ip", "addr", "add", address(OUTSIDE) + "/24", "dev", outsideLink());
        Command.run("ip", "addr", "add", address(FRONT) + "/24", "dev", outsideLink());
        Command.run("ip", "link", "set", outsideLink(), "up");
        inside(hub, "ip", "addr", "add", subnet(0) + ".2/24", "dev", "out");
        inside(hub, "ip", "link", "set", "out", "up");
        Command.run("ip", "route", "add", subnet(0) + ".0/20", "via", subnet(0) + ".2");
        for (int i = 0; i < hosts.size(); i++) {
            String host = namespace(hosts.get(i));
            String port = "port" + (i + 1);
            Command.run("ip", "netns", "add", host);
            Command.run("ip", "link", "add", port, "netns", hub, "type", "veth", "peer", "name", "eth0", "netns", host);
            inside(hub, "ip", "addr", "add", subnet(i + 1) + ".1/24", "dev", port);
            inside(hub, "ip", "link", "set", port, "up");
            inside(host, "ip", "link", "set", "lo", "up");
            inside(host, "ip", "addr", "add", address(hosts.get(i)) + "/24", "dev", "eth0");
            inside(host, "ip", "link", "set", "eth0", "up");
            inside(host, "ip", "route", "add", "default", "via", subnet(i + 1) + ".1");
        }
    }

    /** Under which address the others see it. */
    String address(String host) {
        return switch (host) {
            case OUTSIDE -> subnet(0) + ".1";
            case FRONT -> subnet(0) + ".3";
            default -> {
                int i = hosts.indexOf(host);
                if (i < 0) {
                    throw new IllegalArgumentException("no such host: " + host);
                }
                yield subnet(i + 1) + ".2";
            }
        };
    }

    /** The words that start a command on that host. */
    List<String> on(String host) {
        return List.of("ip", "netns", "exec", namespace(host));
    }

    /** From now on nothing that one sends reaches the other; cutting twice takes healing twice. */
    synchronized void cut(String from, String to) {
        if (cuts.merge(from + " " + to, 1, Integer::sum) == 1) {
            rule("add", from, to);
        }
    }

    synchronized void heal(String from, String to) {
        if (cuts.merge(from + " " + to, -1, Integer::sum) == 0) {
            rule("del", from, to);
        }
    }

    private void rule(String what, String from, String to) {
        inside(namespace("hub"), "ip", "rule", what, "from", address(from), "to", address(to), "blackhole");
    }

    private static void inside(String namespace, String... words) {
        Command.run(Stream.concat(Stream.of("ip", "netns", "exec", namespace), Stream.of(words))
                .toList());
    }

    private String namespace(String host) {
        return "hoanglien-" + block + "-" + host;
    }

    private String outsideLink() {
        return "hoanglien" + block;
    }

    private String subnet(int number) {
        return NETS + (16 * block + number);
    }

    /** Whoever holds the block's lock is alone with what bears its number. */
    private void takeAway() {
        List<String> left = new ArrayList<>();
        for (String line : Command.run("ip", "netns", "list").split("\n", -1)) {
            String name = line.split(" ", 2)[0];
            if (name.startsWith("hoanglien-" + block + "-")) {
                left.add(name);
            }
        }
        for (String namespace : left) {
            Command.run("ip", "netns", "pids", namespace)
                    .lines()
                    .map(pid -> ProcessHandle.of(Long.parseLong(pid.strip())))
                    .flatMap(Optional::stream)
                    .forEach(ProcessHandle::destroyForcibly);
            Command.run("ip", "netns", "del", namespace);
        }
        if (Command.run("ip", "-o", "link").contains(" " + outsideLink() + "@")) {
            Command.run("ip", "link", "del", outsideLink());
        }
    }

    @Override
    public void close() throws IOException {
        takeAway();
        lockFile.close();
    }
}
