package rescue.deploy.bench;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.http.WebSocketConnectOptions;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import rescue.story.ServerProcess;

/**
 * The live lines of many consoles, spread over the nodes: when each was told of a new incident, from the moment at which its
 * alert was due. What is told before the answer has come waits for it. Lives on the event loop of the load.
 */
final class ConsoleLines {

    private static final String OPENED = "IncidentOpened";

    /** From the alert's intended time to a console at the node that took it, and to one at another. */
    final Histogram sameNode = new Histogram(TimeUnit.MINUTES.toMicros(2), 3);

    final Histogram otherNode = new Histogram(TimeUnit.MINUTES.toMicros(2), 3);

    private record Told(int node, long at) {}

    private record Expected(long intended, int node) {}

    private final Map<String, List<Told>> early = new HashMap<>();
    private final Map<String, Expected> expected = new HashMap<>();
    private final Set<Expected> toldOf = new HashSet<>();
    private final List<WebSocketClient> held = new ArrayList<>();
    private int consoles;
    private long told;

    /** Opens so many, one node after another. */
    Future<Void> open(Vertx vertx, Context loop, List<ServerProcess> nodes, String token, int count) {
        consoles = count;
        Promise<Void> all = Promise.promise();
        loop.runOnContext(go -> {
            List<Future<Void>> greeted = new ArrayList<>();
            WebSocketClient client =
                    vertx.createWebSocketClient(new WebSocketClientOptions().setMaxConnections(count + 1));
            held.add(client); // the library closes the sockets of a client that nobody holds any more
            for (int i = 0; i < count; i++) {
                int node = i % nodes.size();
                greeted.add(listen(client, nodes.get(node), node, token));
            }
            Future.all(greeted).<Void>mapEmpty().onComplete(all);
        });
        return all.future();
    }

    private Future<Void> listen(WebSocketClient client, ServerProcess server, int node, String token) {
        URI api = server.api("");
        Promise<Void> greeted = Promise.promise();
        client.connect(new WebSocketConnectOptions()
                        .setHost(api.getHost())
                        .setPort(api.getPort())
                        .setURI(api.getPath() + "/live"))
                .onFailure(greeted::fail)
                .onSuccess(socket -> {
                    socket.textMessageHandler(text -> {
                        if (text.contains(OPENED)) {
                            hear(
                                    node,
                                    new JsonObject(text).getJsonObject("data").getString("id"));
                        } else if (text.contains("\"hello\"")) {
                            greeted.tryComplete();
                        }
                    });
                    socket.writeTextMessage(new JsonObject()
                            .put("token", token)
                            .put("after", -1)
                            .encode());
                });
        return greeted.future();
    }

    /** False when it was told of before: an alert that joined opens nothing. */
    boolean expect(String incident, long intended, int node) {
        List<Told> before = early.get(incident);
        if (before != null && before.get(0).at < intended) {
            return false; // it joined one whose own answer is still on its way
        }
        if (expected.putIfAbsent(incident, new Expected(intended, node)) != null) {
            return false;
        }
        List<Told> heard = early.remove(incident);
        if (heard != null) {
            heard.forEach(each -> record(each, new Expected(intended, node)));
        }
        return true;
    }

    private void hear(int node, String incident) {
        var now = new Told(node, System.nanoTime());
        Expected waited = expected.get(incident);
        if (waited == null) {
            early.computeIfAbsent(incident, first -> new ArrayList<>()).add(now);
        } else {
            record(now, waited);
        }
    }

    private void record(Told each, Expected of) {
        told++;
        toldOf.add(of);
        (each.node == of.node ? sameNode : otherNode).recordValue(TimeUnit.NANOSECONDS.toMicros(each.at - of.intended));
    }

    /** How many tellings are still missing of incidents of which some console was told: those were opened meanwhile. */
    long missing() {
        return (long) toldOf.size() * consoles - told;
    }

    long told() {
        return told;
    }

    void forget() {
        early.clear();
        expected.clear();
        toldOf.clear();
        told = 0;
        sameNode.reset();
        otherNode.reset();
    }
}
