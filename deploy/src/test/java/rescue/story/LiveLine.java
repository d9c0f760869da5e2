package rescue.story;

import static org.junit.jupiter.api.Assertions.fail;

import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** An open live socket, and every numbered change that it brought. */
public final class LiveLine implements WebSocket.Listener, AutoCloseable {

    /** Changes are told within milliseconds; a lost ring costs half a second, a busy machine some more. */
    private static final long TOLD_WITHIN_S = 20;

    private final StringBuilder part = new StringBuilder();
    private final List<JsonObject> messages = new ArrayList<>();
    private final WebSocket socket;

    private LiveLine(Caller caller, long after) {
        URI api = caller.server().api("/live");
        socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(URI.create("ws://" + api.getAuthority() + api.getPath()), this)
                .join();
        var hello = new JsonObject().put("token", caller.token()).put("after", after);
        socket.sendText(hello.encode(), true).join();
        await("a greeting", message -> "hello".equals(message.getString("type")));
    }

    /** Listens to what comes from now on. */
    public static LiveLine of(Caller caller) {
        return after(caller, -1);
    }

    /** Listens to everything that came after that number. */
    public static LiveLine after(Caller caller, long seq) {
        return new LiveLine(caller, seq);
    }

    /** Everything but the greeting, in the order in which it came. */
    public synchronized List<JsonObject> changes() {
        return messages.stream()
                .filter(message -> message.containsKey("seq") && !"hello".equals(message.getString("type")))
                .toList();
    }

    /** Where the feed was when the line opened. */
    public synchronized long began() {
        return messages.get(0).getLong("seq");
    }

    /** Waits for a message that is so. */
    public synchronized JsonObject await(String what, Predicate<JsonObject> isSo) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(TOLD_WITHIN_S);
        while (true) {
            var found = messages.stream().filter(isSo).findFirst();
            if (found.isPresent()) {
                return found.get();
            }
            long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
            if (left <= 0) {
                return fail(what + " did not come; what came: " + messages);
            }
            try {
                wait(left);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                return fail(interrupted);
            }
        }
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        synchronized (this) {
            part.append(data);
            if (last) {
                messages.add(new JsonObject(part.toString()));
                part.setLength(0);
                notifyAll();
            }
        }
        from.request(1);
        return java.util.concurrent.CompletableFuture.completedFuture(null);
    }

    @Override
    public void close() {
        socket.abort();
    }
}
