package rescue.dispatch.shell.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static rescue.dispatch.shell.postgres.TestShell.await;
import static rescue.dispatch.story.Samples.NOW;

import io.vertx.core.Future;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.UpgradeRejectedException;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.http.WebSocketConnectOptions;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import rescue.dispatch.account.LoginOutcome;
import rescue.dispatch.account.Principal;
import rescue.dispatch.account.Role;
import rescue.dispatch.geo.LatLon;
import rescue.dispatch.port.Accounts;
import rescue.dispatch.shell.postgres.TestShell;
import rescue.dispatch.shell.web.KnownOrigins;
import rescue.dispatch.unit.AvlFix;

/** The live socket over real sockets and a real feed: who is let in, what is told, in which order, to whom. */
class LiveSocketIT {

    private static final long SOON_S = 20;

    /** More than all tests together open. */
    private static final int CLIENTS_MAX = 500;

    private final Map<String, Principal> sessions = new ConcurrentHashMap<>(Map.of(
            "operator", new Principal("operator", Role.OPERATOR, null, null),
            "crew", new Principal("crew", Role.CREW, "A1", null),
            "hospital", new Principal("hospital", Role.HOSPITAL, null, "BV1")));

    private static TestShell shell;
    private static HttpServer server;
    private static WebSocketClient client;

    /** The one that the server asks at this moment: each test has its own. */
    private static volatile LiveSocket live;

    private LiveFeed feed;

    /** Whoever has that token, until it is taken away. */
    private final Accounts accounts = new Accounts() {
        @Override
        public Future<Optional<Principal>> findByToken(String token) {
            return Future.succeededFuture(Optional.ofNullable(sessions.get(token)));
        }

        @Override
        public Future<LoginOutcome> login(String user, String password, String address) {
            return Future.failedFuture("nobody logs in here");
        }

        @Override
        public Future<Void> revoke(String token) {
            sessions.remove(token);
            return Future.succeededFuture();
        }
    };

    @BeforeAll
    static void listen() {
        shell = new TestShell();
        client = shell.vertx.createWebSocketClient(new WebSocketClientOptions().setMaxConnections(CLIENTS_MAX));
        server = await(shell.vertx
                .createHttpServer()
                .webSocketHandshakeHandler(handshake -> live.handshake(handshake))
                .webSocketHandler(socket -> live.accept(socket))
                .requestHandler(request -> request.response().setStatusCode(404).end())
                .listen(0, "127.0.0.1"));
    }

    @AfterAll
    static void close() {
        shell.close();
    }

    @BeforeEach
    void beginAnew() {
        await(shell.pool.query("TRUNCATE change, feed CASCADE").execute());
        feed = new LiveFeed(shell.vertx, shell.feed);
        live = new LiveSocket(shell.vertx, accounts, feed, new KnownOrigins(List.of("http://b.example")));
    }

