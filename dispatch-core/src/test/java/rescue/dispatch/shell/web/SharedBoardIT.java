package rescue.dispatch.shell.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Many readers over real HTTP, of a board that changes under them. */
class SharedBoardIT {

    private static final int READERS = 50;

    private static final int ROUNDS = 200;

    private static final AtomicInteger STATE = new AtomicInteger();

    private static final AtomicInteger READS = new AtomicInteger();

    private static final AtomicBoolean AWAY = new AtomicBoolean();

    private static final AtomicInteger lastRead = new AtomicInteger();

    private static final SharedBoard untouched = new SharedBoard(Clock.systemUTC());

    private static Vertx vertx;
    private static HttpServer server;

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @BeforeAll
    static void listen() throws Exception {
        vertx = Vertx.vertx();
        var board = new SharedBoard(Clock.systemUTC());
        Router router = Router.router(vertx);
        router.get("/board").handler(ctx -> board.reply(ctx, "usual", SharedBoardIT::read, SharedBoardIT::write));
        router.get("/forms/:form")
                .handler(ctx -> board.reply(
                        ctx,
                        ctx.pathParam("form"),
                        SharedBoardIT::read,
                        state -> write(state).put("form", ctx.pathParam("form"))));
        router.get("/broken").handler(ctx -> board.reply(ctx, "broken", () -> Future.failedFuture("away"), x -> null));
        board.usual("shaky", SharedBoardIT::readIfThere, SharedBoardIT::write);
        router.get("/shaky")
                .handler(ctx -> board.reply(ctx, "shaky", SharedBoardIT::readIfThere, SharedBoardIT::write));
        untouched.usual("usual", SharedBoardIT::readIfThere, SharedBoardIT::write);
        router.get("/untouched")
                .handler(ctx -> untouched.reply(ctx, "usual", SharedBoardIT::readIfThere, SharedBoardIT::write));
        server = await(vertx.createHttpServer(new HttpServerOptions().setCompressionSupported(true))
                .requestHandler(router)
                .listen(0, "127.0.0.1"));
    }

    @AfterAll
    static void close() throws Exception {
        await(vertx.close());
    }

    /** Looks, and needs a moment to say what it saw, as a database does. */
    private static Future<Integer> read() {
        READS.incrementAndGet();
        int seen = STATE.get();
        return vertx.timer(1, TimeUnit.MILLISECONDS).map(seen);
    }

    private static JsonObject write(int state) {
        return new JsonObject().put("state", state).put("padding", "dài ".repeat(200));
    }

    @Test
    void nobody_reads_a_state_older_than_his_question_and_most_reads_are_shared() throws Exception {
        READS.set(0);
        ExecutorService readers = Executors.newFixedThreadPool(READERS);
        List<CompletableFuture<Void>> all = new ArrayList<>();
        for (int i = 0; i < READERS; i++) {
            all.add(CompletableFuture.runAsync(SharedBoardIT::readAgainAndAgain, readers));
        }
        for (CompletableFuture<Void> each : all) {
            each.get(60, TimeUnit.SECONDS);
        }
        readers.shutdown();
        assertTrue(READS.get() < READERS * ROUNDS / 2, READS + " reads for " + READERS * ROUNDS + " questions");
    }

    private static void readAgainAndAgain() {
        for (int round = 0; round < ROUNDS; round++) {
            int known = STATE.incrementAndGet();
            int seen = new JsonObject(get("/board").body()).getInteger("state");
            assertTrue(seen >= known, seen + " is older than " + known);
        }
    }

