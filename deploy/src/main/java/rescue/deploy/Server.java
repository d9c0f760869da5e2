package rescue.deploy;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import io.vertx.sqlclient.Pool;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import rescue.deploy.drill.Drill;
import rescue.deploy.drill.Shift;
import rescue.deploy.drill.ShiftFile;
import rescue.deploy.postgres.DatabaseHealth;
import rescue.deploy.province.ProvinceFolder;
import rescue.deploy.province.StationRow;
import rescue.dispatch.flow.FollowRoads;
import rescue.dispatch.port.LiveState;
import rescue.dispatch.shell.RandomIds;
import rescue.dispatch.shell.SteadyClock;
import rescue.dispatch.shell.WorkerPlanner;
import rescue.dispatch.shell.cluster.ClusterPlan;
import rescue.dispatch.shell.live.LiveFeed;
import rescue.dispatch.shell.live.LiveSocket;
import rescue.dispatch.shell.live.PositionBoard;
import rescue.dispatch.shell.paper.PaperJob;
import rescue.dispatch.shell.paper.PaperPress;
import rescue.dispatch.shell.photos.ImageDarkroom;
import rescue.dispatch.shell.phrases.Phrases;
import rescue.dispatch.shell.postgres.DatabaseAway;
import rescue.dispatch.shell.postgres.DatabaseLine;
import rescue.dispatch.shell.postgres.Leadership;
import rescue.dispatch.shell.postgres.PgAccounts;
import rescue.dispatch.shell.postgres.PgFeed;
import rescue.dispatch.shell.postgres.PgIncidentLog;
import rescue.dispatch.shell.postgres.PgMapNews;
import rescue.dispatch.shell.postgres.PgParked;
import rescue.dispatch.shell.postgres.PgRoadClosures;
import rescue.dispatch.shell.relay.RoadsKeeper;
import rescue.dispatch.shell.trouble.TroubleRoutes;
import rescue.dispatch.shell.web.AboutRoutes.About;
import rescue.dispatch.shell.web.ApiRouter;
import rescue.dispatch.shell.web.ApiRoutes;
import rescue.dispatch.shell.web.Contract;
import rescue.dispatch.shell.web.KnownOrigins;
import rescue.dispatch.shell.web.Sessions;
import rescue.dispatch.shell.web.SharedBoard;
import rescue.dispatch.shell.web.StartGate;
import rescue.hospital.GatewayVerticle;
import rescue.hospital.HospitalRoutes;
import rescue.hospital.TransferRoutes;
import rescue.routing.MapKeeper;
import rescue.routing.MapSettings;

/** Everything that runs in this process, from nothing to ready. */
final class Server {

    private final Configuration configuration;
    private final Progress progress;
    private final Nodes nodes;
    private final Vertx vertx;
    private final AdminServer admin;
    private final Database database;
    private final Shutdown shutdown;
    private final Optional<Shift> shift;
    private final Entries entries;

    Server(Configuration configuration, Progress progress, Shutdown shutdown, Nodes nodes, AdminServer admin) {
        this.configuration = configuration;
        this.progress = progress;
        this.nodes = nodes;
        this.vertx = nodes.vertx();
        this.admin = admin;
        this.shutdown = shutdown;
        this.shift = configuration.drill().map(drill -> ShiftFile.read(drill.shift()));
        this.database = new Database(configuration, progress, shutdown, vertx);
        this.entries = new Entries(configuration, progress, vertx, province());
    }

    private static final Phrases PHRASES = new Phrases("problems", "dispatch", "sms");

    private static final Duration LET_OUT = Duration.ofSeconds(2);

    private static final Duration ASK_AGAIN = Duration.ofSeconds(1);

    private static final Duration WARM_EVERY = Duration.ofSeconds(2);

    /** Where people come in. */
    private record Doors(HttpServer pages, GatewayVerticle hospitals, MapKeeper map) {}

