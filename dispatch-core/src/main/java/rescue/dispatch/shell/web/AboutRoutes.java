package rescue.dispatch.shell.web;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.openapi.router.RouterBuilder;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import rescue.dispatch.shell.cluster.ClusterState;
import rescue.dispatch.shell.cluster.ClusterWatch;

/** {@code /about}: what every page asks first, and above all whether what it shows is real. */
public final class AboutRoutes implements ApiRoutes {

    /**
     * What a server says of itself.
     *
     * @param exercise whether everything here is practice
     * @param demo whether accounts exist whose password is their name
     * @param emergencyNumber whom people call, {@code 115} in Vietnam
     * @param smsNumber where a report by SMS goes; null when nobody reads any
     * @param nodes where browsers reach each node, by its name; empty when there is one
     */
    public record About(
            String version,
            boolean exercise,
            boolean demo,
            ZoneId zone,
            String emergencyNumber,
            @Nullable String smsNumber,
            Map<String, String> nodes) {}

    private static final String NAME = "Hoàng Liên";

    private final About about;
    private final ClusterWatch cluster;
    private final Supplier<Optional<Instant>> databaseAway;
    private final InstantSource clock;

    /**
     * What is said of this server.
     *
     * @param databaseAway since when this node has had no database; empty while it has one
     */
    public AboutRoutes(
            About about, ClusterWatch cluster, Supplier<Optional<Instant>> databaseAway, InstantSource clock) {
        this.about = about;
        this.cluster = cluster;
        this.databaseAway = databaseAway;
        this.clock = clock;
    }

    @Override
    public void mount(RouterBuilder builder) {
        builder.getRoute("getAbout").addHandler(this::about);
    }

    private void about(RoutingContext ctx) {
        Reply.json(
                ctx,
                200,
                new JsonObject()
                        .put("name", NAME)
                        .put("version", about.version())
                        .put("exercise", about.exercise())
                        .put("demo", about.demo())
                        .put("now", clock.instant().toString())
                        .put("timeZone", about.zone().getId())
                        .put("emergencyNumber", about.emergencyNumber())
                        .put("smsNumber", about.smsNumber())
                        .put("nodes", nodes())
                        .put("cluster", cluster.now().map(ClusterState::toJson).orElse(null))
                        .put(
                                "databaseAwaySince",
                                databaseAway.get().map(Instant::toString).orElse(null)));
    }

    private JsonArray nodes() {
        var nodes = new JsonArray();
        about.nodes()
                .forEach((name, url) ->
                        nodes.add(new JsonObject().put("node", name).put("url", url)));
        return nodes;
    }
}
