package rescue.deploy.bench;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketConnectOptions;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import rescue.story.Desk;
import rescue.story.ServerProcess;

/**
 * What a console does on the wire: listens, and reads every board again when it is told; one read of a board at a time, and
 * one more when it was told meanwhile. Lives on one event loop; bodies are counted, not unpacked, as the server is measured.
 */
final class BoardsConsole {

    private static final List<String> BOARDS = List.of("/incidents", "/units", "/hospitals", "/road-closures");

    final Histogram reads = new Histogram(3);
    volatile long bytes;
    volatile long messages;

    private final Context loop;
    private final HttpClient client;

    /** Held, as the library closes the sockets of a client that nobody holds any more. */
    private final WebSocketClient sockets;

    private final String token;
    private final URI api;

    /** The boards that are being read, and whether to read them once more. */
    private final Map<String, Boolean> again = new HashMap<>();

    /** What was heard of an incident, and who waits to see it. */
    private final Map<String, Promise<Long>> awaited = new HashMap<>();

    private final List<String> heard = new ArrayList<>();

    private BoardsConsole(Context loop, HttpClient client, WebSocketClient sockets, String token, URI api) {
        this.loop = loop;
        this.client = client;
        this.sockets = sockets;
        this.token = token;
        this.api = api;
    }

    static BoardsConsole open(Vertx vertx, ServerProcess server, Desk desk) throws Exception {
        URI api = server.api("");
        HttpClient client = vertx.createHttpClient(
                new HttpClientOptions().setDefaultHost(api.getHost()).setDefaultPort(api.getPort()));
        var console =
                new BoardsConsole(vertx.getOrCreateContext(), client, vertx.createWebSocketClient(), desk.token(), api);
        console.listen().toCompletionStage().toCompletableFuture().get(30, TimeUnit.SECONDS);
        return console;
    }

    private Future<Void> listen() {
        Promise<Void> greeted = Promise.promise();
        loop.runOnContext(go -> sockets.connect(new WebSocketConnectOptions()
                        .setHost(api.getHost())
                        .setPort(api.getPort())
                        .setURI(api.getPath() + "/live"))
                .onFailure(greeted::fail)
                .onSuccess(socket -> {
                    socket.textMessageHandler(text -> loop.runOnContext(now -> {
                        messages++;
                        JsonObject message = new JsonObject(text);
                        if (message.getString("type").equals("hello")) {
                            greeted.tryComplete();
                        } else if (message.getString("type").equals("incident")) {
                            hear(message.getJsonObject("data").getString("id"));
                        }
                    }));
                    socket.writeTextMessage(new JsonObject()
                            .put("token", token)
                            .put("after", -1)
                            .encode());
                }));
        return greeted.future();
    }

    void forget() {
        reads.reset();
        bytes = 0;
        messages = 0;
    }

    /** When this console has read a queue that shows the incident, in this machine's nanoseconds. */
    Future<Long> shows(String incidentId) {
        Promise<Long> shown = Promise.promise();
        loop.runOnContext(go -> awaited(incidentId).future().onComplete(shown));
        return shown.future();
    }

    private Promise<Long> awaited(String id) {
        return awaited.computeIfAbsent(id, same -> Promise.promise());
    }

    private void hear(String id) {
        awaited(id);
        heard.add(id);
        BOARDS.forEach(this::read);
    }

    private void read(String board) {
        if (again.containsKey(board)) {
            again.put(board, true);
            return;
        }
        again.put(board, false);
        List<String> known = board.equals("/incidents") ? List.copyOf(heard) : List.of();
        if (board.equals("/incidents")) {
            heard.clear();
        }
        long asked = System.nanoTime();
        client.request(HttpMethod.GET, api.getPath() + board)
                .compose(request -> request.putHeader("Authorization", "Bearer " + token)
                        .putHeader("Accept-Encoding", "gzip")
                        .send())
                .compose(answer -> answer.body().map(body -> {
                    if (answer.statusCode() != 200) {
                        throw new IllegalStateException(board + " " + answer.statusCode() + " " + body);
                    }
                    return body;
                }))
                .onComplete(read -> loop.runOnContext(go -> done(board, asked, known, read.result())));
    }

    private void done(String board, long asked, List<String> known, Buffer body) {
        long now = System.nanoTime();
        reads.recordValue((now - asked) / 1_000);
        bytes += body == null ? 0 : body.length();
        known.forEach(id -> awaited(id).tryComplete(now));
        if (again.remove(board)) {
            read(board);
        }
    }
}
