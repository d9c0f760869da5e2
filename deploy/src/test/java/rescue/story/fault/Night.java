package rescue.story.fault;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import rescue.dispatch.account.Principal;
import rescue.dispatch.account.Role;
import rescue.dispatch.shell.postgres.PgAccountRegister.NewAccount;
import rescue.dispatch.shell.postgres.PgAccounts;
import rescue.story.Scenes;
import rescue.story.ServerProcess;

/** One bad night from the first start to the last look: three nodes, one PostgreSQL, callers, desks, consoles, and a plan. */
final class Night implements AutoCloseable {

    private static final List<String> NODES = List.of("n1", "n2", "n3");
    private static final String DATABASE = "db";
    private static final int LINES_FROM = 5401;
    private static final int MEMBER_PORT = 5701;
    private static final int CONSOLES = 9;
    /** A node warns when less than 256 MB are free. */
    private static final int SPOOL_DISK_MB = 300;

    /** More than alerts about one accident may be apart, and than a hold lasts; less than a session. */
    private static final Duration CLOCK_AHEAD = Duration.ofMinutes(37);

    private static final String OPERATOR = "operator";
    private static final String PASSWORD = "a night of thirty words";

    /** Those who wait are told within this, once everything is well again. */
    private static final long TOLD_WITHIN_MS = 45_000;

    private static final long CONSOLES_WITHIN_MS = 5_000;

    /** Of five hundred kills; of twenty it is seconds. */
    private static final long SPOOLS_EMPTY_WITHIN_MIN = 10;

    /** What a night was like. */
    record Result(List<String> broken, String story) {}

    private final Deque<AutoCloseable> toClose = new ArrayDeque<>();
    private final SplittableRandom chance;
    private final Path folder;
    private final Duration behindAtMost;
    private final Net net;
    private final DatabaseHost database;
    private final List<NodeHost> nodes = new ArrayList<>();
    private final List<FaultProxy> lines = new ArrayList<>();
    private final List<URI> deafDoors = new ArrayList<>();
    private final SmallDisk spool;
    private final Journal journal;
    private final Requests requests;
    private final String wrongClock;

    /** @param behindAtMost how long a console may miss something that is written, and no longer after what excuses it */
    Night(long seed, Path folder, Duration behindAtMost) throws Exception {
        this.behindAtMost = behindAtMost;
        this.chance = new SplittableRandom(seed);
        this.folder = Files.createDirectories(folder).toAbsolutePath();
        try {
            List<String> hosts = new ArrayList<>(NODES);
            hosts.add(DATABASE);
            net = closing(Net.open(hosts));
            database = closing(new DatabaseHost(net, DATABASE, this.folder.resolve("db"), freePort()));
            database.start();
            for (int i = 0; i < NODES.size(); i++) {
                addNode(i);
            }
            spool = closing(new SmallDisk(nodes.get(nodes.size() - 1).data().resolve("spool"), SPOOL_DISK_MB));
            journal = closing(new Journal(this.folder.resolve("journal.txt")));
            requests = new Requests(journal);
            wrongClock = nodes.get(1).clockAhead(CLOCK_AHEAD)
                    ? "clock of " + nodes.get(1).name() + " ahead by " + CLOCK_AHEAD.toMinutes() + " min"
                    : "all clocks right, as libfaketime is not installed";
            startNodes();
        } catch (Exception failure) {
            close();
            throw failure;
        }
    }

    private void addNode(int i) throws IOException {
        String front = net.address(Net.FRONT);
        var line = closing(new FaultProxy(front, LINES_FROM + i, net.address(DATABASE), DatabaseHost.PORT));
        lines.add(line);
        String pgUri = "postgresql://postgres@" + front + ":" + line.port() + "/rescue";
        NodeHost node = closing(new NodeHost(net, NODES.get(i), folder.resolve(NODES.get(i)), pgUri));
        node.set("NODE_NAME", NODES.get(i));
        node.set("NODE_URLS", everyNode(name -> name + "=http://" + net.address(name) + ":" + node.httpPort()));
        nodes.add(node);
        var deaf = closing(new FaultProxy("127.0.0.1", 0, net.address(NODES.get(i)), node.httpPort()));
        deaf.loseAnswers(true);
        deafDoors.add(URI.create("http://127.0.0.1:" + deaf.port() + "/api/v1/alerts"));
    }

