package rescue.hospital;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketConnectOptions;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.sqlclient.Pool;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import rescue.dispatch.account.Principal;
import rescue.dispatch.account.Role;
import rescue.dispatch.alert.Alert;
import rescue.dispatch.alert.AlertKind;
import rescue.dispatch.alert.AlertSource;
import rescue.dispatch.alert.IntakeOutcome;
import rescue.dispatch.alert.PlaceFlag;
import rescue.dispatch.alert.Placement;
import rescue.dispatch.alert.Priority;
import rescue.dispatch.alert.ToldPlace;
import rescue.dispatch.assignment.AssignmentStatus;
import rescue.dispatch.assignment.Hold;
import rescue.dispatch.flow.AnswerPreArrival;
import rescue.dispatch.flow.AnswerTransfer;
import rescue.dispatch.flow.AskTransfer;
import rescue.dispatch.flow.ReportCapacity;
import rescue.dispatch.flow.SuggestReceivers;
import rescue.dispatch.geo.LatLon;
import rescue.dispatch.hospital.BedKind;
import rescue.dispatch.hospital.HoldState;
import rescue.dispatch.hospital.Hospital;
import rescue.dispatch.hospital.Service;
import rescue.dispatch.incident.Incident;
import rescue.dispatch.incident.IncidentEvent;
import rescue.dispatch.incident.IncidentEvent.DestinationChanged;
import rescue.dispatch.incident.IncidentEvent.IncidentOpened;
import rescue.dispatch.incident.IncidentEvent.UnitAssigned;
import rescue.dispatch.incident.IncidentEvent.UnitStatusRecorded;
import rescue.dispatch.port.Appended;
import rescue.dispatch.port.Ids;
import rescue.dispatch.port.IncidentLog.Entry;
import rescue.dispatch.port.IncidentLog.IdempotencyKey;
import rescue.dispatch.port.PreArrivalNotices.Notice;
import rescue.dispatch.road.VehicleClass;
import rescue.dispatch.shell.cluster.ClusterWatch;
import rescue.dispatch.shell.live.LiveFeed;
import rescue.dispatch.shell.live.LiveSocket;
import rescue.dispatch.shell.live.LiveStream;
import rescue.dispatch.shell.phrases.Phrases;
import rescue.dispatch.shell.postgres.PgAccountRegister.NewAccount;
import rescue.dispatch.shell.postgres.PgAccounts;
import rescue.dispatch.shell.postgres.PgFeed;
import rescue.dispatch.shell.postgres.PgHospitalBoard;
import rescue.dispatch.shell.postgres.PgIncidentLog;
import rescue.dispatch.shell.postgres.PgRegisters;
import rescue.dispatch.shell.postgres.PgRegisters.HospitalRow;
import rescue.dispatch.shell.postgres.PgRegisters.UnitRow;
import rescue.dispatch.shell.postgres.PgSoftHolds;
import rescue.dispatch.shell.postgres.PgTransferBoard;
import rescue.dispatch.shell.postgres.TestDatabase;
import rescue.dispatch.shell.web.AboutRoutes;
import rescue.dispatch.shell.web.AboutRoutes.About;
import rescue.dispatch.shell.web.ApiRouter;
import rescue.dispatch.shell.web.ApiRoutes;
import rescue.dispatch.shell.web.Contract;
import rescue.dispatch.shell.web.HospitalBoardRoutes;
import rescue.dispatch.shell.web.KnownOrigins;
import rescue.dispatch.shell.web.Sessions;
import rescue.dispatch.story.Samples;
import rescue.dispatch.story.TownRoads;
import rescue.dispatch.unit.Capability;
import rescue.dispatch.unit.Station;
import rescue.dispatch.unit.Turnout;
import rescue.hospital.notice.IncomingList;
import rescue.hospital.notice.TransferList;
import rescue.hospital.postgres.GatewayMigration;
import rescue.hospital.postgres.PgNotices;
import rescue.hospital.postgres.PgSmsNumbers;
import rescue.hospital.postgres.PgSmsReminders;
import rescue.hospital.postgres.PgWebhooks;
import rescue.hospital.protocol.FileReport;
import rescue.hospital.protocol.sms.SmsReminderRoutes;
import rescue.hospital.protocol.sms.SmsRoutes;
import rescue.hospital.protocol.webhook.WebhookRoutes;
import rescue.hospital.protocol.webhook.WebhookSender;