    /** What is up when the pages can be served. */
    private record Foundation(
            Pool pool, PgAccounts accounts, MapKeeper map, Contract contract, Intake.Disk disk, LiveState boards) {}

    Future<Void> start() {
        return listenForHealth()
                .compose(listening -> layFoundation())
                .compose(this::serve)
                .onSuccess(doors -> Welcome.say(
                        progress,
                        configuration,
                        doors.pages.actualPort(),
                        doors.hospitals.actualPort(),
                        doors.map.roads().isReady()))
                .onSuccess(doors -> shift.ifPresent(read -> play(read, doors)))
                .mapEmpty();
    }

    /** Over the same door as everybody else: on loopback, for that is where demo mode listens. */
    private void play(Shift read, Doors doors) {
        URI api = URI.create("http://" + configuration.httpHost() + ":" + doors.pages.actualPort() + "/api/v1/");
        int speed = configuration.drill().orElseThrow().speed();
        var drill = new Drill(read, speed, api, Clock.systemUTC(), System::nanoTime, progress::say);
        shutdown.remember("drill", drill::close);
        drill.start();
    }

    private Future<HttpServer> listenForHealth() {
        return admin.listen(configuration.adminHost(), configuration.adminPort());
    }

    /**
     * Database and contract take seconds each and know nothing of each other: side by side. The map is not waited for:
     * until it is prepared, times are estimates; nor is an external PostgreSQL.
     */
    private Future<Foundation> layFoundation() {
        Future<MapKeeper> map = vertx.executeBlocking(this::keepMap, false);
        Future<Pool> pool = database.open();
        Future<Contract> contract = Contract.load(vertx);
        Future<Intake.Disk> disk =
                Intake.Disk.open(vertx, configuration.dataDir().resolve("spool"));
        Future<LiveState> boards = nodes.openBoards(Clock.systemUTC());
        return Future.all(pool, map, contract, disk, boards)
                .map(all -> new Foundation(
                        pool.result(),
                        new PgAccounts(vertx, pool.result(), new SteadyClock(Clock.systemUTC())),
                        map.result(),
                        contract.result(),
                        disk.result(),
                        boards.result()));
    }

    /** The tables ready, no other node at odds with this one, the registers entered, the road closures in force. */
    private Future<Void> settle(Foundation foundation, FollowRoads roads) {
        return database.ready()
                .compose(ready -> untilThere(() -> comparedWithOthers(foundation)))
                .compose(fits ->
                        untilThere(() -> database.takeTurn(() -> entries.enter(foundation.pool, foundation.accounts))))
                .compose(entered -> untilThere(roads::refresh))
                .mapEmpty();
    }

    /** That the database is away is a reason to wait, and no reason to end: alerts are taken meanwhile. */
    private <T> Future<T> untilThere(Supplier<Future<T>> work) {
        return work.get()
                .recover(failure -> DatabaseAway.isMeantBy(failure)
                        ? vertx.timer(ASK_AGAIN.toMillis(), TimeUnit.MILLISECONDS)
                                .compose(again -> untilThere(work))
                        : Future.failedFuture(failure));
    }

    private Future<Void> comparedWithOthers(Foundation foundation) {
        return DatabaseHealth.identity(foundation.pool)
                .compose(database -> nodes.enter(foundation.boards, database, foundation.map));
    }

    private MapKeeper keepMap() {
        Path folder = configuration.provinceDir().orElse(configuration.dataDir());
        Optional<Path> map = configuration.mapFile();
        progress.say("reading the map " + map.orElse(folder) + " in the background");
        var keeper = new MapKeeper(
                vertx,
                new MapSettings(
                        map.orElse(null),
                        folder,
                        configuration.dataDir().resolve("graphs"),
                        configuration.home().resolve("maps/models"),
                        province().map(ProvinceFolder::stations).orElse(List.of()).stream()
                                .map(StationRow::at)
                                .toList()),
                Clock.systemUTC());
        shutdown.remember("map", keeper::close);
        keeper.whenChanged(() -> progress.say(Roads.sentence(keeper.now())));
        keeper.start();
        progress.say("the road book is open: " + keeper.register().listRoads().size() + " roads with kilometre posts");
        return keeper;
    }