    /** What each node would make for itself at its first start, on two cores all at once: tables, the prepared map, classes. */
    private void prepareByTheFirst() throws Exception {
        NodeHost first = nodes.get(0);
        first.keepClassesAtExit(folder.resolve("classes.jsa"));
        first.start();
        first.awaitReady();
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (first.health().contains("ESTIMATE") && System.nanoTime() < deadline) {
            TimeUnit.MILLISECONDS.sleep(200);
        }
        first.stop();
        for (NodeHost node : nodes.subList(1, nodes.size())) {
            Command.run(
                    "cp",
                    "-a",
                    first.data().resolve("graphs").toString(),
                    node.data().toString());
        }
    }

    private void awaitAllReady() throws Exception {
        for (NodeHost node : nodes) {
            node.awaitReady();
        }
    }

    private static String everyNode(UnaryOperator<String> words) {
        return NODES.stream().map(words).collect(Collectors.joining(","));
    }

    /** Then all at once, as after a power cut: a node alone is no majority. */
    private void startNodes() throws Exception {
        prepareByTheFirst();
        for (NodeHost node : nodes) {
            node.set("CLUSTER_MEMBERS", everyNode(name -> name + "=" + net.address(name) + ":" + MEMBER_PORT));
            node.useClasses(folder.resolve("classes.jsa"));
            node.start();
        }
        awaitAllReady();
        makeOperator();
        var account = new JsonObject().put("user", OPERATOR).put("password", PASSWORD);
        requests.logIn(requests.post(nodes.get(0).api("/session"), account)
                .get(20, TimeUnit.SECONDS)
                .json()
                .getString("token"));
    }

    /** Production mode makes no account by itself. */
    private void makeOperator() throws Exception {
        Vertx vertx = Vertx.vertx();
        try {
            makeOperator(vertx);
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().get(30, TimeUnit.SECONDS);
        }
    }

    private void makeOperator(Vertx vertx) throws Exception {
        Pool pool = PgBuilder.pool()
                .connectingTo(PgConnectOptions.fromUri(
                        "postgresql://postgres@" + net.address(DATABASE) + ":" + DatabaseHost.PORT + "/rescue"))
                .using(vertx)
                .build();
        var principal = new Principal(OPERATOR, Role.OPERATOR, null, null);
        new PgAccounts(vertx, pool, Clock.systemUTC())
                .register()
                .addMissing(List.of(new NewAccount(principal, PASSWORD)))
                .eventually(pool::close)
                .toCompletionStage()
                .toCompletableFuture()
                .get(30, TimeUnit.SECONDS);
    }