/** Two hospitals and an ambulance on a real PostgreSQL, the main API and the hospitals' door on real sockets. */
final class HospitalHouse implements AutoCloseable {

    static final String SMS_TOKEN = "secret-of-the-gateway";

    private static final int WITHIN_S = 30;

    private final HttpClient client = HttpClient.newHttpClient();
    private final Vertx vertx = Vertx.vertx();
    private final PgIncidentLog log;
    private final PgHospitalBoard board;
    final PgNotices notices;
    final PgSmsNumbers smsNumbers;
    private final PgWebhooks webhooks;
    private final WebhookSender sender;
    private final Pool pool;
    private final PgFeed feed;
    private final LiveFeed live;
    private final int apiPort;
    private final int doorPort;
    private int alerts;

    HospitalHouse() {
        TestDatabase database = TestDatabase.fresh();
        GatewayMigration.run(database.options());
        pool = database.pool(vertx);
        log = new PgIncidentLog(pool, ZoneId.of("Asia/Ho_Chi_Minh"), new SomeIds());
        board = new PgHospitalBoard(pool);
        notices = new PgNotices(pool);
        smsNumbers = new PgSmsNumbers(pool);
        webhooks = new PgWebhooks(pool);
        var accounts = new PgAccounts(vertx, pool, InstantSource.system());
        fill(pool, accounts);
        var phrases = new Phrases("problems");
        Contract contract = await(Contract.load(vertx));
        feed = new PgFeed(pool);
        live = new LiveFeed(vertx, feed);
        sender = sender();
        var shared = List.<ApiRoutes>of(
                new AboutRoutes(
                        new About("test", true, false, ZoneId.of("Asia/Ho_Chi_Minh"), "115", null, Map.of()),
                        ClusterWatch.ALONE,
                        Optional::empty,
                        InstantSource.system()),
                new HospitalBoardRoutes(board, new PgSoftHolds(pool), Clock.system(ZoneId.of("Asia/Ho_Chi_Minh"))),
                new LiveStream(live));
        var door = new GatewayVerticle(
                "127.0.0.1",
                0,
                new GatewayVerticle.Behind(
                        routes(), transfers(phrases), machines(), shared, live, accounts, contract, KnownOrigins.NONE),
                phrases);
        await(vertx.deployVerticle(door));
        doorPort = door.actualPort();
        Router root = new ApiRouter(
                        vertx,
                        List.of(
                                routes(),
                                transfers(phrases),
                                sms(),
                                reminders(),
                                new WebhookRoutes(webhooks, board, true)),
                        new Sessions(accounts),
                        phrases,
                        KnownOrigins.NONE)
                .create(contract);
        apiPort = await(vertx.createHttpServer().requestHandler(root).listen(0, "127.0.0.1"))
                .actualPort();
    }

    private HospitalRoutes routes() {
        InstantSource clock = InstantSource.system();
        return new HospitalRoutes(
                new ReportCapacity(board, () -> {}),
                board,
                new AnswerPreArrival(log, clock, () -> {}),
                new IncomingList(board, log, notices),
                clock);
    }

    private TransferRoutes transfers(Phrases phrases) {
        InstantSource clock = InstantSource.system();
        Function<ToldPlace, Placement> placing = told -> new Placement(null, Set.of(PlaceFlag.NO_PLACE));
        return new TransferRoutes(
                new TransferRoutes.Behind(
                        new AskTransfer(log, board, placing, new SomeIds(), clock, () -> {}),
                        new AnswerTransfer(log, board, clock, () -> {}),
                        new SuggestReceivers(board, new TownRoads(), clock),
                        transferList()),
                phrases,
                clock);
    }

    private TransferList transferList() {
        return new TransferList(new PgTransferBoard(pool), log);
    }

    /** One more node's. */
    WebhookSender sender() {
        return new WebhookSender(
                vertx,
                webhooks,
                new WebhookSender.Changes() {
                    @Override
                    public Future<Long> last() {
                        return feed.last();
                    }

                    @Override
                    public Future<List<Change>> listAfter(long seq, int limit) {
                        return feed.listAfter(seq, limit)
                                .map(all -> all.stream()
                                        .map(each -> new Change(each.seq(), each.kind(), each.hospitalIds()))
                                        .toList());
                    }
                },
                new IncomingList(board, log, notices),
                transferList(),
                board,
                InstantSource.system());
    }

    /** What the sender does every second. */
    void webhookRound() {
        await(sender.round());
    }

