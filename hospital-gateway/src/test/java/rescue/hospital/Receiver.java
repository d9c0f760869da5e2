package rescue.hospital;

import com.sun.net.httpserver.HttpServer;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A hospital's own system that takes news. */
final class Receiver implements AutoCloseable {

    private final HttpServer server;
    private final AtomicInteger status = new AtomicInteger(204);
    private final BlockingQueue<Message> taken = new LinkedBlockingQueue<>();

    /** What was sent, word for word. */
    record Message(String id, long timestamp, String signature, String text) {

        JsonObject body() {
            return new JsonObject(text);
        }
    }

    Receiver() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/news", exchange -> {
            String text = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            var headers = exchange.getRequestHeaders();
            taken.add(new Message(
                    headers.getFirst("webhook-id"),
                    Long.parseLong(headers.getFirst("webhook-timestamp")),
                    headers.getFirst("webhook-signature"),
                    text));
            exchange.sendResponseHeaders(status.get(), -1);
            exchange.close();
        });
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/news";
    }

    void answersWith(int httpStatus) {
        status.set(httpStatus);
    }

    /** Rounds are awaited to their end, so whatever was sent is here. */
    Message next() {
        try {
            Message next = taken.poll(10, TimeUnit.SECONDS);
            if (next == null) {
                throw new AssertionError("nothing was sent");
            }
            return next;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    int waiting() {
        return taken.size();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
