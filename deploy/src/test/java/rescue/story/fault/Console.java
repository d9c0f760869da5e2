package rescue.story.fault;

import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A console on the wire, as the page is one: it listens at one node, and when that falls silent or hangs up it goes on with
 * another, from the last number that it has seen. It keeps which incidents it was told of, and complains about a gap.
 */
final class Console implements AutoCloseable {

    private static final Duration CONNECT_WITHIN = Duration.ofSeconds(2);

    /** As the page does it: a line that does not answer is left. */
    private static final long ASK_ALIVE_EVERY_MS = 2_000;

    private static final long SILENT_AFTER_MS = 5_000;
    private static final long TRIES_AGAIN_MS = 300;

    private static final ByteBuffer ARE_YOU_THERE = ByteBuffer.allocate(0);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(CONNECT_WITHIN).build();
    private final int number;
    private final List<NodeHost> nodes;
    private final String token;
    private final Journal journal;
    private final Set<String> incidents = ConcurrentHashMap.newKeySet();
    private final List<Skipped> skipped = new CopyOnWriteArrayList<>();
    private final Thread life;
    private volatile int at;
    private volatile long last = -1;
    private volatile int moves;
    private volatile int resyncs;
    private volatile boolean open = true;
    private boolean mayHaveSkipped = true;

    /** What it was not told one by one. */
    private record Skipped(long after, long upTo) {
        boolean covers(long seq) {
            return seq > after && seq <= upTo;
        }
    }

    Console(int number, List<NodeHost> nodes, String token, Journal journal) {
        this.number = number;
        this.nodes = nodes;
        this.token = token;
        this.journal = journal;
        this.at = number % nodes.size();
        this.life = new Thread(this::live, "console-" + number);
        life.setDaemon(true);
        life.start();
    }

    /** The last number that it knows everything up to; negative before its first greeting. */
    long last() {
        return last;
    }

    /** The node that it listens at now. */
    NodeHost node() {
        return nodes.get(at);
    }

    /** Told of it, or told to read the boards again when it was among what changed. */
    boolean knows(String incident, List<Long> numbers) {
        return incidents.contains(incident)
                || numbers.stream().anyMatch(seq -> skipped.stream().anyMatch(each -> each.covers(seq)));
    }

    int countMoves() {
        return moves;
    }

    int countResyncs() {
        return resyncs;
    }

    private void live() {
        while (open) {
            try {
                listenUntilItEnds();
            } catch (InterruptedException interrupted) {
                return;
            }
            at = (at + 1) % nodes.size();
            moves++;
        }
    }

    private void listenUntilItEnds() throws InterruptedException {
        URI api = node().api("/live");
        var line = new Line();
        WebSocket socket;
        try {
            socket = http.newWebSocketBuilder()
                    .connectTimeout(CONNECT_WITHIN)
                    .buildAsync(URI.create("ws://" + api.getAuthority() + api.getPath()), line)
                    .orTimeout(SILENT_AFTER_MS, TimeUnit.MILLISECONDS)
                    .join();
        } catch (RuntimeException nobodyThere) {
            Thread.sleep(TRIES_AGAIN_MS);
            return;
        }
        try {
            var hello = new JsonObject().put("token", token).put("after", last);
            socket.sendText(hello.encode(), true).orTimeout(2, TimeUnit.SECONDS).join();
            while (open && !line.ended.isDone() && line.wasHeardLately()) {
                socket.sendPing(ARE_YOU_THERE.duplicate())
                        .orTimeout(1, TimeUnit.SECONDS)
                        .join();
                line.awaitEnd(ASK_ALIVE_EVERY_MS);
            }
        } catch (RuntimeException broken) {
            // another node
        } finally {
            line.over = true;
            socket.abort();
        }
    }

    private synchronized void hear(JsonObject message) {
        String type = message.getString("type");
        Long seq = message.getLong("seq");
        if ("resync".equals(type)) {
            resyncs++;
            mayHaveSkipped = true;
            return;
        }
        if (seq == null) {
            return;
        }
        if ("hello".equals(type)) {
            if (last >= 0 && seq > last) { // too far behind to be told each: the next message must say so
                skipped.add(new Skipped(last, seq));
                mayHaveSkipped = false;
            }
            last = Math.max(last, seq);
            return;
        }
        if (!mayHaveSkipped) {
            journal.add("BROKEN", "I7", "console", number, "was greeted further on without a word, before", seq);
        }
        if (seq > last + 1) {
            journal.add("BROKEN", "I7", "console", number, "was told", seq, "after", last);
        }
        last = Math.max(last, seq);
        JsonObject data = message.getJsonObject("data");
        if ("incident".equals(type) && data != null) {
            incidents.add(data.getString("id"));
        }
    }

    @Override
    public void close() {
        open = false;
        life.interrupt();
    }

    private final class Line implements WebSocket.Listener {

        private final StringBuilder part = new StringBuilder();
        private final CompletableFuture<Void> ended = new CompletableFuture<>();
        private volatile long heardAt = System.nanoTime();
        private volatile boolean over;

        boolean wasHeardLately() {
            return System.nanoTime() - heardAt < TimeUnit.MILLISECONDS.toNanos(SILENT_AFTER_MS);
        }

        void awaitEnd(long ms) throws InterruptedException {
            try {
                ended.get(ms, TimeUnit.MILLISECONDS);
            } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException goesOn) {
                // looked at by whoever called
            }
        }

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean isLast) {
            heardAt = System.nanoTime();
            part.append(data);
            if (isLast) {
                if (!over) {
                    hear(new JsonObject(part.toString()));
                }
                part.setLength(0);
            }
            from.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onPong(WebSocket from, ByteBuffer message) {
            heardAt = System.nanoTime();
            from.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket from, int status, String reason) {
            ended.complete(null);
            return null;
        }

        @Override
        public void onError(WebSocket from, Throwable error) {
            ended.complete(null);
        }
    }
}