    void sql(String text) {
        await(pool.query(text).execute());
    }

    private SmsRoutes sms() {
        InstantSource clock = InstantSource.system();
        return new SmsRoutes(
                new SmsRoutes.Gateway(SMS_TOKEN, "84"),
                smsNumbers,
                new FileReport(new ReportCapacity(board, () -> {}), board, clock),
                clock,
                ZoneId.of("Asia/Ho_Chi_Minh"),
                new Phrases("problems", "dispatch", "sms"));
    }

    private SmsReminderRoutes reminders() {
        return new SmsReminderRoutes(
                new SmsRoutes.Gateway(SMS_TOKEN, "84"),
                board,
                new PgSmsReminders(pool),
                Clock.system(ZoneId.of("Asia/Ho_Chi_Minh")),
                new Phrases("problems", "dispatch", "sms"));
    }

    private MachineRoutes machines() {
        return new MachineRoutes(
                new ReportCapacity(board, () -> {}),
                board,
                new IncomingList(board, log, notices),
                transferList(),
                InstantSource.system(),
                false,
                new Phrases("problems"));
    }

    private static void fill(Pool pool, PgAccounts accounts) {
        var registers = new PgRegisters(pool);
        await(registers.putStations(
                List.of(new Station("TC01", "Trạm", Samples.SCENE, Turnout.always(java.time.Duration.ofMinutes(2))))));
        await(registers.putUnits(IntStream.rangeClosed(1, 10)
                .mapToObj(n -> unit("LC-%02d".formatted(n), "Lai Châu " + n))
                .toList()));
        await(registers.putHospitals(List.of(
                hospital("BV01", "Bệnh viện tỉnh"),
                hospital("TTYT01", "Trung tâm Y tế"),
                hospital("TTYT02", "Trung tâm Y tế 2"),
                hospital("TTYT03", "Trung tâm Y tế 3"))));
        await(accounts.register()
                .addMissing(List.of(
                        account("hospital-bv01", Role.HOSPITAL, "BV01"),
                        account("hospital-ttyt01", Role.HOSPITAL, "TTYT01"),
                        account("hospital-ttyt02", Role.HOSPITAL, "TTYT02"),
                        account("hospital-ttyt03", Role.HOSPITAL, "TTYT03"),
                        account("operator", Role.OPERATOR, null),
                        account("admin", Role.ADMIN, null),
                        account("committee", Role.COMMITTEE, null))));
    }

    private static UnitRow unit(String id, String callSign) {
        return new UnitRow(id, callSign, "TC01", Set.of(Capability.BLS), VehicleClass.AMBULANCE, null);
    }

    private static HospitalRow hospital(String id, String name) {
        return new HospitalRow(
                id,
                name,
                "province",
                new LatLon(22.38, 103.48),
                null,
                Set.of(Service.CT),
                Map.of(BedKind.EMERGENCY, 5, BedKind.ICU, 2));
    }

    private static NewAccount account(String user, Role role, @Nullable String hospitalId) {
        return new NewAccount(new Principal(user, role, null, hospitalId), user);
    }

    /** An accident with three injured, and that unit on its way to that hospital with a bed held there. */
    UUID send(String unitId, String hospitalId) {
        Incident incident = alert();
        UUID assignmentId = UUID.randomUUID();
        append(
                incident,
                new UnitAssigned(
                        assignmentId,
                        unitId,
                        "Lai Châu " + Integer.parseInt(unitId.substring(3)),
                        VehicleClass.AMBULANCE,
                        hospitalId,
                        hospitalId,
                        new Hold(
                                BedKind.EMERGENCY, HoldState.FIRM, Instant.now().plusSeconds(7200)),
                        Samples.plan(30),
                        null,
                        Instant.now(),
                        "operator"));
        return assignmentId;
    }

    private Incident alert() {
        Alert alert = new Alert(
                UUID.randomUUID(),
                AlertSource.PHONE,
                AlertKind.TRAFFIC_COLLISION,
                null,
                ToldPlace.NONE,
                Samples.placement(Samples.SCENE),
                3,
                null,
                null,
                "the caller's own words",
                "0912345678",
                Instant.now());
        var received = await(log.receive(
                new IdempotencyKey("key " + alerts++, "hash"),
                alert,
                open -> new IntakeOutcome.Opens(List.of()),
                (outcome, ids) -> new IncidentOpened(
                        ids.number(),
                        ids.trackingCode(),
                        alert,
                        Priority.P1,
                        Samples.EMERGENCY_CARE,
                        List.of(),
                        Instant.now(),
                        "public")));
        UUID id = received.fold(taken -> taken.receipt().incidentId(), reused -> {
            throw new AssertionError(reused);
        });
        return await(log.find(id)).orElseThrow();
    }