    private Optional<ProvinceFolder> province() {
        return configuration.provinceDir().map(ProvinceFolder::new);
    }

    /**
     * The door opens at once, for alerts; for everybody else when the tables are ready and the road closures are in force,
     * before the first question is answered.
     */
    private Future<Doors> serve(Foundation foundation) {
        Pool pool = foundation.pool;
        var clock = Clock.system(configuration.zone());
        Pool aside = database.aside();
        var feed = new PgFeed(aside);
        var live = new LiveFeed(vertx, feed);
        Leadership leads = database.leadership(Leadership.Job.TELLING, nodeName());
        var relay = Wiring.relay(
                vertx, feed, live, new PgIncidentLog(aside, clock.getZone(), new RandomIds()), aside, leads);
        var positions = new PositionBoard(foundation.boards);
        positions.ring(live);
        Ports ports = Ports.over(
                pool,
                new ImageDarkroom(vertx),
                foundation.map,
                province(),
                clock,
                relay,
                positions,
                foundation.boards,
                nodes.watch());
        Flows flows = Flows.over(ports, new WorkerPlanner(vertx));
        var sessions = new Sessions(foundation.accounts);
        HospitalRoutes hospitals = Wiring.hospitalRoutes(ports, flows, pool);
        TransferRoutes transfers = Wiring.transferRoutes(ports, flows, PHRASES);
        var origins = new KnownOrigins(configuration.nodeUrls().values());
        DatabaseLine line = database.line();
        var gateway = new GatewayVerticle(
                configuration.httpHost(),
                configuration.gatewayPort(),
                new GatewayVerticle.Behind(
                        hospitals,
                        transfers,
                        Wiring.machineRoutes(ports, flows, pool, PHRASES, about()),
                        Wiring.atTheHospitalsDoor(ports, flows, live, line, about(configuration.gatewayUrls())),
                        live,
                        foundation.accounts,
                        foundation.contract,
                        new KnownOrigins(configuration.gatewayUrls().values())),
                PHRASES);
        var gate = new StartGate();
        Intake intake = Intake.over(
                vertx,
                foundation.disk,
                nodeName(),
                flows.receiveAlert(),
                pool,
                ports,
                () -> !gate.isOpen() || line.isAway());
        HouseTrouble trouble =
                HouseTrouble.over(vertx, line, foundation.disk, new PgParked(pool), admin.registry(), clock);
        var troubleRoutes = new TroubleRoutes(trouble.watch(), nodeName(), PHRASES, clock);
        PaperPress press = Wiring.paper(vertx, ports, flows, PHRASES, about(), nodeName());
        var paper = new PaperJob(vertx, press, configuration.dataDir().resolve("paper"), clock);
        List<ApiRoutes> routes = new ArrayList<>(Wiring.routes(
                ports, flows, intake, troubleRoutes, live, hospitals, transfers, press, PHRASES, line, about()));
        routes.add(Wiring.webhooks(ports, pool, configuration.mode() == Configuration.Mode.DEMO));
        routes.addAll(Wiring.sms(ports, flows, pool, PHRASES, configuration));
        new MapNews(vertx, foundation.map, progress, admin).spreadBy(flows.followRoads(), new PgMapNews(pool), relay);
        Router router = new ApiRouter(vertx, routes, sessions, PHRASES, origins, gate).create(foundation.contract);
        List<HealthCheck> checks = checks(foundation, trouble, paper);
        return listen(router, new LiveSocket(vertx, foundation.accounts, live, origins))
                .onSuccess(this::closeInTime)
                .onSuccess(pages -> intake.start(live))
                .onSuccess(pages -> database.whenWaitedFor(() -> admin.becomeReady(checks)))
                .compose(pages -> settle(foundation, flows.followRoads()).map(pages))
                .compose(pages -> vertx.deployVerticle(gateway).map(id -> new Doors(pages, gateway, foundation.map)))
                .onSuccess(doors -> {
                    gate.open();
                    relay.start();
                    Wiring.webhookSender(vertx, ports, pool, feed).start();
                    nodes.spread(live, relay);
                    nodes.measure(admin.registry());
                    flows.roadsWatch().start(vertx);
                    Wiring.sweeper(vertx, pool, clock, relay, leads).start();
                    follow(flows.followRoads(), line);
                    line.listen(PgFeed.CHANNEL, relay::ring);
                    Wiring.sayWhetherTheDatabaseIsThere(line, live);
                    line.start();
                    leads.start();
                    trouble.start(vertx, live);
                    keepBoardsAtHand(routes, ports.liveState());
                    paper.start();
                    admin.openMapDoor(new AdminServer.MapDoor(
                            () -> Roads.json(foundation.map.now()),
                            () -> foundation.map.lookNow().map(Roads::json)));
                    admin.becomeReady(checks);
                });
    }