    @Test
    void packed_and_plain_are_the_same_board() throws Exception {
        HttpResponse<byte[]> packed = CLIENT.send(
                request("/board").header("Accept-Encoding", "br, gzip").build(), BodyHandlers.ofByteArray());
        assertEquals("gzip", packed.headers().firstValue("content-encoding").orElse(""));
        assertEquals("Accept-Encoding", header(packed, "vary").replace("accept-encoding", "Accept-Encoding"));
        JsonObject unpacked = new JsonObject(new String(
                new GZIPInputStream(new ByteArrayInputStream(packed.body())).readAllBytes(),
                java.nio.charset.StandardCharsets.UTF_8));
        JsonObject plain = new JsonObject(get("/board").body());
        assertEquals(plain.getString("padding"), unpacked.getString("padding"));
        assertEquals(List.of("asOf", "state", "padding"), List.copyOf(plain.fieldNames()));
        assertTrue(packed.body().length < plain.encode().length() / 2);
    }

    @Test
    void who_has_this_very_board_is_told_so_and_nobody_else() throws Exception {
        HttpResponse<String> first = get("/board");
        String tag = header(first, "etag");
        HttpResponse<String> same =
                CLIENT.send(request("/board").header("If-None-Match", tag).build(), BodyHandlers.ofString());
        assertEquals(304, same.statusCode());
        assertEquals("", same.body());
        STATE.incrementAndGet();
        HttpResponse<String> another =
                CLIENT.send(request("/board").header("If-None-Match", tag).build(), BodyHandlers.ofString());
        assertEquals(200, another.statusCode());
        assertEquals(STATE.get(), new JsonObject(another.body()).getInteger("state"));
        assertEquals("no-store", header(another, "cache-control"));
    }

    @Test
    void however_many_forms_are_asked_for_each_is_answered_with_its_own() {
        for (int form = 0; form < 40; form++) {
            assertEquals("f" + form, new JsonObject(get("/forms/f" + form).body()).getString("form"));
        }
    }

    @Test
    void a_read_that_fails_is_nobodys_empty_board() {
        assertEquals(500, get("/broken").statusCode());
        assertEquals(500, get("/broken").statusCode());
    }

    @Test
    void while_the_database_is_away_the_last_board_is_shown_with_its_time_and_marked() throws Exception {
        AWAY.set(false);
        JsonObject good = new JsonObject(get("/shaky").body());
        AWAY.set(true);
        STATE.incrementAndGet();
        HttpResponse<String> old = get("/shaky");
        assertEquals(200, old.statusCode());
        JsonObject shown = new JsonObject(old.body());
        assertEquals(true, shown.getBoolean("old"));
        assertEquals(good.getString("asOf"), shown.getString("asOf"));
        assertEquals(good.getInteger("state"), shown.getInteger("state"));
        HttpResponse<String> again = CLIENT.send(
                request("/shaky").header("If-None-Match", header(old, "etag")).build(), BodyHandlers.ofString());
        assertEquals(304, again.statusCode());

        AWAY.set(false);
        JsonObject fresh = new JsonObject(CLIENT.send(
                        request("/shaky")
                                .header("If-None-Match", header(old, "etag"))
                                .build(),
                        BodyHandlers.ofString())
                .body());
        assertEquals(false, fresh.containsKey("old"));
        assertEquals(STATE.get(), fresh.getInteger("state"));
    }

    @Test
    void a_node_that_nobody_has_asked_yet_has_its_usual_boards_at_hand() throws Exception {
        AWAY.set(false);
        int before = STATE.incrementAndGet();
        untouched.warm(vertx);
        while (SharedBoardIT.lastRead.get() < before) {
            Thread.onSpinWait();
        }
        await(vertx.executeBlocking(() -> true)); // the board is written before this is run
        AWAY.set(true);
        assertEquals(before, new JsonObject(get("/untouched").body()).getInteger("state"));
        AWAY.set(false);
    }

    private static Future<Integer> readIfThere() {
        return AWAY.get()
                ? Future.failedFuture(new java.net.ConnectException("refused"))
                : read().onSuccess(lastRead::set);
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.actualPort() + path));
    }

    private static HttpResponse<String> get(String path) {
        try {
            return CLIENT.send(request(path).build(), BodyHandlers.ofString());
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static <T> T await(Future<T> future) throws Exception {
        return future.toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
    }
}