    /** Callers call, desks send, consoles listen, and meanwhile everything of the plan goes wrong. */
    Result pass(Plan plan, int alertsPerSecond) throws Exception {
        Scenes scenes = Scenes.along(
                ServerProcess.home().resolve("maps/laichau/road-waypoints.csv"), new Random(chance.nextLong()));
        List<Console> consoles = new ArrayList<>();
        for (int i = 0; i < CONSOLES; i++) {
            consoles.add(closing(new Console(i, nodes, requests.token(), journal)));
        }
        var doors = nodes.stream().map(node -> node.api("/alerts")).toList();
        var callers = closing(new Callers(requests, journal, doors, deafDoors, scenes, chance.split()));
        var operators =
                closing(new Operators(requests, journal, nodes, callers.taken(), ids("/units"), ids("/hospitals")));
        var mischief = closing(new Mischief(new Mischief.Stage(net, database, nodes, lines, spool), journal));
        var watch = closing(new Watch(database, nodes, consoles, mischief::hasTroubledLine, behindAtMost, journal));
        awaitGreetings(consoles);
        watch.start();
        callers.start(alertsPerSecond);
        operators.start(chance.split());
        long began = System.nanoTime();
        mischief.run(plan);
        awaitAllReady();
        awaitEmptySpools();
        int untold = callers.hangUp(TOLD_WITHIN_MS);
        if (untold > 0) {
            journal.add("BROKEN", "I1", untold, "alerts were never answered");
        }
        operators.goHome();
        operators.standEverybodyDown(chance.split());
        awaitConsoles(consoles);
        watch.close();
        long tookS = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - began);
        journal.close();
        List<Journal.Line> journalLines = Journal.read(journal.file());
        List<String> broken;
        try (Connection connection = database.connect()) {
            broken = new Checker(journalLines).check(connection, consoles);
            for (String unfound : Damage.unfound(connection, journalLines, consoles)) {
                broken.add("the checker does not find what was planted: " + unfound);
            }
        }
        return new Result(
                broken,
                "%d s, %s, %s; %d alerts sent, %d lines of acknowledgement, %d into a spool; %d assignments, %d refused; consoles moved %d times, at worst %d ms behind; slowest start %d ms"
                        .formatted(
                                tookS,
                                mischief.done(),
                                wrongClock,
                                callers.countSent(),
                                count(journalLines, "ACKNOWLEDGED"),
                                count(journalLines, "SPOOLED"),
                                operators.countAssigned(),
                                operators.countRefused(),
                                consoles.stream().mapToInt(Console::countMoves).sum(),
                                watch.worstMs(),
                                mischief.slowestStartMs()));
    }

    private static long count(List<Journal.Line> lines, String word) {
        return lines.stream().filter(line -> line.word().equals(word)).count();
    }

    private List<String> ids(String board) throws Exception {
        return requests
                .get(nodes.get(0).api(board))
                .get(20, TimeUnit.SECONDS)
                .json()
                .getJsonArray(board.substring(1))
                .stream()
                .map(row -> ((JsonObject) row).getString("id"))
                .toList();
    }

    private static void awaitGreetings(List<Console> consoles) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (consoles.stream().anyMatch(console -> console.last() < 0)) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("the consoles were not greeted");
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    /** What was kept on disks is entered, each by its node; a long night leaves thousands, and only then all is judged. */
    private void awaitEmptySpools() throws Exception {
        long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(SPOOLS_EMPTY_WITHIN_MIN);
        while (System.nanoTime() < deadline) {
            if (nodes.stream().noneMatch(NodeHost::hasSpooled)) {
                return;
            }
            TimeUnit.MILLISECONDS.sleep(200);
        }
        for (NodeHost node : nodes) {
            if (node.hasSpooled()) {
                journal.add("BROKEN", "I1", "alerts still wait on the disk of", node.name());
            }
        }
    }

    /** I1: within seconds of everything being well, everybody has everything. */
    private void awaitConsoles(List<Console> consoles) throws Exception {
        long numbered = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(CONSOLES_WITHIN_MS);
        do {
            TimeUnit.MILLISECONDS.sleep(200);
        } while (isNumbering() && System.nanoTime() < numbered);
        long last;
        try (Connection connection = database.connect();
                var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT coalesce(max(seq), 0) FROM feed")) {
            row.next();
            last = row.getLong(1);
        }
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(CONSOLES_WITHIN_MS);
        while (consoles.stream().anyMatch(console -> console.last() < last) && System.nanoTime() < deadline) {
            TimeUnit.MILLISECONDS.sleep(50);
        }
        for (Console console : consoles) {
            if (console.last() < last) {
                journal.add(
                        "BROKEN",
                        "I1",
                        "at the end a console at",
                        console.node().name(),
                        "has",
                        console.last(),
                        "of",
                        last);
            }
        }
    }

    private boolean isNumbering() throws Exception {
        try (Connection connection = database.connect();
                var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT count(*) FROM change")) {
            row.next();
            return row.getLong(1) > 0;
        }
    }

    private <T extends AutoCloseable> T closing(T what) {
        toClose.push(what);
        return what;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** In the reverse of the order in which it was built; what fails to close does not keep the rest open. */
    @Override
    public void close() throws IOException {
        var failures = new IOException("not everything could be taken away");
        while (!toClose.isEmpty()) {
            try {
                toClose.pop().close();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            } catch (Exception failure) {
                failures.addSuppressed(failure);
            }
        }
        if (failures.getSuppressed().length > 0) {
            throw failures;
        }
    }
}