    // ---- who is let in

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            a page of ours          | /api/v1/live  | http://HOST          | 101
            no browser at all       | /api/v1/live  | -                    | 101
            another node's page     | /api/v1/live  | http://b.example     | 101
            a page of another site  | /api/v1/live  | http://evil.example  | 403
            our host, another port  | /api/v1/live  | http://127.0.0.1:1   | 403
            a sandboxed frame       | /api/v1/live  | null                 | 403
            an origin that is none  | /api/v1/live  | http://[             | 403
            another path            | /api/v1/alive | -                    | 404
            a path below            | /api/v1/live/ | -                    | 404
            """)
    void shakes_hands(String story, String path, @Nullable String origin, int status) {
        var options = new WebSocketConnectOptions()
                .setHost("127.0.0.1")
                .setPort(server.actualPort())
                .setURI(path);
        if (origin != null) {
            options.addHeader("Origin", origin.replace("HOST", "127.0.0.1:" + server.actualPort()));
        }
        Future<WebSocket> connected = client.connect(options);
        if (status == 101) {
            await(connected.compose(WebSocket::close));
        } else {
            Throwable refused = assertThrows(AssertionError.class, () -> await(connected));
            var rejected = (UpgradeRejectedException) refused.getCause().getCause();
            assertEquals(status, rejected.getStatus());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"token\": \"nobody's\"}",
                "{\"after\": 3}",
                "{\"token\": null}",
                "{\"token\": 7}",
                "{\"token\": {}}",
                "{}",
                "[]",
                "null",
                "7",
                "hello",
                "",
                "{\"token\":"
            })
    void who_does_not_say_who_he_is_goes(String first) throws Exception {
        Page page = connect();
        page.socket.writeTextMessage(first);
        assertEquals((short) 4401, page.closed());
        assertTrue(page.messages.isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "\"5\"", "-5", "{}", "1.5", "true"})
    void an_after_that_is_no_number_of_ours_is_no_harm(String after) throws Exception {
        Page page = connect();
        page.socket.writeTextMessage("{\"token\": \"operator\", \"after\": " + after + "}");
        assertEquals("hello", page.next().getString("type"));
    }

    @Test
    void a_session_that_ends_is_shut_out_within_seconds_and_the_others_stay() throws Exception {
        Page crew = join("crew", -1);
        Page operator = join("operator", -1);
        long since = System.nanoTime();
        await(accounts.revoke("crew"));
        assertEquals((short) 4401, crew.closed());
        Duration late = Duration.ofNanos(System.nanoTime() - since);
        assertTrue(late.compareTo(Duration.ofSeconds(7)) < 0, late::toString);
        changes("A1");
        assertEquals(1L, operator.next().getLong("seq"), "still there");
    }

    @Test
    void who_leaves_at_once_leaves_nothing_behind() throws Exception {
        for (int i = 0; i < 30; i++) {
            try (Socket raw = upgraded("operator")) {
                raw.getOutputStream().flush();
            }
        }
        Page last = join("operator", 0);
        changes("A1");
        assertEquals(1L, last.next().getLong("seq"));
        awaitListeners(1);
    }

    // ---- what is told

    @Test
    void who_asks_for_it_hears_that_somebody_is_there() throws Exception {
        Page asks = connect();
        asks.socket.writeTextMessage("{\"token\": \"operator\", \"everyS\": 1}");
        Page doesNot = join("operator", -1);
        assertEquals("hello", asks.next().getString("type"));
        for (int i = 0; i < 3; i++) {
            assertEquals(new JsonObject("{\"type\": \"alive\"}"), asks.next());
        }
        assertTrue(doesNot.messages.isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-7", "1e300", "\"2\"", "null", "[]"})
    void a_wish_that_makes_no_sense_is_no_harm(String every) throws Exception {
        Page page = connect();
        page.socket.writeTextMessage("{\"token\": \"operator\", \"everyS\": " + every + "}");
        assertEquals("hello", page.next().getString("type"));
        changes("A1");
        JsonObject next = page.next();
        while (next.getString("type").equals("alive")) {
            next = page.next();
        }
        assertEquals(1L, next.getLong("seq"));
    }

    @Test
    void changes_come_in_order_without_a_gap() throws Exception {
        Page page = join("operator", -1);
        for (int i = 0; i < 20; i++) {
            changes("A" + i, "A1");
        }
        assertEquals(LongStream.rangeClosed(1, 40).boxed().toList(), page.numbers(40));
    }

    @Test
    void who_was_away_is_told_what_it_missed() throws Exception {
        changes("A1", "A2", "A3");
        Page page = connect();
        page.say("operator", 1);
        assertEquals(new JsonObject("{\"type\": \"hello\", \"seq\": 1}"), page.next());
        assertEquals(List.of(2L, 3L), page.numbers(2));
        changes("A4");
        assertEquals(List.of(4L), page.numbers(1));
    }

    @Test
    void who_was_away_too_long_is_told_to_read_everything_again() throws Exception {
        await(shell.pool
                .query("INSERT INTO change (kind, subject) SELECT 'unit', 'u' || i FROM generate_series(1, 600) AS i")
                .execute());
        number();
        await(feed.tell());
        Page page = connect();
        page.say("operator", 1);
        assertEquals(new JsonObject("{\"type\": \"hello\", \"seq\": 600}"), page.next());
        assertEquals("resync", page.next().getString("type"));
        changes("A1");
        assertEquals(List.of(601L), page.numbers(1));
    }

    @Test
    void who_comes_from_a_record_that_was_put_back_reads_everything_again() throws Exception {
        changes("A1");
        Page page = connect();
        page.say("operator", 1_000_000);
        assertEquals(1L, page.next().getLong("seq"));
        assertEquals("resync", page.next().getString("type"));
        changes("A2");
        assertEquals(List.of(2L), page.numbers(1));
    }

    @Test
    void a_crew_hears_its_own_and_a_hospital_its_own() throws Exception {
        shell.unit("A1");
        shell.unit("A2");
        shell.hospital("BV1", 3);
        shell.hospital("BV2", 3);
        number();
        Page crew = join("crew", -1);
        Page hospital = join("hospital", -1);
        long before = await(shell.feed.last());
        shell.send(shell.opened().id(), "A2", "BV2", null);
        shell.send(shell.opened().id(), "A1", "BV1", null);
        number();
        await(feed.tell());
        assertEquals(List.of(before + 4), crew.numbers(1), "two openings and the other's order are not its business");
        assertEquals(List.of(before + 4), hospital.numbers(1));
        changes("A1");
        assertEquals(List.of(before + 5), crew.numbers(1));
        assertTrue(hospital.messages.isEmpty());
    }

    @Test
    void positions_reach_the_desk_and_the_own_crew() throws Exception {
        Page operator = join("operator", -1);
        Page crew = join("crew", -1);
        Page hospital = join("hospital", -1);
        feed.moved("A2", fix(22.5));
        feed.moved("A1", fix(22.6));
        assertEquals(List.of("A2 22.5"), positions(operator.next()), "the first at once");
        assertEquals(List.of("A1 22.6"), positions(operator.next()), "what follows within a second after it");
        JsonObject own = crew.next();
        assertEquals(List.of("A1 22.6"), positions(own));
        assertEquals(null, own.getLong("seq"), "positions are not numbered");
        hospital.socket.writePing(io.vertx.core.buffer.Buffer.buffer("is that all?"));
        assertTrue(hospital.messages.isEmpty());
    }

    /** The feed is read on one side, written on the other, joined in between: 40 pages, each must hear 1 .. 400 once. */
    @Test
    void who_joins_while_changes_are_told_neither_misses_nor_hears_twice() throws Exception {
        int changes = 400;
        changes("A0");
        List<Page> pages = new ArrayList<>();
        Future<Void> told = Future.succeededFuture();
        for (int i = 1; i < changes; i++) {
            shell.unitChanged("A" + i);
            told = told.compose(done -> shell.feed.number()).compose(done -> feed.tell());
            if (i % 10 == 0) {
                Page page = connect();
                page.say("operator", i % 20 == 0 ? 0 : -1);
                pages.add(page);
            }
        }
        await(told);
        number();
        await(feed.tell());
        for (Page page : pages) {
            long from = page.next().getLong("seq");
            List<Long> expected =
                    LongStream.rangeClosed(from + 1, changes).boxed().toList();
            assertEquals(expected, page.numbers(expected.size()));
            assertTrue(page.messages.isEmpty(), () -> "heard twice: " + page.messages);
        }
    }

    @Test
    void who_stops_reading_is_cut_off_and_costs_a_megabyte_and_no_more() throws Exception {
        Page reads = join("crew", -1);
        try (Socket raw = upgraded("operator")) {
            awaitListeners(2);
            long before = usedBytes();
            storm(200_000);
            long grown = usedBytes() - before;
            assertTrue(grown < 30_000_000, () -> "grown by " + grown + " bytes");
            awaitListeners(1);
            raw.setSoTimeout((int) TimeUnit.SECONDS.toMillis(SOON_S));
            long waiting = readToTheEnd(raw);
            assertTrue(waiting < 20_000_000, () -> waiting + " bytes were kept for it, here and in the network");
        }
        feed.moved("A1", fix(22.5));
        assertEquals("position", reads.next().getString("type"), "the others never noticed");
    }

    /** The network keeps some megabytes before it holds us up; what it holds, and then one word for all the rest. */
    @Test
    void who_stops_reading_for_a_while_is_told_in_one_message_what_it_missed_and_then_everything_again()
            throws Exception {
        Page page = join("operator", -1);
        page.socket.pause();
        storm(200_000);
        page.socket.resume();
        long last = 0;
        JsonObject message = page.next();
        while (!message.getString("type").equals("resync")) {
            assertEquals(++last, message.getLong("seq"), "no gap before");
            message = page.next();
        }
        assertEquals(200_000L, message.getLong("seq"));
        assertTrue(last < 200_000, "nothing was left out: the storm was too small for this test");
        changes("A1");
        assertEquals(List.of(200_001L), page.numbers(1), "no gap after");
        assertTrue(page.closes.isEmpty());
    }

    @Test
    void sixty_units_that_move_without_a_pause_are_a_message_a_second_with_the_newest_of_each() throws Exception {
        Page operator = join("operator", -1);
        long began = System.nanoTime();
        long until = began + TimeUnit.MILLISECONDS.toNanos(2_500);
        int moves = 0;
        while (System.nanoTime() < until) {
            moves++;
            for (int unit = 10; unit < 70; unit++) {
                feed.moved("U" + unit, fix(22 + moves / 1e6));
            }
            Thread.sleep(10);
        }
        feed.moved("U10", fix(23));
        List<JsonObject> heard = new ArrayList<>();
        do {
            heard.add(operator.next());
        } while (!positions(heard.get(heard.size() - 1)).contains("U10 23.0"));
        double seconds = (System.nanoTime() - began) / 1e9;
        assertTrue(heard.size() <= seconds + 1, heard.size() + " messages in " + seconds + " s");
        assertEquals(60, positions(heard.get(heard.size() - 1)).size());
    }

    // ---- what the stories above are made of

    private static List<String> positions(JsonObject message) {
        assertEquals("position", message.getString("type"));
        return message.getJsonObject("data").getJsonArray("positions").stream()
                .map(JsonObject.class::cast)
                .map(position -> position.getString("unitId") + " " + position.getDouble("lat"))
                .toList();
    }

    private static AvlFix fix(double lat) {
        return new AvlFix(new LatLon(lat, 103.5), NOW, null, null, null);
    }

    /** So many changes at once, told. */
    private void storm(int changes) {
        await(shell.pool
                .query("INSERT INTO feed (seq, kind, subject, unit_ids, hospital_ids, at)"
                        + " SELECT i, 'unit', 'u' || i, '{}', '{}', now() FROM generate_series(1, " + changes
                        + ") AS i")
                .execute());
        await(feed.tell());
    }

    /** Writes them one after another, numbers and tells them. */
    private void changes(String... units) {
        for (String unit : units) {
            shell.unitChanged(unit);
        }
        number();
        await(feed.tell());
    }

    private void number() {
        while (await(shell.feed.number()) > 0 || (Long) shell.value("SELECT count(*) FROM change") > 0) {
            Thread.onSpinWait();
        }
    }

    private int listeners() {
        return feed.countListeners();
    }

    private void awaitListeners(int count) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(SOON_S);
        while (listeners() != count && System.nanoTime() < deadline) {
            Thread.sleep(5);
        }
        assertEquals(count, listeners());
    }

    private static long usedBytes() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    /** Hangs up, then counts what is still on the line. */
    private static long readToTheEnd(Socket raw) throws IOException {
        raw.shutdownOutput();
        byte[] buffer = new byte[65_536];
        long read = 0;
        try {
            for (int n = 0; n >= 0; n = raw.getInputStream().read(buffer)) {
                read += n;
            }
        } catch (SocketException reset) {
            return read;
        }
        return read;
    }

    /** A socket by hand, which has said who it is and reads nothing. */
    private Socket upgraded(String token) throws IOException {
        var raw = new Socket("127.0.0.1", server.actualPort());
        raw.getOutputStream()
                .write(("GET /api/v1/live HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                                + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        for (int last = 0, seen = 0; seen < 4; last = seen) { // to the empty line
            int c = raw.getInputStream().read();
            seen = c == '\r' || c == '\n' ? last + 1 : 0;
        }
        byte[] text = ("{\"token\":\"" + token + "\"}").getBytes(StandardCharsets.US_ASCII);
        byte[] frame = new byte[6 + text.length]; // RFC 6455: text, masked with zeroes
        frame[0] = (byte) 0x81;
        frame[1] = (byte) (0x80 | text.length);
        System.arraycopy(text, 0, frame, 6, text.length);
        raw.getOutputStream().write(frame);
        return raw;
    }

    private Page connect() {
        var page = new Page();
        page.socket = await(client.connect(server.actualPort(), "127.0.0.1", LiveSocket.PATH)
                .onSuccess(page::listen));
        return page;
    }

    private Page join(String token, long after) throws InterruptedException {
        Page page = connect();
        page.say(token, after);
        assertEquals("hello", page.next().getString("type"));
        return page;
    }

    /** A page of somebody's. */
    private static final class Page {

        private final BlockingQueue<JsonObject> messages = new LinkedBlockingQueue<>();
        private final BlockingQueue<Short> closes = new LinkedBlockingQueue<>();
        private WebSocket socket;

        void listen(WebSocket on) {
            on.textMessageHandler(text -> messages.add(new JsonObject(text)));
            on.closeHandler(gone -> closes.add(on.closeStatusCode() == null ? 1006 : on.closeStatusCode()));
        }

        void say(String token, long after) {
            socket.writeTextMessage(
                    new JsonObject().put("token", token).put("after", after).encode());
        }

        JsonObject next() throws InterruptedException {
            JsonObject message = messages.poll(SOON_S, TimeUnit.SECONDS);
            if (message == null) {
                throw new AssertionError("nothing came");
            }
            return message;
        }

        List<Long> numbers(int count) throws InterruptedException {
            List<Long> numbers = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                numbers.add(next().getLong("seq"));
            }
            return numbers;
        }

        short closed() throws InterruptedException {
            Short code = closes.poll(SOON_S, TimeUnit.SECONDS);
            if (code == null) {
                throw new AssertionError("still open");
            }
            return code;
        }
    }
}
