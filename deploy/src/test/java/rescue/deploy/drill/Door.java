package rescue.deploy.drill;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A door that writes down who knocks with what, and says what it was told to say; else yes. */
final class Door implements AutoCloseable {

    private record Said(int status, JsonObject body) {}

    private final HttpServer server;
    private final List<String> heard = new ArrayList<>();
    private final Map<String, Said> says = new LinkedHashMap<>();

    Door() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    URI api() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    /** Whatever is asked of that path, from now on. */
    void says(String path, int status, JsonObject body) {
        synchronized (says) {
            says.put(path, new Said(status, body));
        }
    }

    /** What was asked since the last time, each as method, path and body; logins left out. */
    List<String> heard() {
        synchronized (heard) {
            List<String> all = List.copyOf(heard);
            heard.clear();
            return all;
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().toString().substring(1);
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        if (!path.equals("session")) {
            synchronized (heard) {
                heard.add((exchange.getRequestMethod() + " " + path + " " + body).strip());
            }
        }
        Said said;
        synchronized (says) {
            said = says.getOrDefault(
                    path, new Said(200, new JsonObject().put("token", "t").put("id", "x")));
        }
        byte[] bytes = said.body.encode().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(said.status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