    /** Empty when there is only one: nobody asks which. */
    private String nodeName() {
        return configuration.cluster().map(ClusterPlan::node).orElse("");
    }

    private About about() {
        return about(configuration.nodeUrls());
    }

    private About about(Map<String, String> nodes) {
        return new About(
                ClusterSettings.version(),
                configuration.exercise(),
                configuration.mode() == Configuration.Mode.DEMO,
                configuration.zone(),
                configuration.emergencyNumber(),
                configuration.smsNumber().orElse(null),
                nodes);
    }

    /** So that there is something to show when the database goes, on a node whose consoles came just then. */
    private void keepBoardsAtHand(List<ApiRoutes> routes, LiveState state) {
        List<SharedBoard> boards = routes.stream()
                .flatMap(each -> each.boards().entrySet().stream())
                .map(board -> board.getValue().keptAs(board.getKey(), state))
                .toList();
        boards.forEach(board -> board.warm(vertx));
        vertx.setPeriodic(WARM_EVERY.toMillis(), timer -> boards.forEach(board -> board.warm(vertx)));
    }

    private void follow(FollowRoads follow, DatabaseLine line) {
        var keeper = new RoadsKeeper(vertx, follow);
        line.listen(PgRoadClosures.CHANNEL, keeper::look);
        keeper.start();
    }

    /** Without the database a node still takes alerts: it stays in service, or nobody could report at all. */
    private List<HealthCheck> checks(Foundation foundation, HouseTrouble trouble, PaperJob paper) {
        List<HealthCheck> own = List.of(
                HealthCheck.wanting("database", () -> DatabaseHealth.answers(foundation.pool)),
                HealthCheck.wanting("migration", () -> DatabaseHealth.isMigrated(foundation.pool)),
                HealthCheck.telling("house", trouble::health),
                HealthCheck.telling("roads", () -> Roads.health(foundation.map.now())),
                HealthCheck.telling("paper", paper::health));
        return Stream.concat(own.stream(), nodes.checks(foundation.boards, foundation.map).stream())
                .toList();
    }

    /** Nobody is let in any more while the rest is still there to answer whoever is in. */
    private void closeInTime(HttpServer pages) {
        shutdown.remember(
                "the pages' door",
                () -> pages.shutdown(LET_OUT.toMillis(), TimeUnit.MILLISECONDS)
                        .toCompletionStage()
                        .toCompletableFuture()
                        .get());
    }

    private Future<HttpServer> listen(Router router, LiveSocket live) {
        var options = new HttpServerOptions()
                .setHost(configuration.httpHost())
                .setPort(configuration.httpPort())
                .setCompressionSupported(true);
        return vertx.createHttpServer(options)
                .webSocketHandshakeHandler(live::handshake)
                .webSocketHandler(live::accept)
                .requestHandler(router)
                .listen();
    }
}