    void reaches(UUID assignmentId, AssignmentStatus status) {
        append(
                incidentOf(assignmentId),
                new UnitStatusRecorded(
                        assignmentId,
                        status,
                        Instant.now(),
                        "tablet " + assignmentId,
                        status.ordinal(),
                        null,
                        Instant.now(),
                        "crew"));
    }

    Incident incidentOf(UUID assignmentId) {
        return await(log.findByAssignment(assignmentId)).orElseThrow();
    }

    /** What the relay does with an assignment that has a destination. */
    void tell(UUID assignmentId) {
        Incident incident = incidentOf(assignmentId);
        await(notices.notify(
                Notice.about(incident, incident.findAssignment(assignmentId).orElseThrow())));
    }

    /** The desk sends a unit that is under way to another hospital. */
    void divert(UUID assignmentId, String hospitalId) {
        append(
                incidentOf(assignmentId),
                new DestinationChanged(
                        assignmentId, hospitalId, hospitalId, null, Samples.plan(45), null, Instant.now(), "operator"));
    }

    /** What the relay does with whatever was written. */
    void relay() {
        await(feed.number());
        await(live.tell());
    }

    /** A live line at the hospitals' door, which has said who it is and was greeted. */
    Line listen(String token) {
        var line = new Line();
        WebSocketConnectOptions at = new WebSocketConnectOptions()
                .setHost("127.0.0.1")
                .setPort(doorPort)
                .setURI(LiveSocket.PATH);
        WebSocket socket = await(vertx.createWebSocketClient().connect(at));
        socket.textMessageHandler(text -> line.heard.add(new JsonObject(text)));
        socket.closeHandler(gone -> line.heard.add(new JsonObject().put("type", "closed " + socket.closeStatusCode())));
        await(socket.writeTextMessage(new JsonObject().put("token", token).encode()));
        return line;
    }

    /** What came over a live line, in order. */
    static final class Line {

        private final BlockingQueue<JsonObject> heard = new LinkedBlockingQueue<>();

        JsonObject next() {
            try {
                JsonObject next = heard.poll(WITHIN_S, TimeUnit.SECONDS);
                if (next == null) {
                    throw new AssertionError("nothing was heard");
                }
                return next;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError(e);
            }
        }
    }

    private void append(Incident incident, IncidentEvent event) {
        Appended appended = await(log.append(List.of(new Entry(incident.id(), incident.version(), event))));
        if (!(appended instanceof Appended.Done)) {
            throw new AssertionError(event + " → " + appended);
        }
    }

    Hospital hospital(String id) {
        return await(board.find(id)).orElseThrow();
    }

    String logIn(String user) {
        var body = new JsonObject().put("user", user).put("password", user).encode();
        return new JsonObject(atTheApi("POST", "/api/v1/session", "", body).body()).getString("token");
    }

    HttpResponse<String> atTheDoor(String method, String path, String token, @Nullable String body, String... headers) {
        return call(doorPort, method, path, token, body, headers);
    }

    /** Whatever body, called whatever. */
    HttpResponse<String> postToTheDoor(String path, String token, String type, BodyPublisher body) {
        return send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + doorPort + path))
                .POST(body)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", type)
                .build());
    }

    HttpResponse<String> atTheApi(String method, String path, String token, @Nullable String body, String... headers) {
        return call(apiPort, method, path, token, body, headers);
    }

    private HttpResponse<String> call(
            int port, String method, String path, String token, @Nullable String body, String... headers) {
        var publisher = body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body, StandardCharsets.UTF_8);
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .method(method, publisher)
                .header("Accept-Language", "en");
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request.build());
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new AssertionError(request.toString(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    static <T> T await(Future<T> future) {
        return future.toCompletionStage()
                .toCompletableFuture()
                .orTimeout(WITHIN_S, TimeUnit.SECONDS)
                .join();
    }

    @Override
    public void close() {
        await(vertx.close());
    }

    private static final class SomeIds implements Ids {

        @Override
        public UUID next() {
            return UUID.randomUUID();
        }

        @Override
        public String trackingCode() {
            return UUID.randomUUID().toString();
        }
    }
}
